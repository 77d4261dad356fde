import type { Value } from '../model/value.js';

/** Marks the number in a column `year` or `…_year`, and the numbers in a list `years`, as years. */
export function markYears(value: Value, column: string): Value {
  if (value.kind === 'number') return isYear(column) ? { ...value, plain: true } : value;
  if (value.kind !== 'list' || !isYear(column.replace(/s$/i, ''))) return value;
  return { ...value, items: value.items.map((item) => (item.kind === 'number' ? { ...item, plain: true } : item)) };
}

function isYear(column: string): boolean {
  return /(?:^|_)year$/i.test(column);
}
