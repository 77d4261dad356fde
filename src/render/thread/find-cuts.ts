import { isAbbreviation } from '../../figure/abbreviations.js';
import { graphemes } from '../../platform/graphemes.js';
import type { WholeRange } from './find-wholes.js';
import { sentenceEnds } from './sentence-ends.js';

/** A place where a post may be cut: what stands between `end` and `start`, white space or nothing, belongs to neither part. */
export interface Cut {
  readonly end: number;
  readonly start: number;
  readonly rank: Rank;
  /** When the cut is thought of: in the first stage freely, in a later one only inside a stretch that is too long for a post. */
  readonly stage: number;
}

/** What ends at a cut. */
export type Rank = 'paragraph' | 'line' | 'sentence' | 'item' | 'clause' | 'word';

/**
 * The stages, in which more and more gives way: first cuts where a sentence ends, or more; then where a clause ends; then between
 * words; then through brackets; through a quotation or code; between words and the link behind them, words that end in
 * a colon and what follows, the mark of a list and its first words; between a number and its unit, an abbreviation and its
 * name. What is live, a figure, a claim and a grapheme never give way.
 */
export const STAGES = { sentence: 0, clause: 1, word: 2, brackets: 3, quotation: 4, lead: 5, unit: 6 } as const;
export const LAST_STAGE = STAGES.unit;
const NEVER = 99;

const STAGE_OF: Readonly<Record<WholeRange['kind'], number>> = {
  bracket: STAGES.brackets,
  quotation: STAGES.quotation,
  code: STAGES.quotation,
  'link with its words': STAGES.lead,
  link: NEVER,
  hashtag: NEVER,
  mention: NEVER,
  figure: NEVER,
  claim: NEVER,
};

/** Says whether a stretch of this kind is never cut. */
export function isNeverCut({ kind }: WholeRange): boolean {
  return STAGE_OF[kind] === NEVER;
}

