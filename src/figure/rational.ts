import { decimalText, parseDecimal, type Decimal } from './decimal.js';

/** An exact fraction, `under > 0`; not always in its lowest terms. */
export interface Rational {
  readonly over: bigint;
  readonly under: bigint;
}

/** Makes a fraction of whole numbers. */
export function rational(over: bigint | number, under: bigint | number = 1n): Rational {
  return { over: BigInt(over), under: BigInt(under) };
}

/** Makes a fraction of a decimal. */
export function rationalOf({ digits, scale }: Decimal): Rational {
  return { over: digits, under: 10n ** BigInt(scale) };
}

/** The decimal that a fraction is, or `undefined` where its digits never end. */
export function decimalOf({ over, under }: Rational): Decimal | undefined {
  const scale = String(under).length * 4;
  const digits = over * 10n ** BigInt(scale);
  return digits % under === 0n ? parseDecimal(decimalText({ digits: digits / under, scale })) : undefined;
}

/** Compares two fractions exactly. */
export function compareRationals(a: Rational, b: Rational): -1 | 0 | 1 {
  const [left, right] = [a.over * b.under, b.over * a.under];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Adds exactly. */
export function addRationals(a: Rational, b: Rational): Rational {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

/** Multiplies exactly. */
export function multiplyRationals(a: Rational, b: Rational): Rational {
  return { over: a.over * b.over, under: a.under * b.under };
}
