import { compareDecimals, shiftDecimal, wholeDecimal, type Decimal } from '../decimal.js';
import type { NumberForms } from '../locale.js';
import { numberWords } from './number-words.js';
import { ordinalDigits, ordinalWords } from './ordinals.js';

const ONE = wholeDecimal(1n);

/** English numbers: exactly one is singular and everything else plural, 0 and 1.5 too. */
export function englishNumbers({ and }: { readonly and: boolean }): NumberForms {
  return {
    decimalMark: '.',
    // U+2212: a hyphen would break at a line's end, and is shorter than a digit.
    minus: '−',
    words: (number) => numberWords(number, and),
    category: (number) => (compareDecimals(number, ONE) === 0 ? 'one' : 'other'),
    ordinalWords: (number) => ordinalWords(numberWords(number, and)),
    ordinalDigits,
    scaled,
    range: (low, high, mark) => `${low}${mark === 'dash' ? '–' : ' to '}${high}`,
  };
}

const SCALES: readonly [places: number, name: string][] = [
  [12, 'trillion'],
  [9, 'billion'],
  [6, 'million'],
];

function scaled(number: Decimal, factor: (number: Decimal) => string): string | undefined {
  const [places, name] = SCALES.find(([size]) => compareDecimals(number, wholeDecimal(10n ** BigInt(size))) >= 0) ?? [];
  return places === undefined ? undefined : `${factor(shiftDecimal(number, -places))} ${name ?? ''}`;
}
