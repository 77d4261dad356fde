import type { Value } from '../model/value.js';
import { compareDecimals, parseDecimal } from './decimal.js';
import { describeValue } from './describe-value.js';
import type { Problem } from './helper.js';
import { parseDay } from './parse-day.js';
import { infinite, missing, problem } from './problem.js';

/** How two values stand to each other, or why they do not. */
export type Comparison =
  | { readonly order: -1 | 0 | 1; readonly problem?: undefined }
  | { readonly problem: Problem; readonly order?: undefined };

/**
 * Compares two numbers by all their digits, two dates, two texts by their code units (no locale, so that the answer
 * is the same everywhere), or two booleans; a date compares with a day that the writer typed, `"2021-09-01"`.
 * A problem's `at` is the argument to blame, the left being 0.
 */
export function compareValues(left: Value, right: Value): Comparison {
  for (const [arg, value] of [left, right].entries()) {
    if (value.kind === 'null') return missing({ arg }, 'a value to compare');
    if (value.kind === 'number' && !Number.isFinite(value.value)) return infinite({ arg }, value);
  }
  if (left.kind === 'number' && right.kind === 'number') {
    return { order: compareDecimals(parseDecimal(left.exact), parseDecimal(right.exact)) };
  }
  if (left.kind === 'boolean' && right.kind === 'boolean') return order(Number(left.value), Number(right.value));
  if (left.kind === 'text' && right.kind === 'text') {
    return order(left.value.normalize('NFC'), right.value.normalize('NFC'));
  }
  const [leftDay, rightDay] = [dayOf(left), dayOf(right)];
  if ((left.kind === 'date' || right.kind === 'date') && leftDay !== undefined && rightDay !== undefined) {
    return order(leftDay, rightDay);
  }
  return problem(
    'helper-arguments',
    { arg: 1 },
    `Unexpected ${describeValue(right)}, it cannot be compared with ${describeValue(left)}`,
    'Compare two numbers, two dates or two texts; cast one of them in the query',
  );
}

/** A day as text that sorts: its year has six digits. */
function dayOf(value: Value): string | undefined {
  const typed = value.kind === 'text' && value.origin === 'draft';
  if (value.kind !== 'date' && !typed) return undefined;
  return parseDay(value.value) && value.value.padStart(12, '0');
}

function order<T extends number | string>(left: T, right: T): Comparison {
  return { order: left < right ? -1 : left > right ? 1 : 0 };
}
