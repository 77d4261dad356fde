import { decimalDigits, type Decimal } from '../decimal.js';

/** Zero to nineteen. */
export const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
/** The tens, in their places. */
export const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
/** Short scale, as both British and American English count now. */
export const SCALES: readonly [bigint, string][] = [
  [1_000_000_000_000n, 'trillion'],
  [1_000_000_000n, 'billion'],
  [1_000_000n, 'million'],
  [1_000n, 'thousand'],
];
const LIMIT = 1_000_000_000_000_000n;

/**
 * Writes a number in English words: `minus twenty-one`, `two point five`; `undefined` from a thousand trillion on.
 * `and` is what stands before the last two digits: `one hundred and one`, or `one hundred one` without it.
 */
export function numberWords(number: Decimal, and: boolean): string | undefined {
  const { whole, fraction } = decimalDigits(number);
  const magnitude = BigInt(whole);
  if (magnitude >= LIMIT) return undefined;
  const point = fraction === '' ? '' : ` point ${Array.from(fraction, (digit) => UNITS[Number(digit)]).join(' ')}`;
  return `${number.digits < 0n ? 'minus ' : ''}${wholeWords(magnitude, and)}${point}`;
}

function wholeWords(number: bigint, and: boolean): string {
  for (const [size, name] of SCALES) {
    if (number < size) continue;
    const rest = number % size;
    const joint = and && rest > 0n && rest < 100n ? ' and ' : ' ';
    return `${wholeWords(number / size, and)} ${name}${rest > 0n ? joint + wholeWords(rest, and) : ''}`;
  }
  return hundredsWords(Number(number), and);
}

function hundredsWords(number: number, and: boolean): string {
  if (number < 20) return UNITS[number] ?? '';
  if (number < 100) return `${TENS[Math.floor(number / 10)] ?? ''}${number % 10 ? `-${UNITS[number % 10] ?? ''}` : ''}`;
  const rest = number % 100;
  const tail = rest === 0 ? '' : `${and ? ' and ' : ' '}${hundredsWords(rest, and)}`;
  return `${UNITS[Math.floor(number / 100)] ?? ''} hundred${tail}`;
}
