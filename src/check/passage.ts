import type { PhrasingContent, RootContent } from 'mdast';
import { typedPlaces } from '../diagnostic/typed-places.js';
import type { Draft, FigureNode, MediaNode, Template } from '../model/draft.js';
import type { SourceFile, Span } from '../model/position.js';
import type { Rich, Story } from '../model/story.js';

/** A paragraph, heading, cell or string as it is published: every character with where it comes from. */
export interface Passage {
  readonly text: string;
  /** As long as `text`. */
  readonly units: readonly Unit[];
  /** True for running text, where sentences start; false for headings, titles and cells. */
  readonly isProse: boolean;
}

export interface Unit {
  /** `claimed` words were typed and are checked, or acknowledged; `other` is code, an address or a footnote. */
  readonly kind: 'typed' | 'computed' | 'claimed' | 'other';
  readonly span: Span;
  readonly figure?: FigureNode | undefined;
}

/** Stands for what is no prose: it parts words and is none. */
const GAP = '\uFFFC';

/** Everything that a story says in words. */
export function passagesOf(story: Story, draft: Draft): Passage[] {
  const { source, frontMatter } = draft;
  const { title, kicker, standfirst, description, keyFigures } = frontMatter;
  const strings: Words[] = [
    [title, story.title],
    [kicker, story.kicker],
    [standfirst, story.standfirst],
    [description, story.description],
    ...keyFigures.flatMap(({ value, label }, index): Words[] => [
      [value, story.keyFigures[index]?.value],
      [label, story.keyFigures[index]?.label],
    ]),
    ...chartStrings(story, draft),
    ...tableStrings(story, draft),
  ];
  return [
    ...strings.flatMap(([template, rich]) => (template && rich ? [stringPassage(rich, template.span, source)] : [])),
    ...[...story.posts.flatMap(({ children }) => children), ...story.body].flatMap((node) =>
      flowPassages(node, source),
    ),
  ];
}

/** What was written, and what became of it. */
type Words = readonly [Template | undefined, Rich | undefined];

/** The words that stand in the charts shown. */
function chartStrings({ media, chartTexts }: Story, { charts }: Draft): Words[] {
  return charts
    .filter(({ name }) => media.some((shown) => shown.kind === 'chart' && shown.name === name))
    .flatMap(({ name, texts, typed }): Words[] => [
      ...texts.flatMap(({ path, template }, index): Words[] =>
        // A source is a name
        path.includes('source') ? [] : [[template, chartTexts.get(name)?.[index]?.words]],
      ),
      ...typed.map((template): Words => [template, template.children]),
    ]);
}

/** The heads and notes of the tables shown. */
function tableStrings({ tables }: Story, draft: Draft): Words[] {
  return draft.tables.flatMap(({ name, columns = [], note }): Words[] => {
    const table = tables.get(name);
    return [
      ...columns.map(({ label }, index): Words => [label, table?.columns[index]?.label]),
      // The tool's own notes stand before the writer's
      [note, table?.notes.at(-1)],
    ];
  });
}

function flowPassages(node: RootContent, source: SourceFile): Passage[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const context = { source, from: 0, kind: 'typed' } as const;
    const units = node.children.flatMap((child) => inlineUnits(child, context));
    return [toPassage(units, node.type === 'paragraph'), ...mediaPassages(node.children, source)];
  }
  return 'children' in node ? node.children.flatMap((child) => flowPassages(child, source)) : [];
}

function mediaPassages(nodes: readonly PhrasingContent[], source: SourceFile): Passage[] {
  return nodes.flatMap((node): Passage[] => {
    if (node.type === 'media') return altAndCaption(node, source);
    return 'children' in node ? mediaPassages(node.children, source) : [];
  });
}

function altAndCaption({ alt, caption }: MediaNode, source: SourceFile): Passage[] {
  return [alt, ...(caption ? [caption] : [])].map(({ children, span }) => stringPassage(children, span, source));
}

/** The nodes of a string do not know where they stand in the file: each is looked for behind the one before it. */
function stringPassage(rich: Rich, span: Span, source: SourceFile): Passage {
  let from = span.start;
  const units = rich.flatMap((node) => {
    const found = inlineUnits(node, { source, from, kind: 'typed', within: span });
    from = found.at(-1)?.unit.span.end ?? from;
    return found;
  });
  return toPassage(units, false);
}

interface Context {
  readonly source: SourceFile;
  readonly from: number;
  readonly kind: 'typed' | 'claimed';
  /** Only in a string. */
  readonly within?: Span;
}

interface Character {
  readonly character: string;
  readonly unit: Unit;
}

function inlineUnits(node: PhrasingContent, context: Context): Character[] {
  switch (node.type) {
    case 'text':
      return typed(node.value, node, context);
    case 'figure':
      return spread(node.text, { kind: 'computed', span: node.span, figure: node });
    case 'claim':
      return node.children.flatMap((child) =>
        inlineUnits(child, { ...context, from: context.within ? node.span.start : 0, kind: 'claimed' }),
      );
    case 'break':
      return spread('\n', { kind: 'other', span: spanOf(node, context) });
    case 'link':
      return isAddress(node)
        ? spread(GAP, { kind: 'other', span: spanOf(node, context) })
        : node.children.flatMap((child) => inlineUnits(child, context));
    case 'emphasis':
    case 'strong':
    case 'delete':
      return node.children.flatMap((child) => inlineUnits(child, context));
    case 'media':
    case 'html':
    case 'footnoteReference':
      return [];
    default:
      return spread(GAP, { kind: 'other', span: spanOf(node, context) });
  }
}

function typed(value: string, node: PhrasingContent, context: Context): Character[] {
  const { source, kind } = context;
  const places = typedPlaces(value, stretchOf(value, node, context), source);
  return Array.from({ length: value.length }, (_, index) => ({
    character: value.charAt(index),
    unit: { kind, span: places[index] ?? { start: context.from, end: context.from } },
  }));
}

function stretchOf(value: string, node: PhrasingContent, { within, from, source }: Context): Span {
  if (!within) return spanOf(node, { from });
  const at = source.text.indexOf(value, from);
  return { start: at >= 0 && at < within.end ? at : from, end: within.end };
}

function isAddress({ url, children }: Extract<PhrasingContent, { type: 'link' }>): boolean {
  const [only] = children;
  return children.length === 1 && only?.type === 'text' && url.endsWith(only.value);
}

function spread(text: string, unit: Unit): Character[] {
  return Array.from({ length: text.length }, (_, index) => ({ character: text.charAt(index), unit }));
}

function spanOf(node: PhrasingContent, { from }: Pick<Context, 'from'>): Span {
  if ('span' in node) return node.span;
  const start = node.position?.start.offset ?? from;
  return { start, end: node.position?.end.offset ?? start };
}

function toPassage(characters: readonly Character[], isProse: boolean): Passage {
  return {
    text: characters.map(({ character }) => character).join(''),
    units: characters.map(({ unit }) => unit),
    isProse,
  };
}
