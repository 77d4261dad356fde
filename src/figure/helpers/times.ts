import { CASE, readAgreement } from '../agreement.js';
import { isTrue, numberOf, textOf } from '../arguments.js';
import { decimalText, divideDecimals } from '../decimal.js';
import type { Helper, HelperPairs, Problem } from '../helper.js';
import { boolean, number, text } from '../literals.js';
import type { RatioFrame } from '../locale.js';
import { phrase } from '../phrase.js';
import { problem, wrongKind } from '../problem.js';
import { ratioOf } from '../ratio.js';

/** `{{times yoy.now yoy.before}}`: how many times as many. */
export const times: Helper = {
  name: 'times',
  summary: 'How one number compares with another, the base: `19 times as many`, `half as many`.',
  params: [
    { name: 'a', type: 'number' },
    { name: 'b', type: 'number' },
  ],
  pairs: [{ name: 'as', type: 'text' }, { name: 'bare', type: 'boolean' }, { name: 'same', type: 'text' }, CASE],
  examples: [
    { expression: 'times 38 2', args: [number('38'), number('2')], gives: '19 times as many' },
    { expression: 'times 37 2', args: [number('37'), number('2')], gives: 'more than 18 times as many' },
    { expression: 'times 189 10', args: [number('189'), number('10')], gives: 'almost 19 times as many' },
    { expression: 'times 14 7', args: [number('14'), number('7')], gives: 'twice as many' },
    { expression: 'times 13 5', args: [number('13'), number('5')], gives: '2.6 times as many' },
    { expression: 'times 7 14', args: [number('7'), number('14')], gives: 'half as many' },
    { expression: 'times 32 100', args: [number('32'), number('100')], gives: 'almost a third as many' },
    { expression: 'times 40 100', args: [number('40'), number('100')], gives: '40% as many' },
    { expression: 'times 7 7', args: [number('7'), number('7')], gives: 'just as many' },
    {
      expression: 'times 7 7 same="the same number"',
      args: [number('7'), number('7')],
      pairs: { same: text('the same number') },
      gives: 'the same number',
    },
    {
      expression: 'times 38 2 as="much"',
      args: [number('38'), number('2')],
      pairs: { as: text('much') },
      gives: '19 times as much',
    },
    {
      expression: 'times 38 2 bare=true',
      args: [number('38'), number('2')],
      pairs: { bare: boolean(true) },
      gives: '19 times',
    },
  ],
  call([a, b], pairs, context) {
    const [amount, base] = [numberOf(a), numberOf(b)];
    if (base.digits === 0n) return impossible(1, 'Unexpected `0` as the second number, nothing is a multiple of it');
    if (amount.digits === 0n) return impossible(0, 'Unexpected `0` as the first number, expected more than zero');
    if (amount.digits < 0n) return negative(0);
    if (base.digits < 0n) return negative(1);
    const frame = frameOf(pairs);
    if (frame.problem) return { problem: frame.problem };
    const read = readAgreement('times', ['case'], pairs, context);
    if (read.problem) return { problem: read.problem };
    const ratio = ratioOf(amount, base, context);
    const machine = { kind: 'number', value: decimalText(divideDecimals(amount, base)) } as const;
    if (ratio.kind === 'same' && pairs['same']) return phrase(textOf(pairs['same']).value, [pairs['same']], machine);
    return phrase(context.locale.phrases.ratio(ratio, frame.value, read.agreement?.case), [], machine);
  },
};

function impossible(arg: number, reason: string) {
  return problem(
    'helper-arguments',
    { arg },
    reason,
    'Say it in other words then: `{{#if …}}{{times …}}…{{else}}…{{/if}}`',
  );
}

function negative(arg: number) {
  return problem('helper-arguments', { arg }, 'Unexpected number below zero, expected one above', 'Use `compare`');
}

function frameOf(
  pairs: HelperPairs,
): { readonly value: RatioFrame; readonly problem?: undefined } | { readonly problem: Problem } {
  const as = pairs['as'] === undefined ? 'many' : textOf(pairs['as']).value;
  if (pairs['as'] !== undefined && as !== 'many' && as !== 'much') {
    return wrongKind({ pair: 'as' }, pairs['as'], '`"much"` or `"many"`');
  }
  if (isTrue(pairs['bare'])) return { value: 'bare' };
  return { value: as === 'much' ? 'much' : 'many' };
}
