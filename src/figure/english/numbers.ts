import { compareDecimals, wholeDecimal } from '../decimal.js';
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
    range: (low, high, mark) => `${low}${mark === 'dash' ? '–' : ' to '}${high}`,
  };
}
