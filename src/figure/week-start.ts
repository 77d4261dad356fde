import type { Style } from '../model/style.js';
import { weekdayOf } from './day-number.js';
import type { Day } from './locale.js';
import { daysIn } from './parse-day.js';

/** The first day of the week that a day lies in. */
export function weekStart(day: Day, weekStarts: Style['dates']['weekStarts']): Day {
  const first = weekStarts === 'monday' ? 1 : 0;
  return daysBefore(day, (weekdayOf(day) - first + 7) % 7);
}

/** Goes back less than a month. */
function daysBefore(day: Day, days: number): Day {
  if (day.day > days) return { ...day, day: day.day - days };
  const before = day.month === 1 ? { year: day.year - 1, month: 12 } : { year: day.year, month: day.month - 1 };
  return { ...before, day: daysIn(before.year, before.month) + day.day - days };
}
