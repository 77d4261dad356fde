import { GENDER, readAgreement } from '../agreement.js';
import { numberMachine, numberOf, textOf } from '../arguments.js';
import { absentForm, countedForm, counting } from '../counted-form.js';
import { describeValue } from '../describe-value.js';
import type { Helper, HelperContext, HelperPairs, HelperResult, Problem } from '../helper.js';
import { number, text } from '../literals.js';
import { nounForms } from '../noun-forms.js';
import { phrase } from '../phrase.js';
import { printNumber } from '../print-number.js';
import { problem, wrongKind } from '../problem.js';
import type { TextValue, Value } from '../../model/value.js';

/** `{{a gap.days "day"}} silence`: a measure before a noun, with its article. */
export const a: Helper = {
  name: 'a',
  summary: 'A measure that stands before a noun, with its article and its hyphen; the unit is given in the singular.',
  params: [
    { name: 'n', type: 'number' },
    { name: 'noun', type: 'text' },
    { name: 'many', type: 'text', optional: true },
  ],
  pairs: [{ name: 'two', type: 'text' }, { name: 'few', type: 'text' }, GENDER],
  examples: [
    { expression: 'a 11 "day"', args: [number('11'), text('day')], gives: 'an 11-day' },
    { expression: 'a 7 "day"', args: [number('7'), text('day')], gives: 'a seven-day' },
    { expression: 'a 8.5 "metre"', args: [number('8.5'), text('metre')], gives: 'an 8.5-metre' },
    { expression: 'a 12 "square mile"', args: [number('12'), text('square mile')], gives: 'a 12-square-mile' },
  ],
  call([n, noun, many], pairs, context) {
    const amount = numberOf(n);
    if (amount.digits <= 0n) {
      const note = 'Guard it with `{{#if …}}…{{else}}…{{/if}}`';
      return wrongKind({ arg: 0 }, n ?? { kind: 'null' }, 'a number above zero', note);
    }
    const { measuring } = context.locale.phrases;
    if (measuring) return measureBehind([n, noun, many], pairs, measuring, context);
    const unit = textOf(noun);
    const wrong = nounProblem(unit, context) ?? extraForm(many, pairs, context);
    if (wrong) return { problem: wrong };
    const printed = printNumber(amount, context, 'inside');
    return phrase(context.locale.phrases.measured(amount, printed, unit.value), [unit], numberMachine(n));
  },
};

/** A measure behind its noun is a count in the genitive. */
function measureBehind(
  [n, noun, many]: readonly (Value | undefined)[],
  pairs: HelperPairs,
  measuring: (counted: string) => string,
  context: HelperContext,
): HelperResult {
  const forms = nounForms(noun, many, 1, context);
  if (forms.problem) return { problem: forms.problem };
  const absent = absentForm('a', pairs, context);
  if (absent) return { problem: absent };
  const read = readAgreement('a', [], pairs, context);
  if (read.problem) return { problem: read.problem };
  const amount = numberOf(n);
  const agreement = { ...read.agreement, case: 'gen' } as const;
  const { form, isAlone } = countedForm(amount, forms.noun, pairs, context, agreement);
  const number = printNumber(amount, context, 'inside', counting(agreement));
  const counted = isAlone ? form.value : context.locale.phrases.counted(number, form.value);
  return phrase(measuring(counted), [form], numberMachine(n));
}

/** The unit stands in the singular, whatever the number. */
function extraForm(many: Value | undefined, pairs: HelperPairs, { locale: { lang } }: HelperContext) {
  const given = (['two', 'few', 'gender'] as const).find((name) => pairs[name] !== undefined);
  const at = many ? { arg: 2 } : given && { pair: given };
  return (
    at &&
    problem('helper-arguments', at, `Unexpected form of the unit, expected its singular alone in \`${lang}\``).problem
  );
}

/** A unit is singular and a word; a compound needs no plural here. */
function nounProblem(unit: TextValue, { locale }: HelperContext): Problem | undefined {
  const form = locale.nouns.plural(unit.value);
  if ('plural' in form || form.doubt === 'compound') return undefined;
  const expected = form.doubt === 'not-a-word' ? 'a unit such as `day`' : 'a unit in the singular';
  return problem('helper-arguments', { arg: 1 }, `Unexpected ${describeValue(unit)}, expected ${expected}`).problem;
}
