import { divideRounded, isWhole, shiftDecimal, wholeDecimal, type Decimal } from './decimal.js';
import type { Hedge, NamedPart, Ratio } from './locale.js';
import { printNumber, type NumberContext } from './print-number.js';
import { printPercent } from './print-percent.js';

const PARTS: readonly { readonly part: NamedPart; readonly of: readonly [bigint, bigint] }[] = [
  { part: 'half', of: [1n, 2n] },
  { part: 'third', of: [1n, 3n] },
  { part: 'two-thirds', of: [2n, 3n] },
  { part: 'quarter', of: [1n, 4n] },
  { part: 'three-quarters', of: [3n, 4n] },
  { part: 'fifth', of: [1n, 5n] },
  { part: 'tenth', of: [1n, 10n] },
];

/**
 * Decides how `a` compares with `b`, both above zero, in exact arithmetic; "almost" always lies below what it names
 * and "more than" above it. With r = a / b:
 * - r = 1: the same; else within 5% of 1, both ends included: near;
 * - r > 1: a whole number that is within 5% of r, both ends included (from 10 on the nearest always is); else the
 *   nearest tenth;
 * - r < 1: a named part that is within 5% of r, both ends included; else a whole percentage.
 */
export function ratioOf(a: Decimal, b: Decimal, context: NumberContext): Ratio {
  const p = a.digits * 10n ** BigInt(b.scale);
  const q = b.digits * 10n ** BigInt(a.scale);
  if (p === q) return { kind: 'same' };
  if (isClose(p, q, 1n, 1n)) return { kind: 'near', side: p > q ? 'above' : 'below' };
  return p > q ? multiple(p, q, context) : part(p, q, context);
}

function multiple(p: bigint, q: bigint, context: NumberContext): Ratio {
  // A half goes down: 10.5 times is more than 10 times.
  const whole = (2n * p + q - 1n) / (2n * q);
  if (isClose(p, q, whole, 1n)) {
    const hedge = hedgeOf(p, q, whole, 1n);
    return whole === 2n ? { kind: 'twice', hedge } : times(wholeDecimal(whole), hedge, context);
  }
  const tenths = divideRounded(10n * p, q);
  return times(shiftDecimal(wholeDecimal(tenths), -1), hedgeOf(p, q, tenths, 10n), context);
}

function times(number: Decimal, hedge: Hedge, context: NumberContext): Ratio {
  const place = hedge === 'exact' ? 'start' : 'inside';
  return {
    kind: 'multiple',
    hedge,
    number: printNumber(number, context, place),
    category: context.locale.numbers.category(number),
    percent: isWhole(number) ? undefined : printPercent(shiftDecimal(number, 2), context, place),
  };
}

function part(p: bigint, q: bigint, context: NumberContext): Ratio {
  const named = PARTS.find(({ of: [over, under] }) => isClose(p, q, over, under));
  if (named) return { kind: 'part', part: named.part, hedge: hedgeOf(p, q, ...named.of) };
  const percent = divideRounded(100n * p, q);
  if (percent > 0n) return { kind: 'percent', percent: printPercent(wholeDecimal(percent), context) };
  return {
    kind: 'percent',
    percent: context.locale.phrases.lessThan(printPercent(wholeDecimal(1n), context, 'inside')),
  };
}

/** Says whether p/q lies within 5% of over/under, both ends included. */
function isClose(p: bigint, q: bigint, over: bigint, under: bigint): boolean {
  const difference = p * under - q * over;
  return 20n * (difference < 0n ? -difference : difference) <= q * over;
}

function hedgeOf(p: bigint, q: bigint, over: bigint, under: bigint): Hedge {
  const difference = p * under - q * over;
  return difference === 0n ? 'exact' : difference < 0n ? 'almost' : 'more';
}
