import type { Decimal } from './decimal.js';
import type { Gender } from './locale.js';
import { isSpelled, printDigits, type NumberContext } from './print-number.js';

/** Writes a place in an order in house style: in words as far as a number would be, else `21st`. */
export function printOrdinal(number: Decimal, context: NumberContext, gender?: Gender): string {
  const { numbers } = context.locale;
  const words = isSpelled(number, context, 'start') ? numbers.ordinalWords(number, gender) : undefined;
  return words ?? numbers.ordinalDigits(number, printDigits(number, context));
}
