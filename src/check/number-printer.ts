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

type Stated = Extract<NumberReading, { readonly problem?: undefined }>;

/** Finds the way that a number was written: house style, digits, words, a percentage, a part, an ordinal, `1.2 million`. */
export function numberPrinter(stated: Stated, rewording: Rewording): NumberPrinter {
  const context = contextOf(stated, rewording);
  const house: NumberPrinter = (value) => printNumber(value, context);
  const ways = [house, ...plainWays(context), ...shareWays(stated.number, context)];
  const found = wayOf(stated, ways, rewording) ?? scaled(stated, context);
  return (value) => found?.(value) || house(value);
}

/** The way that a share was written, `half` or `50%`; `undefined` where it is none, or is written as 0.5. */
export function sharePrinter(stated: Stated, rewording: Rewording): NumberPrinter | undefined {
  return wayOf(stated, shareWays(stated.number, contextOf(stated, rewording)), rewording);
}

/** Who began a sentence with digits goes on so. */
function contextOf({ number }: Stated, { helpers, opens }: Rewording): HelperContext {
  return { ...helpers, spellNumbers: opens === 'sentence' && !/\d/u.test(number) };
}

function wayOf(
  { number, stated }: Stated,
  ways: readonly NumberPrinter[],
  { reading }: Rewording,
): NumberPrinter | undefined {
  const old = decimalOf(stated.number) ?? nearest(stated.number);
  const comparable = (printed: string): string =>
    withoutZeros(comparableWords(commaGroups(printed, reading.groups), reading.locale));
  return ways.find((way) => way(old) !== '' && comparable(way(old)) === withoutZeros(number));
}

/** `50.0%` is 50%, however it is printed. */
function withoutZeros(words: string): string {
  return words.replace(/(\.\d*?)0+(?!\d)/u, '$1').replace(/\.(?!\d)/u, '');
}

function plainWays(context: HelperContext): readonly NumberPrinter[] {
  const spelled: NumberPrinter = (value) =>
    isWhole(value) && compareDecimals(value, MOST_SPELLED) <= 0 ? (context.locale.numbers.words(value) ?? '') : '';
  return [
    (value) => printDigits(value, context),
    (value) => printDigits(value, ungrouped(context)),
    spelled,
    byHelper('ordinal', context),
  ];
}

function shareWays(number: string, context: HelperContext): readonly NumberPrinter[] {
  const places = { digits: numberValue(String((/\.(\d+)/.exec(number)?.[1] ?? '').length)) };
  const percent = (unit: string): HelperContext => ({
    ...context,
    style: { ...context.style, numbers: { ...context.style.numbers, percent: unit } },
  });
  return [
    byHelper('pct', context, places),
    ...['%', ' per cent', ' percent'].map((unit) => byHelper('pct', percent(unit), places)),
    byHelper('fraction', context),
  ];
}

function byHelper(name: string, context: HelperContext, pairs: HelperPairs = {}): NumberPrinter {
  return (value) => {
    const { value: words } = callHelper(name, [numberValue(decimalText(value))], pairs, context);
    return words?.kind === 'text' ? words.value : '';
  };
}

/** `1.2 million`, `7k`: the same unit, as many places. */
function scaled({ number, stated }: Stated, context: HelperContext): NumberPrinter | undefined {
  const [, digits = '', unit = ''] = /^([\d.,]+)(\s*\p{L}+)$/u.exec(number) ?? [];
  const places = (/\.(\d+)/.exec(digits)?.[1] ?? '').length;
  const written = BigInt(digits.replace(/[.,]/g, '') || '0');
  if (unit === '' || written === 0n) return undefined;
  // The unit is what makes the digits the number that was read
  const { over, under } = stated.number;
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
