import type { Value } from '../model/value.js';
import { unchecked } from './arguments.js';
import type { Problem } from './helper.js';
import type { Day } from './locale.js';
import { noDay, parseDay } from './parse-day.js';

/** Takes an argument that the signature made a date; a date that no calendar has is a problem. */
export function readDay(
  value: Value | undefined,
  at: 'call' | { readonly arg: number },
): { readonly day: Day; readonly problem?: undefined } | { readonly problem: Problem } {
  if (value?.kind !== 'date') throw unchecked('date', value);
  const day = parseDay(value.value);
  return day ? { day } : noDay(value, at);
}
