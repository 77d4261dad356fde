import type { Value } from '../model/value.js';
import { dayNumber } from './day-number.js';
import { describeValue } from './describe-value.js';
import type { HelperContext, Problem } from './helper.js';
import type { Day } from './locale.js';
import { parseDay } from './parse-day.js';
import { problem } from './problem.js';
import { readDay } from './read-day.js';

/** Two days in their order, and whether their year is to be said. */
export interface Span {
  readonly first: Day;
  readonly last: Day;
  /** The year is not the publication day's. */
  readonly withYear: boolean;
  readonly problem?: undefined;
}

/** Takes two arguments that the signature made dates; the earlier has to stand first. */
export function readSpan(
  a: Value | undefined,
  b: Value | undefined,
  context: HelperContext,
): Span | { readonly problem: Problem } {
  const first = readDay(a, { arg: 0 });
  if (first.problem) return { problem: first.problem };
  const last = readDay(b, { arg: 1 });
  if (last.problem) return { problem: last.problem };
  if (a && b && dayNumber(first.day) > dayNumber(last.day)) {
    const reason = `Unexpected ${describeValue(b)} after ${describeValue(a)}, expected the earlier day first`;
    return problem('helper-arguments', { arg: 1 }, reason);
  }
  return { first: first.day, last: last.day, withYear: last.day.year !== parseDay(context.date)?.year };
}
