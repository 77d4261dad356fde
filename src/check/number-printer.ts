import { callHelper } from '../figure/call-helper.js';
import { commaGroups } from '../figure/comma-groups.js';
import { comparableWords } from '../figure/comparable-words.js';
import { compareDecimals, decimalText, divideRounded, isWhole, wholeDecimal, type Decimal } from '../figure/decimal.js';
import type { HelperContext, HelperPairs } from '../figure/helper.js';
import { number as numberValue } from '../figure/literals.js';
import type { NumberReading } from '../figure/locale.js';
import { printDigits, printNumber, ungrouped } from '../figure/print-number.js';
import { decimalOf, rationalOf } from '../figure/rational.js';
import type { Rewording } from './rewording.js';

/** Writes a number; an empty string where this way has no words for it. */
export type NumberPrinter = (number: Decimal) => string;

/** Beyond it nobody spells a number out for style's sake. */
const MOST_SPELLED = wholeDecimal(99n);

/** Finds the way that a number was written: house style, digits, words, a percentage, a part, an ordinal, `1.2 million`. */
export function numberPrinter(
  { number, stated }: Extract<NumberReading, { readonly problem?: undefined }>,
  { helpers, reading, opens }: Rewording,
): NumberPrinter {
  const { locale } = reading;
  const context: HelperContext = { ...helpers, spellNumbers: opens === 'sentence' };
  const house: NumberPrinter = (value) => printNumber(value, context);
  const old = decimalOf(stated.number) ?? nearest(stated.number);
  const isSame = (printed: string): boolean =>
    printed !== '' &&
    withoutZeros(comparableWords(commaGroups(printed, reading.groups), locale)) === withoutZeros(number);
  const found = [house, ...ways(number, context)].find((way) => isSame(way(old))) ?? scaled(number, old, context);
  return (value) => found?.(value) || house(value);
}

/** `50.0%` is 50%, however it is printed. */
function withoutZeros(words: string): string {
  return words.replace(/(\.\d*?)0+(?!\d)/u, '$1').replace(/\.(?!\d)/u, '');
}

function ways(number: string, context: HelperContext): readonly NumberPrinter[] {
  const digits = (/\.(\d+)/.exec(number)?.[1] ?? '').length;
  const percent = (unit: string): HelperContext => ({
    ...context,
    style: { ...context.style, numbers: { ...context.style.numbers, percent: unit } },
  });
  const helper =
    (name: string, given: HelperContext, pairs: HelperPairs = {}): NumberPrinter =>
    (value) => {
      const { value: words } = callHelper(name, [numberValue(decimalText(value))], pairs, given);
      return words?.kind === 'text' ? words.value : '';
    };
  const places = { digits: numberValue(String(digits)) };
  const spelled: NumberPrinter = (value) =>
    isWhole(value) && compareDecimals(value, MOST_SPELLED) <= 0 ? (context.locale.numbers.words(value) ?? '') : '';
  return [
    (value) => printDigits(value, context),
    (value) => printDigits(value, ungrouped(context)),
    spelled,
    helper('pct', context, places),
    ...['%', ' per cent', ' percent'].map((unit) => helper('pct', percent(unit), places)),
    helper('fraction', context),
    helper('ordinal', context),
  ];
}

/** `1.2 million`, `7k`: the same unit, as many places. */
function scaled(number: string, old: Decimal, context: HelperContext): NumberPrinter | undefined {
  const [, digits = '', unit = ''] = /^([\d.,]+)(\s*\p{L}+)$/u.exec(number) ?? [];
  const places = (/\.(\d+)/.exec(digits)?.[1] ?? '').length;
  const written = BigInt(digits.replace(/[.,]/g, '') || '0');
  if (unit === '' || written === 0n) return undefined;
  // The unit is what makes the digits the number that was read
  const { over, under } = rationalOf(old);
  const [up, down] = [over * 10n ** BigInt(places), under * written];
  if (up % down !== 0n) return undefined;
  const factor = up / down;
  return (value) => {
    const { over: top, under: bottom } = rationalOf(value);
    const rounded = divideRounded(top * 10n ** BigInt(places), bottom * factor);
    return rounded === 0n ? '' : printDigits({ digits: rounded, scale: places }, context) + unit;
  };
}

/** A third, to as many digits as the engine would give it. */
function nearest({ over, under }: { readonly over: bigint; readonly under: bigint }): Decimal {
  return { digits: divideRounded(over * 10n ** 16n, under), scale: 16 };
}
