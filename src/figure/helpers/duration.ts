import { CASE, readAgreement } from '../agreement.js';
import { numberMachine, numberOf } from '../arguments.js';
import { isWhole, wholeDecimal, type Decimal } from '../decimal.js';
import type { Helper } from '../helper.js';
import { number } from '../literals.js';
import { phrase } from '../phrase.js';
import { printNumber } from '../print-number.js';
import { wrongKind } from '../problem.js';

const MOST_WEEKS = 12n;

/** `{{duration gap.days}}`: so many days in the unit that fits. */
export const duration: Helper = {
  name: 'duration',
  summary:
    'A number of days: in weeks where it is one to 12 weeks to the day, in years where so many years have as many days, else in days.',
  params: [{ name: 'days', type: 'number' }],
  pairs: [CASE],
  examples: [
    { expression: 'duration 21', args: [number('21')], gives: 'three weeks' },
    { expression: 'duration 19', args: [number('19')], gives: '19 days' },
    { expression: 'duration 1', args: [number('1')], gives: 'one day' },
    { expression: 'duration 731', args: [number('731')], gives: 'two years' },
    { expression: 'duration 732', args: [number('732')], gives: '732 days' },
  ],
  call([days], pairs, context) {
    const read = readAgreement('duration', ['case'], pairs, context);
    if (read.problem) return { problem: read.problem };
    const amount = numberOf(days);
    if (amount.digits <= 0n) {
      const note = 'Guard it with `{{#if …}}…{{else}}…{{/if}}`';
      return wrongKind({ arg: 0 }, days ?? { kind: 'null' }, 'a number of days above zero', note);
    }
    const { unit, count } = unitOf(amount);
    const { durations, numbers } = context.locale;
    const category = numbers.category(count);
    const words = durations.lasting(unit, printNumber(count, context), category, read.agreement?.case);
    return phrase(words, [], numberMachine(days));
  },
};

function unitOf(days: Decimal): { readonly unit: 'day' | 'week' | 'year'; readonly count: Decimal } {
  if (!isWhole(days)) return { unit: 'day', count: days };
  if (days.digits % 7n === 0n && days.digits <= 7n * MOST_WEEKS) {
    return { unit: 'week', count: wholeDecimal(days.digits / 7n) };
  }
  const years = days.digits / 365n;
  // So many years have one leap day in four, or one more, wherever they begin.
  const leapDays = days.digits - 365n * years;
  const isYears = years > 0n && (leapDays === years / 4n || leapDays === (years + 3n) / 4n);
  return isYears && years < 100n ? { unit: 'year', count: wholeDecimal(years) } : { unit: 'day', count: days };
}
