import { AR } from '../../figure/ar.js';
import { wholeDecimal } from '../../figure/decimal.js';
import type { Written } from './kit-thread.js';

/** The forms of a noun behind a number. */
export interface ArabicNoun {
  /** For one, and from 100 on. */
  readonly one: string;
  readonly two: string;
  /** From 3 to 10. */
  readonly few: string;
  /** From 11 to 99. */
  readonly many: string;
}

/** A number with its noun; one and two by the noun alone. */
export function arabicCount({ value, text }: Written, noun: ArabicNoun): string {
  switch (AR.numbers.category(wholeDecimal(BigInt(value)))) {
    case 'one':
      return noun.one;
    case 'two':
      return noun.two;
    case 'few':
      return `${text} ${noun.few}`;
    case 'many':
      return `${text} ${noun.many}`;
    default:
      return `${text} ${noun.one}`;
  }
}
