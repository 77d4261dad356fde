import type { Day } from './locale.js';
import { daysIn } from './parse-day.js';

/** Counts days from 1 January of the year 0, so that two days can be subtracted. */
export function dayNumber({ year, month, day }: Day): number {
  const leapYears = Math.floor((year + 3) / 4) - Math.floor((year + 99) / 100) + Math.floor((year + 399) / 400);
  const months = Array.from({ length: month - 1 }, (_, index) => daysIn(year, index + 1));
  return months.reduce((sum, days) => sum + days, 365 * year + leapYears + day - 1);
}

/** The day of the week; 0 is Sunday. */
export function weekdayOf(day: Day): number {
  // 1 January of the year 0 was a Saturday.
  return (dayNumber(day) + 6) % 7;
}
