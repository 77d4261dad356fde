import type { Cell, NumberValue } from '../model/value.js';
import { addDecimals, decimalText, parseDecimal, wholeDecimal } from './decimal.js';

/** A sum, and how far it can be trusted. */
export type Sum =
  | { readonly kind: 'exact' | 'at-least'; readonly value: NumberValue }
  /** Nothing is known, or what is not known could lie on either side. */
  | { readonly kind: 'unknown' };

/** Adds the numbers of a column by all their digits. A NULL is never taken for 0: with one, the sum is the least there is. */
export function sumNumbers(cells: readonly Cell[]): Sum {
  const known = cells.filter((cell) => cell.kind === 'number').map(({ exact }) => parseDecimal(exact));
  const isPartial = known.length < cells.length;
  if (isPartial && (known.length === 0 || known.some(({ digits }) => digits < 0n))) return { kind: 'unknown' };
  const exact = decimalText(known.reduce(addDecimals, wholeDecimal(0n)));
  return { kind: isPartial ? 'at-least' : 'exact', value: { kind: 'number', value: Number(exact), exact } };
}
