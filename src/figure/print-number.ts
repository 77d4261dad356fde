import { compareDecimals, decimalDigits, isWhole, wholeDecimal, type Decimal } from './decimal.js';
import type { HelperContext } from './helper.js';
import type { Agreement } from './locale.js';
import { numberMarks } from './number-marks.js';

/** What is needed to write a number. */
export type NumberContext = Pick<HelperContext, 'locale' | 'style' | 'spellNumbers'>;

const NINETY_NINE = wholeDecimal(99n);

/**
 * Writes a number in house style: in words up to `words_to`, and up to 99 where it starts a sentence, else in digits.
 * `inside` is for a number that other words stand before.
 */
export function printNumber(
  number: Decimal,
  context: NumberContext,
  place: 'start' | 'inside' = 'start',
  agreement?: Agreement,
): string {
  const words = isSpelled(number, context, place) ? context.locale.numbers.words(number, agreement) : undefined;
  return words ?? printDigits(number, context);
}

/** Writes every digit the number has: thousands grouped, no zeros at the end of a fraction, `12.340` as 12.34. */
export function printDigits(number: Decimal, context: Pick<NumberContext, 'locale' | 'style'>): string {
  const { minus, written } = context.locale.numbers;
  const { group, decimal } = numberMarks(context.style.numbers, context.locale.numbers);
  const { whole, fraction } = decimalDigits(number);
  // A function, so that a `$` in a house style is no replacement pattern.
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, () => group);
  const latin = `${number.digits < 0n ? minus : ''}${grouped}${fraction === '' ? '' : decimal + fraction}`;
  return written?.(latin) ?? latin;
}

/** The same house style without a thousands separator, for years. */
export function ungrouped<Context extends Pick<NumberContext, 'style'>>(context: Context): Context {
  const { style } = context;
  return { ...context, style: { ...style, numbers: { ...style.numbers, group: '' } } };
}

/** Says whether a number that starts a sentence is spelled out there. */
export function isSpelledAtStart(number: Decimal, context: NumberContext): boolean {
  return (
    context.spellNumbers &&
    context.style.numbers.sentenceStart === 'words' &&
    isWhole(number) &&
    number.digits >= 1n &&
    compareDecimals(number, NINETY_NINE) <= 0
  );
}

/** Says whether house style writes a number in words where it stands. */
export function isSpelled(number: Decimal, context: NumberContext, place: 'start' | 'inside'): boolean {
  const house = isWhole(number) && number.digits >= 0n && Number(number.digits) <= context.style.numbers.wordsTo;
  return house || (place === 'start' && isSpelledAtStart(number, context));
}
