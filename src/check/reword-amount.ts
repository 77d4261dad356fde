import { comparableWords } from '../figure/comparable-words.js';
import { compareDecimals, parseDecimal, type Decimal } from '../figure/decimal.js';
import type { NumberReading } from '../figure/locale.js';
import { decimalOf } from '../figure/rational.js';
import type { Finding } from '../model/claim.js';
import { numberPrinter } from './number-printer.js';
import { roundBeside } from './round-beside.js';
import type { Rewording } from './rewording.js';

type Amount = Finding & { kind: 'amount' };
type Stated = Extract<NumberReading, { readonly problem?: undefined }>;

/** A phrase as the writer typed it, part by part. */
interface Parts {
  readonly front: string;
  readonly behind: string;
  readonly rest: string;
}

/** How many more digits than before a number behind a hedge may have. */
const MORE_DIGITS = 3;

/** What the words of a number may say instead, the closest to what they were first; none where their noun cannot follow. */
export function rewordAmount(core: string, finding: Amount, rewording: Rewording): readonly string[] {
  const { locale } = rewording.reading;
  const reading = locale.reading.number(comparableWords(core, locale));
  if (reading.problem !== undefined) return [];
  const value = parseDecimal(finding.value);
  const parts = partsOf(core, reading, rewording);
  const noun = nounFor(value, parts.rest, reading, finding, rewording);
  if (noun === undefined) return [];
  if (value.digits === 0n && finding.nouns) return [finding.text];
  const printer = numberPrinter(reading, rewording);
  const phrase = (front: string, number: string, behind: string): string =>
    [front, number, behind, noun].filter((part) => part !== '').join(' ');
  const hedged = hedgedNumbers(value, reading).map((number) => phrase(parts.front, printer(number), parts.behind));
  const front = reading.hedge === 'none' && fits(value, reading, rewording) ? parts.front : '';
  const worded = value.digits === 0n && parts.rest !== '' ? locale.phrases.none?.(parts.rest) : undefined;
  const none = worded === undefined ? [] : [worded];
  return [...none, ...hedged, phrase(front, printer(value), ''), ...whole(finding, front, noun)];
}

/** As a tag would print it. */
function whole({ text, nouns }: Amount, front: string, noun: string): readonly string[] {
  const texts = nouns || noun === '' ? [text] : [`${text} ${noun}`];
  return front === '' ? texts : [...texts.map((one) => `${front} ${one}`), ...texts];
}

/** The numbers that a hedge may stand before, the roundest first. */
function hedgedNumbers(value: Decimal, { hedge, stated }: Stated): readonly Decimal[] {
  const old = decimalOf(stated.number);
  if (hedge === 'none' || !old) return [];
  if (hedge === 'at-least' || hedge === 'at-most') return [value];
  const side = {
    about: 'near',
    almost: 'above',
    'fewer-than': 'above',
    'just-over': 'below',
    'more-than': 'below',
  } as const;
  const beside = side[hedge];
  // More than 19, for 20, is no way to say it
  const most = beside === 'near' ? Infinity : String(value.digits).replace('-', '').length - 1;
  const digits = significantDigits(old);
  return Array.from({ length: MORE_DIGITS + 1 }, (_, more) => digits + more)
    .filter((count) => count <= most)
    .map((count) => roundBeside(value, count, beside));
}

function significantDigits({ digits }: Decimal): number {
  return String(digits).replace('-', '').replace(/0+$/, '').length || 1;
}

/** Words that call a number small or large stay only where it became smaller or larger. */
function fits(value: Decimal, { front, stated }: Stated, { reading }: Rewording): boolean {
  const slant = reading.locale.reading.slant(front);
  const old = decimalOf(stated.number);
  if (slant === undefined || !old) return slant === undefined;
  const change = compareDecimals(value, old);
  return slant === 'small' ? change <= 0 : change >= 0;
}

/** The noun behind the new number; `undefined` where nothing says its form. */
function nounFor(
  value: Decimal,
  rest: string,
  { stated }: Stated,
  { nouns }: Amount,
  { reading: { locale } }: Rewording,
): string | undefined {
  const isOne = (number: Decimal): boolean => locale.numbers.category(number) === 'one';
  const old = decimalOf(stated.number);
  if (!nouns) return rest === '' || !old || isOne(old) === isOne(value) ? rest : undefined;
  const form = (isOne(value) ? nouns[0] : nouns[1]) ?? '';
  return comparableWords(rest, locale) === comparableWords(form, locale) ? rest : form;
}

/** Cuts typed words where their comparable form has its parts. */
function partsOf(core: string, { front, behind, rest }: Stated, { reading: { locale } }: Rewording): Parts {
  const same = (text: string, part: string): boolean => comparableWords(text, locale) === part;
  const cuts = [0, ...Array.from(core.matchAll(/[\s-]+/gu), ({ index, 0: gap }) => index + gap.length), core.length];
  const until = (part: string): number => (part === '' ? 0 : (cuts.find((cut) => same(core.slice(0, cut), part)) ?? 0));
  const from = (part: string): number =>
    part === '' ? core.length : (cuts.findLast((cut) => same(core.slice(cut), part)) ?? core.length);
  const restAt = from(rest);
  const behindAt = behind === '' ? restAt : from(rest === '' ? behind : `${behind} ${rest}`);
  return {
    front: core.slice(0, until(front)).trim(),
    behind: core.slice(behindAt, restAt).trim(),
    rest: core.slice(restAt).trim(),
  };
}
