import type { StatedNumber } from '../number-range.js';
import { addRationals, multiplyRationals, rational, type Rational } from '../rational.js';
import { SCALES, TENS, UNITS } from './number-words.js';
import { ordinalSuffix, ordinalWords } from './ordinals.js';

/** A number, and the word that follows it. */
export interface FoundNumber {
  readonly stated: StatedNumber;
  readonly next: number;
}

const CARDINALS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.flatMap((word, value) => (word === '' ? [] : [[word, 10 * value] as const])),
  ['nil', 0],
]);
const ORDINALS: ReadonlyMap<string, number> = new Map(
  [...CARDINALS].map(([word, value]) => [ordinalWords(word) ?? word, value]),
);
const MULTIPLIERS: ReadonlyMap<string, bigint> = new Map([
  ['hundred', 100n],
  ...SCALES.map(([value, word]) => [word, value] as const),
]);
const LETTERS: Readonly<Record<string, bigint>> = { k: 1_000n, m: 1_000_000n, bn: 1_000_000_000n };
/** Words that are numbers by themselves, the longest first. */
const FIXED: readonly (readonly [string, Rational])[] = [
  ['half a dozen', rational(6)],
  ['half a million', rational(500_000)],
  ['half a billion', rational(500_000_000)],
  ['not a single', rational(0)],
  ['not one', rational(0)],
  ['a couple of', rational(2)],
  ['a couple', rational(2)],
  ['a pair of', rational(2)],
  ['a dozen', rational(12)],
  ['both', rational(2)],
  ['neither', rational(0)],
  ['none', rational(0)],
  ['no', rational(0)],
  ['once', rational(1)],
  ['twice', rational(2)],
  ['thrice', rational(3)],
  ['double', rational(2)],
  ['triple', rational(3)],
  ['treble', rational(3)],
];
/** What a part of something may be followed by; before another word `a third` is the third of a row. */
const BEHIND_PART: readonly string[] = ['of', 'as', 'the', 'more', 'fewer', 'less'];
const DIGITS = /^(−?)(\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(\.\d+)?(%|st|nd|rd|th|k|m|bn)?$/u;

/** Measures behind a number that make another one of it: nobody knows here how many `2 lakh` are meant to be. */
const OTHER_SCALES: ReadonlySet<string> = new Set(
  'k m b bn mn mln mio tn trn hundreds thousands millions billions trillions quadrillion quadrillions quintillion dozens lakh lakhs crore crores score gross grand pc pct p.c ‰ hundredth hundredths thousandth thousandths millionth millionths'.split(
    ' ',
  ),
);
const PER = /^(?:hundred|thousand|mille|million|head|capita)$/;
/** `a few attacks` is not one attack. */
const VAGUE: ReadonlySet<string> = new Set(
  'few lot number handful majority minority average series string range total group bit'.split(' '),
);

/** Reads the number that starts at a word, if one does that has one meaning; words are comparable, without marks. */
export function readNumber(words: readonly string[], start: number): FoundNumber | undefined {
  if (isVague(words, start)) return undefined;
  const found = readCounted(words, start);
  const [next = '', after = ''] = found ? words.slice(found.next) : [];
  return OTHER_SCALES.has(next) || (next === 'per' && PER.test(after)) ? undefined : found;
}

function readCounted(words: readonly string[], start: number): FoundNumber | undefined {
  const fixed = readFixed(words, start);
  if (fixed) return fixed;
  const found = readPart(words, start) ?? readPlain(words, start);
  return found && readOutOf(words, readDozens(words, readPerCent(words, found)));
}

function readFixed(words: readonly string[], start: number): FoundNumber | undefined {
  for (const [phrase, number] of FIXED) {
    const parts = phrase.split(' ');
    if (parts.every((part, index) => words[start + index] === part)) return exactly(number, start + parts.length);
  }
  return undefined;
}

/** `half`, `a third`, `two thirds`; `a third attack` is the third. */
function readPart(words: readonly string[], start: number): FoundNumber | undefined {
  if (words[start] === 'half') return exactly(rational(1, 2), start + 1);
  const counted = isArticle(words[start]) || words[start] === 'one' ? 1 : CARDINALS.get(words[start] ?? '');
  const under = partNamed(words[start + 1] ?? '', counted === 1);
  if (counted === undefined || counted === 0 || under === undefined) return undefined;
  const next = start + 2;
  const isOrdinal = counted === 1 && under !== 2 && under !== 4 && next < words.length;
  if (isOrdinal && !BEHIND_PART.includes(words[next] ?? '')) return exactly(rational(under), next);
  return nearly(rational(counted, under), next);
}

/** The engine divides a third to 16 digits; it is a third all the same. */
function nearly(number: Rational, next: number): FoundNumber {
  return { stated: { number, step: rational(1n, 10n ** 12n) }, next };
}

function partNamed(word: string, isOne: boolean): number | undefined {
  const singular = isOne ? word : word.endsWith('s') ? word.slice(0, -1) : '';
  if (singular === 'half' || word === 'halves') return 2;
  if (singular === 'quarter') return 4;
  const value = ORDINALS.get(singular);
  return value !== undefined && value > 2 && value <= 20 ? value : undefined;
}

function readPlain(words: readonly string[], start: number): FoundNumber | undefined {
  if (words[start] === 'minus') {
    const found = readPlain(words, start + 1);
    return found && { ...found, stated: { ...found.stated, number: negative(found.stated.number) } };
  }
  return readDigits(words, start) ?? readSpelled(words, start);
}

function readDigits(words: readonly string[], start: number): FoundNumber | undefined {
  const match = DIGITS.exec(words[start] ?? '');
  if (!match) return undefined;
  const [, minus = '', whole = '', fraction = '', unit = ''] = match;
  if (/^(?:st|nd|rd|th)$/.test(unit) && unit !== ordinalSuffix(whole)) return undefined;
  const digits = BigInt(whole.replaceAll(',', '') + fraction.slice(1)) * (minus === '' ? 1n : -1n);
  const places = BigInt(Math.max(fraction.length - 1, 0));
  const scale = MULTIPLIERS.get(words[start + 1] ?? '');
  const factor = rational(LETTERS[unit] ?? (unit === '' ? (scale ?? 1n) : 1n));
  const step = multiplyRationals(rational(1n, 10n ** places), factor);
  const found = {
    stated: {
      number: multiplyRationals(rational(digits, 10n ** places), factor),
      step: places > 0n ? step : undefined,
    },
    next: start + (unit === '' && scale !== undefined ? 2 : 1),
  };
  return unit === '%' ? perCent(found, found.next, step) : found;
}

/** `one hundred and one`, `twenty first`, `two point five`, `three and a half`. */
function readSpelled(words: readonly string[], start: number): FoundNumber | undefined {
  let [total, current, next] = [0n, 0n, start];
  let last: 'none' | 'unit' | 'ten' | 'hundred' | 'scale' = 'none';
  let smallest: bigint | undefined;
  if (isArticle(words[start]) && MULTIPLIERS.has(words[start + 1] ?? ''))
    [current, next, last] = [1n, start + 1, 'unit'];
  for (; next < words.length; next++) {
    const word = words[next] ?? '';
    const value = CARDINALS.get(word) ?? ORDINALS.get(word);
    if (value !== undefined && takes(last, value)) {
      current += BigInt(value);
      last = value < 20 ? 'unit' : 'ten';
      if (!CARDINALS.has(word)) return exactly(rational(total + current), next + 1);
      continue;
    }
    const multiplier = MULTIPLIERS.get(word);
    if (multiplier === 100n && (last === 'unit' || last === 'ten') && current > 0n && current < 100n) {
      [current, last] = [current * 100n, 'hundred'];
    } else if (multiplier !== undefined && multiplier > 100n && current > 0n && (!smallest || multiplier < smallest)) {
      [total, current, last, smallest] = [total + current * multiplier, 0n, 'scale', multiplier];
    } else if (!(word === 'and' && (last === 'hundred' || last === 'scale') && CARDINALS.has(words[next + 1] ?? '')))
      break;
  }
  if (last === 'none') return undefined;
  return readFraction(words, rational(total + current), next);
}

/** Says whether a unit or a ten may follow what was read last. */
function takes(last: string, value: number): boolean {
  if (last === 'unit') return false;
  return last === 'ten' ? value > 0 && value < 10 : last === 'none' || value > 0;
}

function readFraction(words: readonly string[], whole: Rational, next: number): FoundNumber {
  if (words[next] === 'and' && isArticle(words[next + 1])) {
    const under = partNamed(words[next + 2] ?? '', true);
    if (under !== undefined) return nearly(addRationals(whole, rational(1, under)), next + 3);
  }
  if (words[next] !== 'point') return exactly(whole, next);
  let [digits, end] = ['', next + 1];
  for (; end < words.length; end++) {
    const digit = UNITS.indexOf(words[end] ?? '');
    if (digit < 0 || digit > 9) break;
    digits += String(digit);
  }
  if (digits === '') return exactly(whole, next);
  const step = rational(1n, 10n ** BigInt(digits.length));
  const number = addRationals(whole, multiplyRationals(rational(BigInt(digits)), step));
  const scale = MULTIPLIERS.get(words[end] ?? '');
  if (scale === undefined) return { stated: { number, step }, next: end };
  const factor = rational(scale);
  return {
    stated: { number: multiplyRationals(number, factor), step: multiplyRationals(step, factor) },
    next: end + 1,
  };
}

function readPerCent(words: readonly string[], found: FoundNumber): FoundNumber {
  const { next, stated } = found;
  if (words[next] === 'percent' || words[next] === '%') return perCent(found, next + 1, stated.step ?? rational(1));
  if (words[next] === 'per' && words[next + 1] === 'cent') return perCent(found, next + 2, stated.step ?? rational(1));
  return found;
}

/** `92%`, which may be rounded; `0%` and `100%` say none and all, which what rounds to them is not. */
function perCent({ stated }: FoundNumber, next: number, step: Rational): FoundNumber {
  const hundredth = rational(1, 100);
  const { over, under } = stated.number;
  if (over === 0n || over === 100n * under) return exactly(multiplyRationals(stated.number, hundredth), next);
  return {
    stated: { number: multiplyRationals(stated.number, hundredth), step: multiplyRationals(step, hundredth) },
    next,
  };
}

/** `two dozen`. */
function readDozens(words: readonly string[], { stated, next }: FoundNumber): FoundNumber {
  if (words[next] !== 'dozen') return { stated, next };
  return exactly(multiplyRationals(stated.number, rational(12)), next + 1);
}

/** `one in five`, `two out of three`; in 2021 is a year. */
function readOutOf(words: readonly string[], found: FoundNumber): FoundNumber {
  const { next, stated } = found;
  const joint = words[next] === 'in' ? 1 : words[next] === 'out' && words[next + 1] === 'of' ? 2 : 0;
  if (joint === 0) return found;
  const at = next + joint + (words[next + joint] === 'every' ? 1 : 0);
  if (/^\d{4}$/.test(words[at] ?? '')) return found;
  const under = readPlain(words, at);
  if (!under || under.stated.number.over <= 0n || under.stated.step || stated.step) return found;
  const { over, under: parts } = under.stated.number;
  return nearly(multiplyRationals(stated.number, { over: parts, under: over }), under.next);
}

/** `a few`, `a number`: they say no number. */
export function isVague(words: readonly string[], start: number): boolean {
  return isArticle(words[start]) && VAGUE.has(words[start + 1] ?? '');
}

/** `a`, `an`. */
export function isArticle(word: string | undefined): boolean {
  return word === 'a' || word === 'an';
}

function exactly(number: Rational, next: number): FoundNumber {
  return { stated: { number, step: undefined }, next };
}

function negative(number: Rational): Rational {
  return { ...number, over: -number.over };
}
