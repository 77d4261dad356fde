import type { Value } from '../../model/value.js';
import { CASE, GENDER, readAgreement } from '../agreement.js';
import { numberMachine, numberOf, textOf } from '../arguments.js';
import { compareDecimals, isWhole, wholeDecimal, type Decimal } from '../decimal.js';
import type { Helper, HelperContext, HelperPairs, Problem } from '../helper.js';
import { number, text } from '../literals.js';
import type { Agreement, PartOf } from '../locale.js';
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
  pairs: [{ name: 'of', type: 'text' }, { name: 'verb', type: 'text' }, { name: 'two', type: 'text' }, GENDER, CASE],
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
    const read = readAgreement('allbut', ['gender', 'case'], pairs, context);
    if (read.problem) return { problem: read.problem };
    const unfit = formsProblem(pairs, context);
    if (unfit) return { problem: unfit };
    const { phrases } = context.locale;
    const { noun } = forms;
    const part = partOf(numberOf(yes), numberOf(total), context, read.agreement);
    const two = pairs['two'] && textOf(pairs['two']).value;
    const words = phrases.partOf(
      part,
      { one: noun.one.value, other: noun.other.value, two },
      ofWords(pairs),
      read.agreement,
    );
    if (words === undefined) return noNone(context);
    const parts = [noun.one, noun.other, pairs['two'], pairs['of'], pairs['verb']];
    if (!verb.forms) return phrase(words, parts, numberMachine(yes));
    const form = verb.forms[phrases.isSingular(part) ? 0 : 1];
    return phrase(phrases.withVerb(words, form), parts, numberMachine(yes));
  },
};

/** A language with a form for two, and with articles, takes the nouns as they stand behind the number. */
function formsProblem(pairs: HelperPairs, { locale: { lang, agrees } }: HelperContext): Problem | undefined {
  if (!agrees) {
    if (pairs['two'] === undefined) return undefined;
    return problem('helper-arguments', { pair: 'two' }, `Unexpected \`two=\`, nouns in \`${lang}\` have no such form`)
      .problem;
  }
  const note = 'Write the nouns with their article: `allbut a b "السفينة" "السفن" two="السفينتين" gender=f case=nom`';
  if (pairs['two'] === undefined) {
    const reason = `Unexpected end of \`allbut\`, expected \`two=\`, a form that \`${lang}\` has`;
    return problem('helper-arguments', 'call', reason, note).problem;
  }
  if (pairs['of'] === undefined) return undefined;
  const reason = `Unexpected \`of=\`, in \`${lang}\` the nouns themselves say of what`;
  return problem('helper-arguments', { pair: 'of' }, reason, note).problem;
}

function noNone({ locale: { lang } }: HelperContext) {
  const reason = `Unexpected \`0\`, no noun of \`${lang}\` says none of something, its verb does`;
  return problem('language-helper', { arg: 0 }, reason, 'Guard it with `{{#if …}}…{{else}}…{{/if}}`');
}

function partOf(yes: Decimal, total: Decimal, context: HelperContext, agreement: Agreement | undefined): PartOf {
  const [some, all] = [yes.digits, total.digits];
  const exceptions = all - some;
  const shown = printNumber(total, context, 'inside');
  if (all === 1n) return { kind: exceptions === 0n ? 'only' : 'not-one' };
  if (exceptions === 0n) return all === 2n ? { kind: 'both' } : { kind: 'all', total: shown };
  if (some === 0n) return all === 2n ? { kind: 'neither' } : { kind: 'none', total: shown };
  if (exceptions <= MOST_EXCEPTIONS && 2n * exceptions < all) {
    const printed = printNumber(wholeDecimal(exceptions), context, 'inside');
    return { kind: 'all-but', exceptions: printed, excepted: exceptions, total: shown };
  }
  return {
    kind: 'some',
    number: printNumber(yes, context, 'start', agreement),
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
