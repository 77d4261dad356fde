import type { Span } from '../../model/position.js';
import type { Entity } from '../../model/thread.js';
import { graphemes } from '../../platform/graphemes.js';
import { excessOf, type Platform } from '../../platform/platform.js';
import { range } from './check-entities.js';
import { grouped } from './grouped.js';
import { report, type RenderContext } from './render-context.js';
import type { Stuck } from './split-text.js';
import type { TracedText } from './traced-text.js';

interface Post {
  /** Counts from 1. */
  readonly ordinal: number;
  readonly text: TracedText;
  readonly entities: readonly Entity[];
  readonly span: Span;
  /** What fits no post, where it should be split and cannot be. */
  readonly stuck: Stuck | undefined;
}

/** Says how far a post is over its platform's limit, and from which word on. */
export function checkLength({ ordinal, text, entities, span, stuck }: Post, context: RenderContext): void {
  const { platform } = context;
  const measure = platform.measure(text.text);
  const excess = excessOf(measure);
  if (!excess) return;
  const start = firstWordPast(text.text, entities, context);
  const marks = text.marks.slice(start);
  report(
    context,
    marks.length > 0 ? range(marks.slice(0, firstWord(text.text.slice(start)).length)) : span,
    'post-too-long',
    `Unexpected ${grouped(excess.count)} ${excess.unit} in post ${ordinal} on ${platform.name}, expected at most ${grouped(excess.limit)}; ${grouped(excess.count - excess.limit)} over, from \`${excerpt(text.text.slice(start))}\` on`,
    [wayOut(stuck, platform), measure.note].filter((part) => part !== undefined).join('. '),
  );
}

function wayOut(stuck: Stuck | undefined, platform: Platform): string {
  if (!stuck) return platform.joins ? 'Shorten the posts' : 'Shorten the post, or part it with a line `---`';
  const measure = platform.measure(stuck.words.text);
  const { count, unit } = excessOf(measure) ?? measure.sizes[0];
  return `It cannot be split, because the ${stuck.kind} \`${excerpt(stuck.words.text)}\` is never cut and has ${grouped(count)} ${unit} by itself; shorten that`;
}

/** Where the word starts that no longer fits; a link, hashtag or mention counts as one word. */
function firstWordPast(text: string, entities: readonly Entity[], { platform }: RenderContext): number {
  const ends = [0];
  for (const grapheme of graphemes(text)) ends.push((ends.at(-1) ?? 0) + grapheme.length);
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (excessOf(platform.measure(text.slice(0, ends[middle])))) high = middle - 1;
    else low = middle;
  }
  const fits = ends[low] ?? 0;
  const cut = entities.find(({ start, end }) => start < fits && fits < end)?.start ?? fits;
  const spaces = /^\s*/.exec(text.slice(cut))?.[0].length ?? 0;
  if (spaces > 0) return cut + spaces;
  let start = cut;
  while (start > 0 && !/\s/.test(text.charAt(start - 1))) start -= 1;
  // A word longer than a whole post is cut where the limit is
  return start > 0 ? start : cut;
}

const MOST_QUOTED = 60;

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const all = graphemes(line);
  if (all.length <= MOST_QUOTED) return line;
  return `${all
    .slice(0, MOST_QUOTED)
    .join('')
    .replace(/\s+\S*$/, '')}…`;
}

function firstWord(text: string): string {
  return /^\S+/.exec(text)?.[0] ?? text.slice(0, 1);
}
