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
  /** Whether a tag, a claim or a condition stands in it. */
  readonly follows: boolean;
  /** The names of queries that it depends on. */
  readonly reads: ReadonlySet<string>;
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
  for (const { start, end } of hiddenBlocks(draft.body)) if (!isSeen(start, end)) starts.set(start, start);
  const offsets = [...starts.keys()].sort((a, b) => a - b);
  const cuts = offsets.map((start) => ({
    start,
    seen: starts.get(start) ?? start,
    follows: false,
    reads: new Set<string>(),
  }));
  for (const { span, names, isOwn } of usesOf(nodes)) {
    const first = Math.max(0, lastAtMost(offsets, span.start));
    const last = isOwn ? first : lastAtMost(offsets, span.end - 1);
    for (const cut of cuts.slice(first, last + 1)) for (const name of names) cut.reads.add(name);
    const own = cuts[first];
    if (own) own.follows = true;
  }
  return cuts;
}

/** The cut that an offset of the draft falls into, by its index; -1 before the first. */
export function cutAt(cuts: readonly SentenceCut[], offset: number): number {
  return lastAtMost(
    cuts.map(({ start }) => start),
    offset,
  );
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

/** Blocks around whole paragraphs. */
function hiddenBlocks(nodes: readonly (RootContent | PhrasingContent)[]): Span[] {
  return nodes.flatMap((node): Span[] => {
    if (node.type === 'block') return [node.span, ...node.arms.flatMap(({ children }) => hiddenBlocks(children))];
    return 'children' in node && node.type !== 'paragraph' && node.type !== 'heading'
      ? hiddenBlocks(node.children)
      : [];
  });
}

interface Use {
  readonly span: Span;
  readonly names: readonly string[];
  /** False where everything within the span depends on it. */
  readonly isOwn: boolean;
}

function usesOf(nodes: readonly (RootContent | PhrasingContent)[], locals: Locals = new Map()): Use[] {
  const names = (expression: Expression): string[] => namesIn(expression).flatMap((name) => locals.get(name) ?? [name]);
  return nodes.flatMap((node): Use[] => {
    switch (node.type) {
      case 'tag':
        return [{ span: node.span, names: names(node.tag.expression), isOwn: true }];
      case 'claim': {
        const below = usesOf(node.children, locals);
        const { claim, span } = node;
        return claim.kind === 'expression' ? [{ span, names: names(claim.expression), isOwn: true }, ...below] : below;
      }
      case 'media':
        return usesOf([...node.alt.children, ...(node.caption?.children ?? [])], locals);
      case 'block':
        return [
          ...(node.name === 'only'
            ? []
            : [{ span: node.span, names: node.arms.flatMap(({ tag }) => tag.args.flatMap(names)), isOwn: false }]),
          ...node.arms.flatMap(({ tag, children }) => {
            const local = 'local' in tag ? tag.local : undefined;
            return usesOf(
              children,
              local === undefined ? locals : new Map([...locals, [local, tag.args.flatMap(names)]]),
            );
          }),
        ];
      default:
        return 'children' in node ? usesOf(node.children, locals) : [];
    }
  });
}

/** What loops call their rows, and the queries that these are of. */
type Locals = ReadonlyMap<string, readonly string[]>;

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
