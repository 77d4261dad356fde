import { numberMachine, numberOf, textOf } from '../arguments.js';
import { describeValue } from '../describe-value.js';
import type { Helper, HelperContext, Problem } from '../helper.js';
import { number, text } from '../literals.js';
import { phrase } from '../phrase.js';
import { printNumber } from '../print-number.js';
import { problem, wrongKind } from '../problem.js';
import type { TextValue } from '../../model/value.js';

/** `{{a gap.days "day"}} silence`: a measure before a noun, with its article. */
export const a: Helper = {
  name: 'a',
  summary: 'A measure that stands before a noun, with its article and its hyphen; the unit is given in the singular.',
  params: [
    { name: 'n', type: 'number' },
    { name: 'noun', type: 'text' },
  ],
  pairs: [],
  examples: [
    { expression: 'a 11 "day"', args: [number('11'), text('day')], gives: 'an 11-day' },
    { expression: 'a 7 "day"', args: [number('7'), text('day')], gives: 'a seven-day' },
    { expression: 'a 8.5 "metre"', args: [number('8.5'), text('metre')], gives: 'an 8.5-metre' },
    { expression: 'a 12 "square mile"', args: [number('12'), text('square mile')], gives: 'a 12-square-mile' },
  ],
  call([n, noun], _pairs, context) {
    const unit = textOf(noun);
    const wrong = nounProblem(unit, context);
    if (wrong) return { problem: wrong };
    const amount = numberOf(n);
    if (amount.digits <= 0n) {
      const note = 'Guard it with `{{#if …}}…{{else}}…{{/if}}`';
      return wrongKind({ arg: 0 }, n ?? { kind: 'null' }, 'a number above zero', note);
    }
    const printed = printNumber(amount, context, 'inside');
    return phrase(context.locale.phrases.measured(amount, printed, unit.value), [unit], numberMachine(n));
  },
};

/** A unit is singular and a word; a compound needs no plural here. */
function nounProblem(unit: TextValue, { locale }: HelperContext): Problem | undefined {
  const form = locale.nouns.plural(unit.value);
  if ('plural' in form || form.doubt === 'compound') return undefined;
  const expected = form.doubt === 'not-a-word' ? 'a unit such as `day`' : 'a unit in the singular';
  return problem('helper-arguments', { arg: 1 }, `Unexpected ${describeValue(unit)}, expected ${expected}`).problem;
}
