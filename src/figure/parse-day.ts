import type { DateValue } from '../model/value.js';
import type { Day } from './locale.js';
import { problem } from './problem.js';

/** Reads `YYYY-MM-DD`; `undefined` for what is no day of the calendar, such as an engine's `infinity`. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4,6})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? { year, month, day } : undefined;
}

/** A date that the calendar of a newsroom does not have: before year 0, infinite. */
export function noDay(date: DateValue, at: 'call' | { readonly arg: number }) {
  return problem('value-unprintable', at, `Unexpected \`${date.value}\`, expected a day such as \`2021-09-19\``);
}

/** How many days a month has. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
