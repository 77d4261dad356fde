import { numberMachine, numberOf } from '../arguments.js';
import { roundDecimal } from '../decimal.js';
import type { Value } from '../../model/value.js';
import type { Helper } from '../helper.js';
import { number } from '../literals.js';
import { decimalPlaces } from '../decimal-places.js';
import { atLeast } from '../at-least.js';
import { phrase } from '../phrase.js';
import { printDigits, ungrouped } from '../print-number.js';

/** `{{num burst.n}}`: always digits. */
export const num: Helper = {
  name: 'num',
  summary: 'A number, always in digits; `digits=` rounds it to so many decimals at most.',
  params: [{ name: 'n', type: 'number' }],
  pairs: [
    { name: 'digits', type: 'number' },
    { name: 'atleast', type: 'number' },
  ],
  examples: [
    { expression: 'num 7', args: [number('7')], gives: '7' },
    { expression: 'num 1234567', args: [number('1234567')], gives: '1,234,567' },
    { expression: 'num 12.340', args: [number('12.340')], gives: '12.34' },
    { expression: 'num -3.25 digits=1', args: [number('-3.25')], pairs: { digits: number('1') }, gives: '−3.3' },
    { expression: 'num 44 atleast=2', args: [number('44')], pairs: { atleast: number('2') }, gives: 'at least 44' },
  ],
  call([n], pairs, context) {
    const places = decimalPlaces(pairs);
    if (places.problem) return { problem: places.problem };
    const amount = numberOf(n);
    const shown = places.value === undefined ? amount : roundDecimal(amount, places.value);
    const digits = printDigits(shown, isYear(n) ? ungrouped(context) : context);
    return phrase(atLeast(digits, pairs, context), [], numberMachine(n));
  },
};

function isYear(value: Value | undefined): boolean {
  return value?.kind === 'number' && value.plain === true;
}
