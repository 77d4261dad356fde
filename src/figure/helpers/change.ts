import { numberOf, textOf } from '../arguments.js';
import {
  compareDecimals,
  decimalText,
  divideDecimals,
  divideRounded,
  shiftDecimal,
  subtractDecimals,
  wholeDecimal,
  type Decimal,
} from '../decimal.js';
import { decimalPlaces } from '../decimal-places.js';
import type { Helper, HelperContext, HelperPairs } from '../helper.js';
import { number, text } from '../literals.js';
import type { NamedPart } from '../locale.js';
import { phrase } from '../phrase.js';
import { printPercent } from '../print-percent.js';
import { problem } from '../problem.js';

const HUNDRED = wholeDecimal(100n);

/** `{{change month.n month.before}}`: how far a number went up or down. */
export const change: Helper = {
  name: 'change',
  summary:
    'How far a number lies above or below another, the base, as a percentage of the base; exact thirds in words.',
  params: [
    { name: 'a', type: 'number' },
    { name: 'b', type: 'number' },
  ],
  pairs: [
    { name: 'digits', type: 'number' },
    { name: 'same', type: 'text' },
  ],
  examples: [
    example('12', '10', 'up 20%'),
    example('8', '12', 'down a third'),
    example('7', '13', 'down 46%'),
    example('1001', '1000', 'up less than 1%'),
    example('0', '12', 'down 100%'),
    example('12', '12', 'unchanged'),
    {
      expression: 'change 12 12 same="level"',
      args: [number('12'), number('12')],
      pairs: { same: text('level') },
      gives: 'level',
    },
    {
      expression: 'change 1125 1000 digits=1',
      args: [number('1125'), number('1000')],
      pairs: { digits: number('1') },
      gives: 'up 12.5%',
    },
  ],
  call([a, b], pairs, context) {
    const places = decimalPlaces(pairs);
    if (places.problem) return { problem: places.problem };
    const [amount, base] = [numberOf(a), numberOf(b)];
    if (amount.digits < 0n) return negative(0);
    if (base.digits < 0n) return negative(1);
    const order = compareDecimals(amount, base);
    if (order === 0) return unchanged(pairs, context);
    if (base.digits === 0n) return fromNothing();
    const words = order > 0 ? rise(amount, base, places.value, context) : fall(amount, base, places.value, context);
    const share = divideDecimals(subtractDecimals(amount, base), base);
    const machine = { kind: 'number', value: decimalText(share) } as const;
    return phrase(context.locale.phrases.change(order > 0 ? 'up' : 'down', words), [], machine);
  },
};

function rise(amount: Decimal, base: Decimal, places: number | undefined, context: HelperContext): string {
  const [p, q] = overBase(amount, base);
  return third(p - q, q, places, context) ?? percentOf(p - q, q, places ?? 0, context);
}

function fall(amount: Decimal, base: Decimal, places: number | undefined, context: HelperContext): string {
  const [p, q] = overBase(amount, base);
  const named = third(q - p, q, places, context);
  if (named !== undefined) return named;
  const isAll = p > 0n && compareDecimals(percent(q - p, q, places ?? 0), HUNDRED) === 0;
  if (!isAll) return percentOf(q - p, q, places ?? 0, context);
  const most: Decimal = { digits: 10n ** BigInt((places ?? 0) + 2) - 1n, scale: places ?? 0 };
  return context.locale.phrases.moreThan(printPercent(most, context, 'inside'));
}

/** A third cannot be said in percent; where the writer asks for decimals it is one all the same. */
function third(p: bigint, q: bigint, places: number | undefined, { locale }: HelperContext): string | undefined {
  if (places !== undefined) return undefined;
  const { part, partAlone = (named: NamedPart) => part(named, 'exact') } = locale.phrases;
  if (3n * p === q) return partAlone('third');
  return 3n * p === 2n * q ? partAlone('two-thirds') : undefined;
}

function percentOf(p: bigint, q: bigint, places: number, context: HelperContext): string {
  const shown = percent(p, q, places);
  if (shown.digits > 0n) return printPercent(shown, context, 'inside');
  const step = shiftDecimal(wholeDecimal(1n), -places);
  return context.locale.phrases.lessThan(printPercent(step, context, 'inside'));
}

function percent(p: bigint, q: bigint, places: number): Decimal {
  return shiftDecimal(wholeDecimal(divideRounded(100n * p * 10n ** BigInt(places), q)), -places);
}

/** Both as whole numbers of one size. */
function overBase(amount: Decimal, base: Decimal): readonly [bigint, bigint] {
  return [amount.digits * 10n ** BigInt(base.scale), base.digits * 10n ** BigInt(amount.scale)];
}

function unchanged(pairs: HelperPairs, { locale }: HelperContext) {
  const words = pairs['same'] ? textOf(pairs['same']).value : locale.phrases.unchanged;
  return phrase(words, [pairs['same']], { kind: 'number', value: '0' });
}

function fromNothing() {
  return problem(
    'helper-arguments',
    { arg: 1 },
    'Unexpected `0` as the second number, nothing is a percentage of it',
    'Say it in other words then: `{{#if …}}{{change …}}{{else}}…{{/if}}`',
  );
}

function negative(arg: number) {
  return problem('helper-arguments', { arg }, 'Unexpected number below zero, expected zero or more', 'Use `compare`');
}

function example(a: string, b: string, gives: string) {
  return { expression: `change ${a} ${b}`, args: [number(a), number(b)], gives };
}
