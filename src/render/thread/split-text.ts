import { excessOf, type Platform } from '../../platform/platform.js';
import { findCuts, isNeverCut, LAST_STAGE, STAGES, type Cut, type Rank } from './find-cuts.js';
import { findWholes, type WholeRange } from './find-wholes.js';
import { slice, type TracedText } from './traced-text.js';

export interface SplitOptions {
  readonly platform: Platform;
  /** A BCP 47 tag: sentences end as they do in this language. */
  readonly lang: string;
  /** The words of a part as they will be posted, with their label; `index` is the part's own, from 0. */
  readonly dress: (words: string, index: number) => string;
}

/** The parts of a post, or the stretch of it that is too long for a post of its own. */
export type SplitText =
  | { readonly kind: 'parts'; readonly parts: readonly TracedText[]; readonly broken: readonly WholeRange[] }
  | { readonly kind: 'stuck'; readonly what: Stuck };

/** What is too long for a post and is never cut. */
export interface Stuck {
  readonly kind: WholeRange['kind'] | 'word';
  readonly words: TracedText;
}

/** What it costs to end a part so, where a part more costs 1. */
const RANK_COSTS: Readonly<Record<Rank, number>> = {
  paragraph: 0,
  line: 0.1,
  sentence: 0.25,
  item: 0.4,
  clause: 0.75,
  word: 2,
};
/** Costs a cut through what should be whole, where nothing else is left. */
const BROKEN_COST = 3;
/** Times the square of the share of a post that stays empty. */
const BALANCE = 0.5;
/** A last part under this share of the mean of the others is an orphan. */
const ORPHAN = 0.35;
const ORPHAN_COST = 0.5;

/**
 * Splits a text that is too long for a post into the parts that cost least: as few as can be, cut where most ends, of like
 * length, without an orphan at the end. Every part fits with its label; joined with the white space that stood at the cuts
 * they are the text again.
 *
 * Cuts are thought of in stages (`STAGES`): the next stage only inside a stretch that is too long for a post by itself. So
 * a sentence that fits a post is never cut, though that may take a post more.
 */
export function splitText(text: TracedText, options: SplitOptions): SplitText {
  const wholes = findWholes(text, options.platform.findEntities(text.text));
  const cuts = findCuts(text.text, wholes, options.lang);
  const fits = (start: number, end: number, index: number): boolean =>
    !excessOf(options.platform.measure(options.dress(text.text.slice(start, end), index)));
  const chosen = refine(cuts, text.text.length, fits);
  const pieces = piecesOf(chosen, text.text.length);
  const path = cheapest(pieces, chosen, { text: text.text, fits, measure: options.platform.measure });
  if (!path) {
    const piece = pieces.find(({ start, end }) => !fits(start, end, WIDEST)) ?? { start: 0, end: text.text.length };
    const whole = longestIn(piece, wholes);
    // Where wholes lie in each other, none may be too long by itself
    const { kind, start, end } =
      whole && !fits(whole.start, whole.end, WIDEST) ? whole : { ...piece, kind: whole?.kind ?? ('word' as const) };
    return { kind: 'stuck', what: { kind, words: slice(text, start, end) } };
  }
  const taken = path.flatMap((index) => chosen[index] ?? []);
  return {
    kind: 'parts',
    parts: piecesOf(taken, text.text.length).map(({ start, end }) => slice(text, start, end)),
    broken: wholes.filter(({ start, end }) => taken.some((cut) => start < cut.end && cut.start < end)),
  };
}

type Fits = (start: number, end: number, index: number) => boolean;

interface Piece {
  readonly start: number;
  readonly end: number;
}

function piecesOf(cuts: readonly Cut[], length: number): Piece[] {
  return [...cuts, undefined].map((cut, index) => ({
    start: cuts[index - 1]?.start ?? 0,
    end: cut?.end ?? length,
  }));
}

/** Takes the cuts of the first stage, and those of the next inside each stretch that does not fit by itself. */
function refine(cuts: readonly Cut[], length: number, fits: Fits): Cut[] {
  let chosen = cuts.filter(({ stage }) => stage === 0);
  for (let stage = 1; stage <= LAST_STAGE; stage += 1) {
    const long = piecesOf(chosen, length).filter(({ start, end }) => !fits(start, end, WIDEST));
    if (long.length === 0) break;
    const more: Cut[] = [];
    let at = 0;
    for (const cut of cuts) {
      if (cut.stage !== stage) continue;
      while ((long[at]?.end ?? Infinity) <= cut.end) at += 1;
      const stretch = long[at];
      if (stretch && stretch.start < cut.start) more.push(cut);
    }
    chosen = [...chosen, ...more].sort((a, b) => a.end - b.end);
  }
  return chosen;
}