/** White space that does not hold words together. */
const GAP = /[ \t\n\u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]+/g;
/** Scripts written without spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]+/gu;
/** Punctuation after which a clause goes on without a space. */
const CLOSED_CLAUSE = /(?<=[\p{L}\p{N}\p{Pe}\p{Pf}])(?:—(?=[\p{L}“‘"(])|[、，；](?=\p{L}))/gu;
const CLAUSE = /[,;:،؛、，；：—–][\p{Pe}\p{Pf}"']*$/u;

/**
 * Finds every place where a post may be cut, in order. None lies inside a link, a hashtag, a mention, a figure, a claim or a
 * grapheme, and words of scripts with spaces are never cut.
 */
export function findCuts(text: string, wholes: readonly WholeRange[], lang: string): Cut[] {
  const stages = stagesInside(text, wholes);
  const boundaries = graphemeBoundaries(text);
  const ends = endsOf(text, lang);
  const look: Look = { text, lang, months: monthsOf(lang), marks: markedStarts(text) };
  return gaps(text, ends, lang).flatMap(({ end, start, rank }): Cut[] => {
    const inside = Math.max(stages[end] ?? 0, stages[start] ?? 0);
    if (inside === NEVER || !boundaries.has(end) || !boundaries.has(start)) return [];
    const stage = Math.max(
      inside,
      rank === 'word' || rank === 'clause' ? STAGES[rank] : STAGES.sentence,
      bond({ end, start, rank }, look),
    );
    return [{ end, start, rank, stage }];
  });
}

type Gap = Pick<Cut, 'end' | 'start' | 'rank'>;

function gaps(text: string, ends: ReadonlySet<number>, lang: string): Gap[] {
  const found = new Map<number, Gap>();
  const add = (end: number, start: number, rank: Rank): void => {
    if (end > 0 && start < text.length && !found.has(end)) found.set(end, { end, start, rank });
  };
  for (const match of text.matchAll(GAP)) {
    const end = match.index;
    const start = end + match[0].length;
    // Beside a space that holds words together this one does too
    if (/\s/.test(text.charAt(end - 1)) || /\s/.test(text.charAt(start))) continue;
    add(end, start, rankOf(text, { end, start }, ends.has(end)));
  }
  for (const end of ends) if (!/[\s#＃@＠]/.test(text.charAt(end))) add(end, end, 'sentence');
  for (const match of text.matchAll(CLOSED_CLAUSE)) add(match.index + 1, match.index + 1, 'clause');
  for (const end of unspacedWords(text, lang)) add(end, end, 'word');
  return [...found.values()].sort((a, b) => a.end - b.end);
}

function rankOf(text: string, { end, start }: Omit<Gap, 'rank'>, endsSentence: boolean): Rank {
  const gap = text.slice(end, start);
  const isItem = gap.includes('\n') && startsWithMark(text.slice(start, start + 20)) && isInItem(text, end);
  if (isItem) return 'item';
  if (/\n\s*\n/.test(gap)) return 'paragraph';
  if (gap.includes('\n')) return 'line';
  if (endsSentence) return 'sentence';
  return CLAUSE.test(text.slice(Math.max(0, end - 4), end)) ? 'clause' : 'word';
}

function isInItem(text: string, end: number): boolean {
  const line = text.lastIndexOf('\n', end - 1) + 1;
  return startsWithMark(text.slice(line, line + 20));
}

function endsOf(text: string, lang: string): Set<number> {
  const found = new Set<number>();
  let at = 0;
  for (const line of text.split('\n')) {
    for (const end of sentenceEnds(line, lang)) found.add(at + end);
    at += line.length + 1;
  }
  return found;
}

const segmenters = new Map<string, Intl.Segmenter>();

function unspacedWords(text: string, lang: string): number[] {
  const runs = Array.from(text.matchAll(UNSPACED));
  if (runs.length === 0) return [];
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' });
  segmenters.set(lang, segmenter);
  return runs.flatMap((run) =>
    // A run in slices: the segmenter's time grows with the square of its text
    slices(run[0]).flatMap(({ at, part }) =>
      Array.from(segmenter.segment(part), ({ index }) => index)
        .filter((index) => index > 0)
        .map((index) => run.index + at + index),
    ),
  );
}

const MOST_SEGMENTED = 400;

function slices(run: string): { at: number; part: string }[] {
  return Array.from({ length: Math.ceil(run.length / MOST_SEGMENTED) }, (_, index) => {
    const at = index * MOST_SEGMENTED;
    return { at, part: run.slice(at, at + MOST_SEGMENTED) };
  });
}

/** For each place the stage at which what it lies inside of gives way. */
function stagesInside(text: string, wholes: readonly WholeRange[]): Uint8Array {
  const stages = new Uint8Array(text.length + 1);
  for (const { kind, start, end } of wholes) {
    const stage = STAGE_OF[kind];
    for (let at = start + 1; at < end; at += 1) stages[at] = Math.max(stages[at] ?? 0, stage);
  }
  return stages;
}

function graphemeBoundaries(text: string): Set<number> {
  const found = new Set([0]);
  let at = 0;
  for (const grapheme of graphemes(text)) {
    at += grapheme.length;
    found.add(at);
  }
  return found;
}

/** What tells whether words belong together. */
interface Look {
  readonly text: string;
  readonly lang: string;
  readonly months: ReadonlySet<string>;
  /** Ends of the words that stay with the mark of their list. */
  readonly marks: ReadonlySet<number>;
}

const NUMBER = /(?:^|[^\p{L}\p{N}])[\p{Sc}+−-]?\p{Nd}[\p{Nd}.,’'/:–-]*(?:st|nd|rd|th|er|e|[%‰°])?$/u;
const UNIT = /^[\p{L}\p{M}\p{Nd}\p{Sc}%‰°]/u;
const CURRENCY = /(?:^|[\s\p{Ps}])(?:[A-Z]{3}|\p{Sc})$/u;

/** The stage at which the words on both sides of a gap may be parted. */
function bond({ end, start, rank }: Gap, { text, lang, months, marks }: Look): number {
  const before = text.slice(Math.max(0, end - 40), end);
  const after = text.slice(start, start + 40);
  if (/[:：][\p{Pe}\p{Pf}"']*$/u.test(before) || marks.has(end)) return STAGES.lead;
  // A dash with spaces stays with the words before it, a name below a quotation with the quotation
  if (/^(?:[—–]|--?)\s/.test(after) && (rank === 'word' || /[\p{Pf}"]$/u.test(before))) return STAGES.lead;
  if (rank !== 'word') return STAGES.sentence;
  const last = /[^\s\p{Ps}\p{Pi}]*$/u.exec(before)?.[0] ?? '';
  const isCount = NUMBER.test(before) && UNIT.test(after);
  const isAmount = CURRENCY.test(before) && /^\p{Nd}/u.test(after);
  const isDate = /^\p{Nd}/u.test(after) && months.has(last.replace(/\.$/, '').toLowerCase());
  const isName = last.endsWith('.') && isAbbreviation(last.slice(0, -1), lang);
  return isCount || isAmount || isDate || isName ? STAGES.unit : STAGES.sentence;
}

const LIST_MARK = /^[ \t]*(?:[•–·▪◦*☐☑✓✅➡→-]|\(?(?:\d{1,3}(?:\.\d+)*|[ivxlcdm]{1,7}|[a-z])[.)])(?=[ \t])/;

/** Says whether a text starts as an item of a list does. */
export function startsWithMark(text: string): boolean {
  return LIST_MARK.test(text);
}

/** Where the mark of an item ends, and the two words after it. */
function markedStarts(text: string): Set<number> {
  const found = new Set<number>();
  let at = 0;
  for (const line of text.split('\n')) {
    if (LIST_MARK.test(line)) {
      const words = Array.from(line.matchAll(/[^\s]+/g), (match) => ({
        end: match.index + match[0].length,
        word: match[0],
      }));
      words.slice(0, 3).some(({ end, word }, index) => {
        if (index > 0 && /[.?!]$/.test(word)) return true;
        found.add(at + end);
        return false;
      });
    }
    at += line.length + 1;
  }
  return found;
}

const monthNames = new Map<string, ReadonlySet<string>>();

function monthsOf(lang: string): ReadonlySet<string> {
  const known = monthNames.get(lang);
  if (known) return known;
  const names = new Set<string>();
  for (const locale of [lang, 'en-GB']) {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { month, day: 'numeric', timeZone: 'UTC' });
      for (let index = 0; index < 12; index += 1) {
        const parts = format.formatToParts(new Date(Date.UTC(2024, index, 1)));
        names.add((parts.find(({ type }) => type === 'month')?.value ?? '').replace(/\.$/, '').toLowerCase());
      }
    }
  }
  monthNames.set(lang, names);
  return names;
}
