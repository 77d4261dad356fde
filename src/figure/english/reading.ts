import type { NumberReading, ReadingForms } from '../locale.js';
import type { NumberHedge } from '../number-range.js';
import { rational } from '../rational.js';
import { isArticle, isVague, readNumber, type FoundNumber } from './read-number.js';

/** Words that may stand before a number and leave it as it is. */
const LEADS = lines(
  'just, only, some, merely, exactly, a mere, a total of, as many as, as few as, the, its, their, his, her, our, these, those',
);
const HEDGES: readonly (readonly [readonly string[], NumberHedge])[] = [
  ...hedge('about', 'about, around, roughly, approximately, circa'),
  ...hedge('almost', 'nearly, almost, close to, just under, just below, not quite'),
  ...hedge('just-over', 'just over, just above, slightly more than'),
  ...hedge('more-than', 'more than, over, above'),
  ...hedge('at-least', 'at least, no fewer than, no less than, not fewer than, not less than'),
  ...hedge('at-most', 'at most, no more than, not more than, up to'),
  ...hedge('fewer-than', 'fewer than, less than, under, below'),
];
const BEHIND: readonly (readonly [readonly string[], NumberHedge])[] = [
  ...hedge('at-least', 'or more, at least, at the least'),
  ...hedge('at-most', 'or fewer, or less, at most, at the most'),
  ...hedge('about', 'or so'),
];
/** Phrases of comparison that name no number. */
const EQUALS: readonly string[] = ['as many', 'as much', 'the same as', 'the same number'];

/** Reads English phrases of numbers. */
export const englishReading: ReadingForms = {
  number: readPhrase,
  slant: (front) => {
    if (/(?:^| )(?:just|only|merely|a mere|as few as)$/.test(front)) return 'small';
    return front.endsWith('as many as') ? 'large' : undefined;
  },
  isUnclear: (rest) => /(?:^| )(?:or|than|not|to|nor|plus|minus)(?: |$)/.test(rest),
};

function readPhrase(comparable: string): NumberReading {
  const words = comparable.split(' ').map((word) => word.replace(/^[([]+|[),;:\].]+$/g, ''));
  const { start, hedge } = readFront(words);
  const found = readNumber(words, start) ?? readWhole(words, start) ?? readArticle(words, start);
  if (!found) return { problem: hasNumber(words, start) ? 'before' : 'none' };
  const behind = BEHIND.find(([phrase]) => matches(words, found.next, phrase));
  const end = found.next + (behind?.[0].length ?? 0);
  if (hasNumber(words, end) || (behind && hedge !== 'none')) return { problem: 'many' };
  const part = (from: number, to?: number): string => words.slice(from, to).join(' ');
  return {
    stated: found.stated,
    hedge: behind?.[1] ?? hedge,
    front: part(0, start),
    number: part(start, found.next),
    behind: part(found.next, end),
    rest: part(end),
    isRatio: /(?:%|per ?cent)$/.test(part(start, found.next)) || readWhole(words, start) !== undefined,
  };
}

/** Passes leads and one hedge. */
function readFront(words: readonly string[]): { readonly start: number; readonly hedge: NumberHedge } {
  let start = 0;
  let hedge: NumberHedge = 'none';
  for (;;) {
    const found: (typeof HEDGES)[number] | undefined =
      hedge === 'none' ? HEDGES.find(([phrase]) => matches(words, start, phrase)) : undefined;
    const lead = LEADS.find((phrase) => matches(words, start, phrase));
    const rest = words.slice(start).join(' ');
    if (EQUALS.includes(rest)) return { start, hedge };
    if (found) [start, hedge] = [start + found[0].length, found[1]];
    else if (lead) start += lead.length;
    else return { start, hedge };
  }
}

/** `all` and `as many` are the whole, when nothing else is said. */
function readWhole(words: readonly string[], start: number): FoundNumber | undefined {
  const rest = words.slice(start).join(' ');
  if (rest === 'all' || EQUALS.includes(rest))
    return { stated: { number: rational(1), step: undefined }, next: words.length };
  return undefined;
}

/** `an attack`, `a single attack`. */
function readArticle(words: readonly string[], start: number): FoundNumber | undefined {
  if (!isArticle(words[start]) || isVague(words, start)) return undefined;
  if (start + 1 >= words.length || hasNumber(words, start + 1)) return undefined;
  return { stated: { number: rational(1), step: undefined }, next: start + (words[start + 1] === 'single' ? 2 : 1) };
}

function hasNumber(words: readonly string[], from: number): boolean {
  return words.some((_, index) => index >= from && readNumber(words, index) !== undefined);
}

function matches(words: readonly string[], start: number, phrase: readonly string[]): boolean {
  return phrase.every((word, index) => words[start + index] === word);
}

function hedge(kind: NumberHedge, phrases: string): readonly (readonly [readonly string[], NumberHedge])[] {
  return lines(phrases).map((phrase) => [phrase, kind]);
}

/** Phrases between commas, as words. */
function lines(phrases: string): readonly (readonly string[])[] {
  return phrases.split(', ').map((phrase) => phrase.split(' '));
}