/** Stands for a part whose number has as many digits as any. */
const WIDEST = Infinity;

interface Scale {
  readonly text: string;
  readonly fits: Fits;
  readonly measure: Platform['measure'];
}

/** The cuts to take, by their index; `undefined` where a piece fits no post. */
function cheapest(pieces: readonly Piece[], cuts: readonly Cut[], scale: Scale): number[] | undefined {
  const count = pieces.length;
  const fill = filler(pieces, scale);
  const best = new Array<Best | undefined>(count + 1);
  best[0] = { cost: 0, parts: 0, from: 0 };
  let furthest = 0;
  for (let from = 0; from < count; from += 1) {
    const before = best[from];
    if (!before) continue;
    furthest = furthestFrom(from, before.parts, pieces, { fill, fits: scale.fits, last: furthest });
    for (let to = from + 1; to <= furthest; to += 1) {
      const full = Math.min(1, fill(from, to));
      const end = to === count ? orphanCost(full, fill(0, from), before.parts) : cutCost(cuts[to - 1]);
      const cost = before.cost + 1 + BALANCE * (1 - full) ** 2 + end;
      // By a hair is by chance
      if (cost < (best[to]?.cost ?? Infinity) - 1e-9) best[to] = { cost, parts: before.parts + 1, from };
    }
  }
  if (!best[count]) return undefined;
  const path: number[] = [];
  for (let at = best[count].from; at > 0; at = best[at]?.from ?? 0) path.unshift(at - 1);
  return path;
}

/** The cheapest way to have so many pieces in parts. */
interface Best {
  readonly cost: number;
  readonly parts: number;
  readonly from: number;
}

function cutCost(cut: Cut | undefined): number {
  return cut ? RANK_COSTS[cut.rank] + (cut.stage > STAGES.word ? BROKEN_COST : 0) : 0;
}

function orphanCost(last: number, others: number, parts: number): number {
  return parts > 0 && last < (ORPHAN * others) / parts ? ORPHAN_COST : 0;
}

/** How full of a post some pieces are, from the sizes of each: near enough to weigh parts against each other. */
function filler(pieces: readonly Piece[], { text, measure }: Scale): (from: number, to: number) => number {
  // A list a size: the sums of all pieces before each
  const sums: number[][] = [];
  pieces.forEach(({ start }, index) => {
    const { sizes } = measure(text.slice(start, pieces[index + 1]?.start ?? text.length));
    sizes.forEach(({ count, limit }, size) => {
      const sum = (sums[size] ??= [0]);
      sum.push((sum[index] ?? 0) + count / limit);
    });
  });
  return (from, to) => {
    let most = 0;
    for (const sum of sums) most = Math.max(most, (sum[to] ?? 0) - (sum[from] ?? 0));
    return most;
  };
}

interface Reach {
  readonly fill: (from: number, to: number) => number;
  readonly fits: Fits;
  /** How far the piece before came; 0 when it is not known. */
  readonly last: number;
}

/**
 * The last piece, counted from 1, that fits into one part with all from `from` on. The piece before came about as far, so
 * few parts are measured, however many pieces there are.
 */
function furthestFrom(from: number, index: number, pieces: readonly Piece[], { fill, fits, last }: Reach): number {
  const fitsTo = (to: number): boolean => fits(pieces[from]?.start ?? 0, pieces[to - 1]?.end ?? 0, index);
  let to = Math.max(from + 1, last);
  if (last === 0) while (to < pieces.length && fill(from, to + 1) <= 1) to += 1;
  while (to > from && !fitsTo(to)) to -= 1;
  while (to > from && to < pieces.length && fitsTo(to + 1)) to += 1;
  return to;
}

function longestIn(piece: Piece, wholes: readonly WholeRange[]): WholeRange | undefined {
  return wholes
    .filter((one) => isNeverCut(one) && piece.start <= one.start && one.end <= piece.end)
    .sort((a, b) => b.end - b.start - (a.end - a.start))[0];
}
