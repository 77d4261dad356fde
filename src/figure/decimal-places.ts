import { numberOf } from './arguments.js';
import { isWhole } from './decimal.js';
import type { HelperPairs, Problem } from './helper.js';
import { wrongKind } from './problem.js';

const MOST = 10n;

/** Reads `digits=`: how many decimals at most, 0 to 10. */
export function decimalPlaces(
  pairs: HelperPairs,
): { readonly value: number | undefined; readonly problem?: undefined } | { readonly problem: Problem } {
  const digits = pairs['digits'];
  if (digits === undefined) return { value: undefined };
  const places = numberOf(digits);
  if (isWhole(places) && places.digits >= 0n && places.digits <= MOST) return { value: Number(places.digits) };
  return wrongKind({ pair: 'digits' }, digits, 'a whole number from 0 to 10');
}
