import { numberMachine, numberOf } from '../arguments.js';
import { decimalPlaces } from '../decimal-places.js';
import { compareDecimals, roundDecimal, shiftDecimal, wholeDecimal, type Decimal } from '../decimal.js';
import type { Helper, HelperContext } from '../helper.js';
import { number } from '../literals.js';
import { phrase } from '../phrase.js';
import { printPercent } from '../print-percent.js';

const HUNDRED = wholeDecimal(100n);

/** `{{pct ied.share}}`: a share as a percentage. */
export const pct: Helper = {
  name: 'pct',
  summary: 'A share of 1 as a percentage; what would round to nothing or to everything says so instead.',
  params: [{ name: 'x', type: 'number' }],
  pairs: [{ name: 'digits', type: 'number' }],
  examples: [
    { expression: 'pct 0.92', args: [number('0.92')], gives: '92%' },
    { expression: 'pct 0.125', args: [number('0.125')], gives: '13%' },
    { expression: 'pct 0.125 digits=1', args: [number('0.125')], pairs: { digits: number('1') }, gives: '12.5%' },
    { expression: 'pct 0.004', args: [number('0.004')], gives: 'less than 1%' },
    { expression: 'pct 0.997', args: [number('0.997')], gives: 'more than 99%' },
    { expression: 'pct 1', args: [number('1')], gives: '100%' },
    { expression: 'pct 1.5', args: [number('1.5')], gives: '150%' },
  ],
  call([x], pairs, context) {
    const places = decimalPlaces(pairs);
    if (places.problem) return { problem: places.problem };
    const machine = numberMachine(x);
    return phrase(percentWords(shiftDecimal(numberOf(x), 2), places.value ?? 0, context), [], machine);
  },
};

function percentWords(percent: Decimal, places: number, context: HelperContext): string {
  const { lessThan, moreThan } = context.locale.phrases;
  const inside = (shown: Decimal) => printPercent(shown, context, 'inside');
  const rounded = roundDecimal(percent, places);
  const step = shiftDecimal(wholeDecimal(1n), -places);
  if (rounded.digits === 0n && percent.digits > 0n) return lessThan(inside(step));
  if (rounded.digits === 0n && percent.digits < 0n) return moreThan(inside({ ...step, digits: -step.digits }));
  if (compareDecimals(rounded, HUNDRED) === 0 && compareDecimals(percent, HUNDRED) !== 0) {
    const above = compareDecimals(percent, HUNDRED) > 0;
    return moreThan(inside(above ? HUNDRED : justBelowHundred(places)));
  }
  return printPercent(rounded, context);
}

/** 99, 99.9, 99.99. */
function justBelowHundred(places: number): Decimal {
  return { digits: 10n ** BigInt(places + 2) - 1n, scale: places };
}
