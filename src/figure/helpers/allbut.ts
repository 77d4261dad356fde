import type { Value } from '../../model/value.js';
import { numberMachine, numberOf, textOf } from '../arguments.js';
import { compareDecimals, isWhole, wholeDecimal, type Decimal } from '../decimal.js';
import type { Helper, HelperContext, HelperPairs, Problem } from '../helper.js';
import { number, text } from '../literals.js';
import type { PartOf } from '../locale.js';
import { nounForms } from '../noun-forms.js';
import { phrase } from '../phrase.js';
import { printNumber } from '../print-number.js';
import { problem, wrongKind } from '../problem.js';

const MOST_EXCEPTIONS = 3n;

/** `{{allbut ied.yes ied.total "attack"}}`: how many of a total. */
export const allbut: Helper = {
  name: 'allbut',
  summary:
    'How many of a total: "all but" for one to three exceptions that are under half of it; `of=` says of what in other words, `verb=` adds the verb for one and for many.',
  params: [
    { name: 'yes', type: 'number' },
    { name: 'total', type: 'number' },
    { name: 'one', type: 'text' },
    { name: 'many', type: 'text', optional: true },
  ],
  pairs: [
    { name: 'of', type: 'text' },
    { name: 'verb', type: 'text' },
  ],
  examples: [
    example('11', '12', 'all but one of the 12 attacks'),
    example('7', '12', 'seven of the 12 attacks'),
    example('12', '12', 'all 12 attacks'),
    example('0', '12', 'none of the 12 attacks'),
    example('2', '2', 'both attacks'),
    example('0', '2', 'neither attack'),
    example('1', '1', 'the only attack'),
    {
      expression: 'allbut 11 12 "attack" of="of its recent attacks" verb="has|have"',
      args: [number('11'), number('12'), text('attack')],
      pairs: { of: text('of its recent attacks'), verb: text('has|have') },
      gives: 'all but one of its recent attacks have',
    },
  ],
  call([yes, total, one, many], pairs, context) {
    const forms = nounForms(one, many, 2, context);
    if (forms.problem) return { problem: forms.problem };
    const wrong = countProblem(yes, total);
    if (wrong) return { problem: wrong };
    const verb = verbOf(pairs);
    if (verb.problem) return { problem: verb.problem };
    const { phrases } = context.locale;
    const { noun } = forms;
    const part = partOf(numberOf(yes), numberOf(total), context);
    const words = phrases.partOf(part, { one: noun.one.value, other: noun.other.value }, ofWords(pairs));
    const parts = [noun.one, noun.other, pairs['of'], pairs['verb']];
    if (!verb.forms) return phrase(words, parts, numberMachine(yes));
    const form = verb.forms[phrases.isSingular(part) ? 0 : 1];
    return phrase(phrases.withVerb(words, form), parts, numberMachine(yes));
  },
};

function partOf(yes: Decimal, total: Decimal, context: HelperContext): PartOf {
  const [some, all] = [yes.digits, total.digits];
  const exceptions = all - some;
  const shown = printNumber(total, context, 'inside');
  if (all === 1n) return { kind: exceptions === 0n ? 'only' : 'not-one' };
  if (exceptions === 0n) return all === 2n ? { kind: 'both' } : { kind: 'all', total: shown };
  if (some === 0n) return all === 2n ? { kind: 'neither' } : { kind: 'none', total: shown };
  if (exceptions <= MOST_EXCEPTIONS && 2n * exceptions < all) {
    return { kind: 'all-but', exceptions: printNumber(wholeDecimal(exceptions), context, 'inside'), total: shown };
  }
  return {
    kind: 'some',
    number: printNumber(yes, context),
    category: context.locale.numbers.category(yes),
    total: shown,
  };
}

function countProblem(yes: Value | undefined, total: Value | undefined): Problem | undefined {
  for (const [arg, value] of [yes, total].entries()) {
    const amount = numberOf(value);
    if (value && (!isWhole(amount) || amount.digits < 0n)) return wrongKind({ arg }, value, 'a count').problem;
  }
  const [part, whole] = [numberOf(yes), numberOf(total)];
  if (whole.digits === 0n) {
    const note = 'Guard it with `{{#if …}}…{{else}}…{{/if}}`';
    return problem('value-missing', { arg: 1 }, 'Unexpected `0` in all, expected at least one', note).problem;
  }
  if (compareDecimals(part, whole) <= 0) return undefined;
  const reason = `Unexpected \`${part.digits}\` of \`${whole.digits}\`, expected no more than there are`;
  return problem('helper-arguments', { arg: 0 }, reason, 'Write first how many, then of how many').problem;
}

function ofWords(pairs: HelperPairs): string | undefined {
  return pairs['of'] && textOf(pairs['of']).value;
}

function verbOf(
  pairs: HelperPairs,
):
  | { readonly forms: readonly [string, string] | undefined; readonly problem?: undefined }
  | { readonly problem: Problem } {
  if (pairs['verb'] === undefined) return { forms: undefined };
  const [one = '', many = '', ...more] = textOf(pairs['verb'])
    .value.split('|')
    .map((form) => form.trim());
  if (one !== '' && many !== '' && more.length === 0) return { forms: [one, many] };
  return wrongKind({ pair: 'verb' }, pairs['verb'], 'two forms of a verb, e.g. `"has|have"`');
}

function example(yes: string, total: string, gives: string) {
  return {
    expression: `allbut ${yes} ${total} "attack"`,
    args: [number(yes), number(total), text('attack')],
    gives,
  };
}
