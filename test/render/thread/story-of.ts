import type { Image, Link, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { FigureNode, MediaNode, Numbering, PostAttributes } from '../../../src/model/draft.js';
import type { SourceFile } from '../../../src/model/position.js';
import type { Story, StoryMedia } from '../../../src/model/story.js';
import type { PlatformId } from '../../../src/model/target.js';
import { PLATFORMS } from '../../../src/platform/platforms.js';
import type { RenderThreadOptions } from '../../../src/render/thread/render-thread.js';

type Position = NonNullable<Link['position']>;

const parser = unified().use(remarkParse);
const gfmParser = unified().use(remarkParse).use(remarkGfm);

/** In the Markdown of these tests `{{data:words}}` is a figure of that origin, `⏎` in it a line break. */
const FIGURE = /\{\{(data|phrase|tag):([^}]*)\}\}/g;

export interface StoryOptions {
  readonly marks?: PostAttributes['marks'] | undefined;
  /** False where an address is glued to a tag: GFM would take the tag into it, which the real parser does not. */
  readonly gfm?: boolean | undefined;
}

/** A filled story of a Markdown text whose posts are parted by `---`. */
export function storyOf(
  markdown: string,
  platform: PlatformId,
  { marks = 'draft', gfm = true }: StoryOptions = {},
): Story {
  const segments: RootContent[][] = [[]];
  for (const node of (gfm ? gfmParser : parser).parse(markdown).children) {
    if (node.type === 'thematicBreak') segments.push([]);
    else segments.at(-1)?.push(withFigures(node));
  }
  const posts = segments.map((children) => ({
    attributes: { id: undefined, marks, split: undefined },
    children,
    media: mediaOf(children),
    span: {
      start: offsets(children[0])?.start ?? 0,
      end: offsets(children.at(-1))?.end ?? 0,
    },
  }));
  return {
    target: { kind: 'thread', platform },
    title: [{ type: 'text', value: 'Title' }],
    kicker: undefined,
    standfirst: undefined,
    description: undefined,
    keyFigures: [],
    posts,
    body: [],
    media: posts.flatMap(({ media }) => media),
    chartTexts: new Map(),
    tables: new Map(),
    figures: [],
  };
}

/** Options as a draft without settings gives them, numbering off. */
export function optionsFor(text: string, options: Partial<RenderThreadOptions> = {}): RenderThreadOptions {
  const source: SourceFile = { path: 'draft.md', text };
  return {
    source,
    platforms: PLATFORMS,
    lang: 'en-GB',
    numbering: NONE,
    split: 'auto',
    breaks: 'keep',
    mediaFile: ({ kind, name }) => `${kind}s/${name}`,
    ...options,
  };
}

const NONE: Numbering = { style: 'none', place: 'start', first: true, start: 1 };

function offsets(node: RootContent | undefined): { start: number; end: number } | undefined {
  if (!node || !('position' in node)) return undefined;
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function withFigures<T extends RootContent>(node: T): T {
  if (!('children' in node)) return node;
  const children = (node.children as RootContent[]).flatMap((child): RootContent[] => {
    if (child.type === 'text' && child.value.includes('{{'))
      return splitFigures(child.value, child.position?.start.offset ?? 0);
    if (child.type === 'image') return [mediaNode(child)];
    return [withFigures(child)];
  });
  return { ...node, children };
}

function splitFigures(value: string, offset: number): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = 0;
  const text = (end: number): void => {
    if (end > at)
      nodes.push({ type: 'text', value: value.slice(at, end), position: positionOf(offset + at, offset + end) });
  };
  for (const match of value.matchAll(FIGURE)) {
    text(match.index);
    at = match.index + match[0].length;
    const span = { start: offset + match.index, end: offset + at };
    const origin = match[1] as FigureNode['origin'];
    nodes.push({
      type: 'figure',
      id: 'f',
      text: (match[2] ?? '').replaceAll('⏎', '\n'),
      origin,
      machine: { kind: 'words', value: match[2] ?? '' },
      span,
    });
  }
  text(value.length);
  return nodes;
}

function positionOf(start: number, end: number): Position {
  const point = (offset: number): Position['start'] => ({ line: 1, column: 1, offset });
  return { start: point(start), end: point(end) };
}

function mediaNode(image: Image): MediaNode {
  const span = offsets(image) ?? { start: 0, end: 0 };
  const chart = image.url.startsWith('chart:');
  return {
    type: 'media',
    kind: chart ? 'chart' : 'file',
    name: image.url.replace('chart:', ''),
    nameSpan: span,
    alt: { children: [{ type: 'text', value: image.alt ?? '' }], span },
    caption: undefined,
    span,
  };
}

function mediaOf(nodes: readonly RootContent[]): StoryMedia[] {
  return nodes.flatMap((node): StoryMedia[] => {
    if (node.type !== 'media') return 'children' in node ? mediaOf(node.children) : [];
    return [
      { kind: node.kind, name: node.name, alt: node.alt.children, caption: undefined, number: 1, span: node.span },
    ];
  });
}
