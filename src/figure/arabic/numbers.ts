import { compareDecimals, isWhole, wholeDecimal, type Decimal } from '../decimal.js';
import type { NumberForms } from '../locale.js';
import { inDigits, type Digits } from './digits.js';
import { numberWords } from './number-words.js';
import { ordinalWords } from './ordinals.js';

/** Arabic numbers: in digits, and in words where their gender and case are known. */
export function arabicNumbers(digits: Digits): NumberForms {
  return {
    decimalMark: '.',
    // Behind the mark, the sign stays before its number in words that run from right to left
    minus: '\u200e−',
    words: (number, agreement) => (agreement && isWhole(number) ? numberWords(number.digits, agreement) : undefined),
    category,
    ordinalWords: (number, gender) => gender && ordinalWords(number.digits, gender),
    ordinalDigits: (_, written) => `الـ${written}`,
    scaled: () => undefined,
    range: (low, high, mark) => (mark === 'dash' ? `${low}–${high}` : `${low} إلى ${high}`),
    written: (latin) => inDigits(latin, digits),
  };
}

/** The six forms of Arabic (CLDR plural rules): 3 to 10 and 11 to 99 count from each hundred on. */
function category(number: Decimal): ReturnType<NumberForms['category']> {
  if (!isWhole(number)) return 'other';
  for (const [exact, name] of EXACT) if (compareDecimals(number, wholeDecimal(exact)) === 0) return name;
  const rest = (number.digits < 0n ? -number.digits : number.digits) % 100n;
  if (rest >= 3n && rest <= 10n) return 'few';
  return rest >= 11n ? 'many' : 'other';
}

const EXACT = [
  [0n, 'zero'],
  [1n, 'one'],
  [2n, 'two'],
] as const;
