import type { Value } from '../../model/value.js';
import { numberOf } from '../arguments.js';
import { compareDecimals, decimalText, type Decimal } from '../decimal.js';
import { describeValue } from '../describe-value.js';
import type { Helper, HelperContext } from '../helper.js';
import { number, text } from '../literals.js';
import { manyForms, nounForms, type Noun } from '../noun-forms.js';
import { phrase } from '../phrase.js';
import { isSpelledAtStart, printDigits, printNumber, ungrouped } from '../print-number.js';
import { problem } from '../problem.js';

/** `{{range low.n high.n "attack"}}`: from one number to another. */
export const range: Helper = {
  name: 'range',
  summary: 'From one number to another, with its noun if there is one; two equal numbers are one number.',
  params: [
    { name: 'low', type: 'number' },
    { name: 'high', type: 'number' },
    { name: 'one', type: 'text', optional: true },
    { name: 'many', type: 'text', optional: true },
  ],
  pairs: [],
  examples: [
    { expression: 'range 3 7', args: [number('3'), number('7')], gives: '3–7' },
    { expression: 'range 3 3', args: [number('3'), number('3')], gives: 'three' },
    { expression: 'range -2 3.5', args: [number('-2'), number('3.5')], gives: '−2 to 3.5' },
    { expression: 'range 3 7 "attack"', args: [number('3'), number('7'), text('attack')], gives: '3–7 attacks' },
    { expression: 'range 1 1 "attack"', args: [number('1'), number('1'), text('attack')], gives: 'one attack' },
  ],
  call([low, high, one, many], _pairs, context) {
    const tooMany = one && manyForms('range', context);
    if (tooMany) return { problem: tooMany };
    const forms = one && nounForms(one, many, 2, context);
    if (forms?.problem) return { problem: forms.problem };
    const [from, to] = [numberOf(low), numberOf(high)];
    const order = compareDecimals(from, to);
    if (order > 0) return backwards(low ?? { kind: 'null' }, high ?? { kind: 'null' });
    const style = isYear(low) && isYear(high) ? { ...ungrouped(context), spellNumbers: false } : context;
    if (order === 0) return single(from, forms?.noun, style, isYear(low));
    const words = between(from, to, style);
    const machine = { kind: 'interval', value: `${decimalText(from)}..${decimalText(to)}` } as const;
    if (!forms) return phrase(words, [], machine);
    return phrase(context.locale.phrases.counted(words, forms.noun.other.value), [forms.noun.other], machine);
  },
};

/** Digits with a dash; words where house style has a sentence start with words. */
function between(low: Decimal, high: Decimal, context: HelperContext): string {
  const { numbers } = context.locale;
  if (isSpelledAtStart(low, context))
    return numbers.range(printNumber(low, context), printNumber(high, context), 'word');
  const mark = low.digits < 0n ? 'word' : 'dash';
  return numbers.range(printDigits(low, context), printDigits(high, context), mark);
}

function single(amount: Decimal, noun: Noun | undefined, context: HelperContext, isPlain: boolean) {
  const { phrases, numbers } = context.locale;
  const printed = isPlain ? printDigits(amount, context) : printNumber(amount, context);
  const machine = { kind: 'number', value: decimalText(amount) } as const;
  if (!noun) return phrase(printed, [], machine);
  if (amount.digits === 0n) return phrase(phrases.none?.(noun.other.value) ?? '', [noun.other], machine);
  const form = numbers.category(amount) === 'one' ? noun.one : noun.other;
  return phrase(phrases.counted(printed, form.value), [form], machine);
}

function backwards(low: Value, high: Value) {
  return problem(
    'helper-arguments',
    { arg: 1 },
    `Unexpected ${describeValue(high)} after ${describeValue(low)}, expected the larger number second`,
  );
}

function isYear(value: Value | undefined): boolean {
  return value?.kind === 'number' && value.plain === true;
}
