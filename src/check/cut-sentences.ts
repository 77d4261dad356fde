import type { PhrasingContent, RootContent } from 'mdast';
import type { Draft } from '../model/draft.js';
import type { Expression } from '../model/expression.js';
import type { Span } from '../model/position.js';
import type { Story } from '../model/story.js';
import { namesIn } from './draft-expressions.js';
import { draftNodes } from './draft-nodes.js';
import { passagesOf, type Passage } from './passage.js';
import { sentencesOf } from './sentences-of.js';

/** A stretch of a draft that holds a sentence, up to where the next begins; conditions that hide words belong to it. */
export interface SentenceCut {
  readonly start: number;
  /** Where its first word stands now. */
  readonly seen: number;
  /** Whether a tag, a claim or a condition in it reads data, or the clock. */
  readonly follows: boolean;
  /** What it depends on: by the name of a query, columns in lower case, or `*` for any. */
  readonly reads: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Cuts a draft into the sentences that a target has of it; what other data would add goes with what stands before it. */
export function cutSentences(story: Story, draft: Draft): readonly SentenceCut[] {
  const nodes = draftNodes(draft);
  const frames = framesOf(nodes);
  const passages = passagesOf(story, draft);
  const shown = new Set(passages.flatMap(visibleOffsets));
  const sorted = [...shown].sort((a, b) => a - b);
  const isSeen = (start: number, end: number): boolean => {
    const next = sorted[firstAtLeast(sorted, start)];
    return next !== undefined && next < end;
  };
  const starts = new Map<number, number>();
  for (const seen of passages.flatMap(startsOf)) {
    const around = frames.find(({ start, end }) => start < seen && seen < end && !isSeen(start, seen));
    const start = around?.start ?? seen;
    starts.set(start, Math.min(seen, starts.get(start) ?? seen));
  }
  const hidden = [...templatesOf(draft), ...parts(draft.body)].filter(({ start, end }) => !isSeen(start, end));
  for (const { start } of hidden) if (!starts.has(start)) starts.set(start, start);
  const offsets = [...starts.keys()].sort((a, b) => a - b);
  const unshown = new Set(
    templatesOf(draft)
      .filter(({ start, end }) => !isSeen(start, end))
      .map(({ start }) => start),
  );
  const cuts = offsets.map((start) => ({
    start,
    seen: starts.get(start) ?? start,
    follows: false,
    reads: new Map<string, Set<string>>(),
  }));
  for (const { span, reads, isOwn } of usesOf(nodes)) {
    const first = Math.max(0, lastAtMost(offsets, span.start));
    const last = isOwn ? first : lastAtMost(offsets, span.end - 1);
    for (const cut of cuts.slice(first, last + 1))
      for (const [name, column] of reads) cut.reads.set(name, (cut.reads.get(name) ?? new Set()).add(column));
    const own = cuts[first];
    if (own && reads.length > 0 && !unshown.has(own.start)) own.follows = true;
  }
  return cuts;
}

/** The strings that may not be shown at all: those of charts and tables. */
function templatesOf({ charts, tables }: Draft): Span[] {
  return [
    ...charts.flatMap(({ texts }) => texts.map(({ template }) => template.span)),
    ...tables.flatMap(({ columns = [], note }) =>
      [...columns.map(({ label }) => label), note].flatMap((template) => (template ? [template.span] : [])),
    ),
  ];
}

const startsOfCuts = new WeakMap<readonly SentenceCut[], readonly number[]>();

/** The cut that an offset of the draft falls into, by its index; -1 before the first. */
export function cutAt(cuts: readonly SentenceCut[], offset: number): number {
  const starts = startsOfCuts.get(cuts) ?? cuts.map(({ start }) => start);
  startsOfCuts.set(cuts, starts);
  return lastAtMost(starts, offset);
}

function visibleOffsets({ text, units }: Passage): number[] {
  return units.flatMap(({ span }, at) => (/\S/.test(text.charAt(at)) ? [span.start] : []));
}

function startsOf({ text, units, isProse }: Passage): number[] {
  const sentences = isProse ? sentencesOf(text) : [{ text, start: 0 }];
  return sentences.flatMap((sentence) => {
    const at = sentence.text.search(/[^\s\uFFFC]/);
    const unit = at < 0 ? undefined : units[sentence.start + at];
    return unit ? [unit.span.start] : [];
  });
}

/** Where whatever stands around words begins and ends, outermost first. */
function framesOf(nodes: readonly (RootContent | PhrasingContent)[]): Span[] {
  return nodes.flatMap((node): Span[] => {
    const below =
      node.type === 'block'
        ? node.arms.flatMap(({ children }) => framesOf(children))
        : node.type === 'media'
          ? framesOf([...node.alt.children, ...(node.caption?.children ?? [])])
          : 'children' in node
            ? framesOf(node.children)
            : [];
    return FRAMES.has(node.type) ? [...spanOf(node), ...below] : below;
  });
}

const FRAMES = new Set(['block', 'claim', 'link', 'emphasis', 'strong', 'delete']);

function spanOf(node: RootContent | PhrasingContent): Span[] {
  if ('span' in node) return [node.span];
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? [] : [{ start, end }];
}

/** Whatever may be left out as a whole: blocks around paragraphs, and paragraphs. */
function parts(nodes: readonly (RootContent | PhrasingContent)[]): Span[] {
  return nodes.flatMap((node): Span[] => {
    if (node.type === 'block') return [node.span, ...node.arms.flatMap(({ children }) => parts(children))];
    if (node.type === 'paragraph' || node.type === 'heading') return spanOf(node);
    return 'children' in node ? parts(node.children) : [];
  });
}

interface Use {
  readonly span: Span;
  readonly reads: readonly Read[];
  /** False where everything within the span depends on it. */
  readonly isOwn: boolean;
}

/** A query and a column of it. */
type Read = readonly [query: string, column: string];

/** What loops call their rows, and the queries that these are of. */
type Locals = ReadonlyMap<string, readonly string[]>;

function usesOf(nodes: readonly (RootContent | PhrasingContent)[], locals: Locals = new Map()): Use[] {
  return nodes.flatMap((node): Use[] => {
    switch (node.type) {
      case 'tag':
        return [{ span: node.span, reads: readsIn([node.tag.expression], locals), isOwn: true }];
      case 'claim': {
        const below = usesOf(node.children, locals);
        const { claim, span } = node;
        if (claim.kind !== 'expression') return below;
        return [{ span, reads: readsIn([claim.expression], locals), isOwn: true }, ...below];
      }
      case 'media':
        return usesOf([...node.alt.children, ...(node.caption?.children ?? [])], locals);
      case 'block': {
        const reads = node.arms.flatMap(({ tag }) => readsIn(tag.args, locals));
        return [
          ...(node.name === 'only' ? [] : [{ span: node.span, reads, isOwn: false }]),
          ...node.arms.flatMap(({ tag, children }) => {
            const local = 'local' in tag ? tag.local : undefined;
            const names = tag.args.flatMap((arg) => namesIn(arg).flatMap((name) => locals.get(name) ?? [name]));
            return usesOf(children, local === undefined ? locals : new Map([...locals, [local, names]]));
          }),
        ];
      }
      default:
        return 'children' in node ? usesOf(node.children, locals) : [];
    }
  });
}

/** Any word of an expression may name a column of a query that it names. */
function readsIn(expressions: readonly Expression[], locals: Locals): Read[] {
  const heads = expressions.flatMap(namesIn).flatMap((name) => locals.get(name) ?? [name]);
  const paths = expressions.flatMap(pathsIn);
  const words = [
    ...paths.flatMap((path) => path.slice(1)),
    ...paths.filter((path) => path.length === 1).map(() => '*'),
    ...expressions.flatMap(textsIn),
  ];
  const ofDraft = expressions.some(readsDay) ? ([['@', '*']] as const) : [];
  return [...heads.flatMap((head) => words.map((word): Read => [head, word.toLowerCase()])), ...ofDraft];
}

/** `{{date @as_of}}`: other days of data change it too. */
function readsDay(expression: Expression): boolean {
  return expression.type === 'path'
    ? expression.at && expression.segments[0]?.text === 'as_of'
    : partsOf(expression).some(readsDay);
}

function pathsIn(expression: Expression): string[][] {
  if (expression.type === 'path') return expression.at ? [] : [expression.segments.map(({ text }) => text)];
  return partsOf(expression).flatMap(pathsIn);
}

function textsIn(expression: Expression): string[] {
  if (expression.type === 'literal') return typeof expression.value === 'string' ? [expression.value] : [];
  return partsOf(expression).flatMap(textsIn);
}

function partsOf(expression: Expression): readonly Expression[] {
  return expression.type === 'call' ? [...expression.args, ...expression.pairs.map(({ value }) => value)] : [];
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lastAtMost(sorted: readonly number[], value: number): number {
  return firstAtLeast(sorted, value + 1) - 1;
}
