import type { Machine } from '../../model/value.js';
import { CASE, GENDER, readAgreement } from '../agreement.js';
import { numberMachine, numberOf, textOf } from '../arguments.js';
import { isPartlyUnknown } from '../at-least.js';
import { absentForm, countedForm, counting } from '../counted-form.js';
import type { Decimal } from '../decimal.js';
import type { Helper, HelperContext, HelperPairs, HelperResult } from '../helper.js';
import type { Agreement } from '../locale.js';
import { nounForms, type Noun } from '../noun-forms.js';
import { phrase } from '../phrase.js';
import { printDigits, printNumber } from '../print-number.js';
import { problem } from '../problem.js';
import { number, text } from '../literals.js';

/** `{{count burst.n "operation"}}`: a number with its noun. */
export const count: Helper = {
  name: 'count',
  summary: 'A number with its noun in the right form; zero, unknown and partly unknown have words of their own.',
  params: [
    { name: 'n', type: 'number', nullable: true },
    { name: 'one', type: 'text' },
    { name: 'many', type: 'text', optional: true },
  ],
  pairs: [
    { name: 'none', type: 'text', keywords: ['error'] },
    { name: 'unknown', type: 'text' },
    { name: 'atleast', type: 'number' },
    { name: 'two', type: 'text' },
    { name: 'few', type: 'text' },
    GENDER,
    CASE,
  ],
  examples: [
    { expression: 'count 7 "operation"', args: [number('7'), text('operation')], gives: 'seven operations' },
    { expression: 'count 1 "operation"', args: [number('1'), text('operation')], gives: 'one operation' },
    { expression: 'count 0 "operation"', args: [number('0'), text('operation')], gives: 'no operations' },
    { expression: 'count 1234 "city"', args: [number('1234'), text('city')], gives: '1,234 cities' },
    {
      expression: 'count 0 "attack" none="not a single attack"',
      args: [number('0'), text('attack')],
      pairs: { none: text('not a single attack') },
      gives: 'not a single attack',
    },
    {
      expression: 'count 44 "casualty" atleast=3',
      args: [number('44'), text('casualty')],
      pairs: { atleast: number('3') },
      gives: 'at least 44 casualties',
    },
    {
      expression: 'count null "casualty" unknown="an unknown number of casualties"',
      args: [{ kind: 'null' }, text('casualty')],
      pairs: { unknown: text('an unknown number of casualties') },
      gives: 'an unknown number of casualties',
    },
    {
      expression: 'count 2 "claim of responsibility" "claims of responsibility"',
      args: [number('2'), text('claim of responsibility'), text('claims of responsibility')],
      gives: 'two claims of responsibility',
    },
  ],
  call([n, one, many], pairs, context) {
    const forms = nounForms(one, many, 1, context);
    if (forms.problem) return { problem: forms.problem };
    const absent = absentForm('count', pairs, context);
    if (absent) return { problem: absent };
    const read = readAgreement('count', pairs['gender'] ? ['gender', 'case'] : [], pairs, context);
    if (read.problem) return { problem: read.problem };
    if (n?.kind === 'null') return unknown(pairs, forms.noun, 'NULL');
    const amount = numberOf(n);
    if (amount.digits < 0n) {
      return problem(
        'helper-arguments',
        { arg: 0 },
        `Unexpected \`${printDigits(amount, context)}\`, expected a count of zero or more`,
        'Use `num` for a number that can be below zero',
      );
    }
    const machine = numberMachine(n);
    return words(amount, { noun: forms.noun, agreement: read.agreement }, pairs, machine, context);
  },
};

function words(
  amount: Decimal,
  { noun, agreement }: { readonly noun: Noun; readonly agreement: Partial<Agreement> | undefined },
  pairs: HelperPairs,
  machine: Machine,
  context: HelperContext,
): HelperResult {
  const { phrases } = context.locale;
  const partlyUnknown = isPartlyUnknown(pairs);
  if (amount.digits === 0n) {
    return partlyUnknown ? unknown(pairs, noun, '`0` where some are unknown') : none(pairs, noun, machine, context);
  }
  const { form, isAlone } = countedForm(amount, noun, pairs, context, agreement);
  const number = printNumber(amount, context, partlyUnknown ? 'inside' : 'start', counting(agreement));
  const counted = isAlone ? form.value : phrases.counted(number, form.value);
  return phrase(partlyUnknown ? phrases.atLeast(counted) : counted, [form], machine);
}

function none(pairs: HelperPairs, noun: Noun, machine: Machine, context: HelperContext): HelperResult {
  const { none: worded } = context.locale.phrases;
  if (pairs['none'] === undefined && worded) return phrase(worded(noun.other.value), [noun.other], machine);
  if (pairs['none'] === undefined) return problem('value-missing', { arg: 0 }, NONE_UNWORDED, NONE_NOTE);
  const instead = textOf(pairs['none']);
  if (instead.value !== 'error') return phrase(instead.value, [instead], machine);
  return problem(
    'value-missing',
    { arg: 0 },
    'Unexpected `0`, expected at least one, as `none=error` asks',
    'Guard it with `{{#if …}}…{{else}}…{{/if}}`, or write `none="…"`',
  );
}

const NONE_UNWORDED = 'Unexpected `0`, expected words for none, which differ from sentence to sentence here';
const NONE_NOTE = 'Write `none="…"`, or guard it with `{{#if …}}…{{else}}…{{/if}}`';

function unknown(pairs: HelperPairs, noun: Noun, found: string): HelperResult {
  if (pairs['unknown'] !== undefined) return phrase(textOf(pairs['unknown']).value, [pairs['unknown']]);
  const note = `Add \`unknown="an unknown number of ${noun.other.value}"\`, or guard it with \`{{#if …}}…{{/if}}\``;
  return problem('value-missing', { arg: 0 }, `Unexpected ${found}, expected a number`, note);
}
