import { numberMachine, numberOf } from '../arguments.js';
import { compareDecimals, decimalDigits, isWhole, roundDecimal, wholeDecimal, type Decimal } from '../decimal.js';
import type { Helper, HelperContext } from '../helper.js';
import { number, text } from '../literals.js';
import { manyForms, nounForms, type Noun } from '../noun-forms.js';
import { phrase } from '../phrase.js';
import { isSpelledAtStart, printDigits, printNumber } from '../print-number.js';
import { wrongKind } from '../problem.js';

/** A number that a reader can keep, and on which side of it the true one lies. */
interface Rounded {
  readonly hedge: 'exact' | 'about' | 'nearly' | 'more';
  readonly number: Decimal;
}

/** `{{approx flights.n "flight"}}`: a large number, rounded. */
export const approx: Helper = {
  name: 'approx',
  summary:
    'A number rounded to what a reader can keep, with its noun if there is one: from 20 on to fives, from 100 on to two digits, within 5% below or about it, from a million on in millions, billions and trillions; a round number and a whole one below 20 as they are.',
  params: [
    { name: 'n', type: 'number' },
    { name: 'one', type: 'text', optional: true },
    { name: 'many', type: 'text', optional: true },
  ],
  pairs: [],
  examples: [
    { expression: 'approx 1234', args: [number('1234')], gives: 'about 1,200' },
    { expression: 'approx 2950', args: [number('2950')], gives: 'nearly 3,000' },
    { expression: 'approx 43', args: [number('43')], gives: 'more than 40' },
    { expression: 'approx 3000', args: [number('3000')], gives: '3,000' },
    { expression: 'approx 1234567', args: [number('1234567')], gives: 'about 1.2 million' },
    { expression: 'approx 7', args: [number('7')], gives: 'seven' },
    { expression: 'approx 1 "flight"', args: [number('1'), text('flight')], gives: 'one flight' },
    { expression: 'approx 1234 "flight"', args: [number('1234'), text('flight')], gives: 'about 1,200 flights' },
  ],
  call([n, one, many], _pairs, context) {
    const tooMany = one && manyForms('approx', context);
    if (tooMany) return { problem: tooMany };
    const forms = one && nounForms(one, many, 1, context);
    if (forms?.problem) return { problem: forms.problem };
    const amount = numberOf(n);
    if (amount.digits < 0n)
      return wrongKind({ arg: 0 }, n ?? { kind: 'null' }, 'a number of zero or more', 'Use `num`');
    const rounded = roundForReaders(amount);
    if (!forms) return phrase(words(rounded, context), [], numberMachine(n));
    const form = nounFor(rounded, forms.noun, context);
    if (amount.digits === 0n) return phrase(context.locale.phrases.none?.(form.value) ?? '', [form], numberMachine(n));
    return phrase(context.locale.phrases.counted(words(rounded, context), form.value), [form], numberMachine(n));
  },
};

function nounFor({ number }: Rounded, noun: Noun, { locale }: HelperContext) {
  return locale.numbers.category(number) === 'one' ? noun.one : noun.other;
}

function words({ hedge, number }: Rounded, context: HelperContext): string {
  const { phrases, numbers } = context.locale;
  const place = hedge === 'exact' ? 'start' : 'inside';
  const printed =
    numbers.scaled(number, (factor) => printFactor(factor, place, context)) ?? printNumber(number, context, place);
  switch (hedge) {
    case 'exact':
      return printed;
    case 'about':
      return phrases.about(printed);
    case 'nearly':
      return phrases.nearly(printed);
    case 'more':
      return phrases.moreThan(printed);
    default:
      return hedge satisfies never;
  }
}

/** `3 million` in digits, as every house has it, but `Three million` at the start of a sentence. */
function printFactor(factor: Decimal, place: 'start' | 'inside', context: HelperContext): string {
  return place === 'start' && isSpelledAtStart(factor, context)
    ? printNumber(factor, context)
    : printDigits(factor, context);
}

function roundForReaders(amount: Decimal): Rounded {
  if (compareDecimals(amount, wholeDecimal(20n)) < 0) return roundSmall(amount);
  return compareDecimals(amount, wholeDecimal(100n)) < 0 ? roundToFives(amount) : roundLarge(amount);
}

/** Below 20: a whole number as it is, another to two digits. */
function roundSmall(amount: Decimal): Rounded {
  if (isWhole(amount)) return { hedge: 'exact', number: amount };
  const number = roundDecimal(amount, placesForTwoDigits(amount));
  return { hedge: compareDecimals(number, amount) === 0 ? 'exact' : 'about', number };
}

function placesForTwoDigits(amount: Decimal): number {
  const { whole, fraction } = decimalDigits(amount);
  if (whole !== '0') return 2 - whole.length;
  return fraction.search(/[1-9]/) + 2;
}

/** From 20 to 99: nearly the next ten, or more than the last five. */
function roundToFives(amount: Decimal): Rounded {
  const five = floorTo(amount, 5n);
  if (compareDecimals(wholeDecimal(five), amount) === 0) return { hedge: 'exact', number: amount };
  const ten = floorTo(amount, 10n) + 10n;
  if (isJustBelow(amount, ten)) return { hedge: 'nearly', number: wholeDecimal(ten) };
  return { hedge: 'more', number: wholeDecimal(five) };
}

/** From 100 on: nearly the next round number, more than the last one, or about so much to two digits. */
function roundLarge(amount: Decimal): Rounded {
  const unit = 10n ** BigInt(decimalDigits(amount).whole.length - 1);
  const below = floorTo(amount, unit);
  const twoDigits = floorTo(amount, unit / 10n);
  if (compareDecimals(wholeDecimal(twoDigits), amount) === 0) return { hedge: 'exact', number: amount };
  if (isJustBelow(amount, below + unit)) return { hedge: 'nearly', number: wholeDecimal(below + unit) };
  if (isJustAbove(amount, below)) return { hedge: 'more', number: wholeDecimal(below) };
  // A half goes up, as everywhere.
  const half = 2n * amount.digits >= (2n * twoDigits + unit / 10n) * 10n ** BigInt(amount.scale);
  return { hedge: 'about', number: wholeDecimal(half ? twoDigits + unit / 10n : twoDigits) };
}

function floorTo(amount: Decimal, unit: bigint): bigint {
  return (amount.digits / (unit * 10n ** BigInt(amount.scale))) * unit;
}

/** Says whether an amount lies within 5% below a number. */
function isJustBelow(amount: Decimal, stated: bigint): boolean {
  const size = 10n ** BigInt(amount.scale);
  return 20n * (stated * size - amount.digits) <= stated * size;
}

/** Says whether an amount lies within 5% above a number. */
function isJustAbove(amount: Decimal, stated: bigint): boolean {
  const size = 10n ** BigInt(amount.scale);
  return 20n * (amount.digits - stated * size) <= stated * size;
}
