import type { DurationForms } from '../locale.js';

/** From Sunday. */
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** English durations, and days as seen from another. */
export const englishDurations: DurationForms = {
  lasting: (unit, number, category) => `${number} ${unit}${category === 'one' ? '' : 's'}`,
  today: 'today',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  onWeekday: (weekday) => `on ${WEEKDAYS[weekday] ?? ''}`,
  onDay: (day) => `on ${day}`,
  sameDay: 'the same day',
  dayBefore: 'the day before',
  dayAfter: 'the day after',
  daysEarlier: (number) => `${number} days earlier`,
  daysLater: (number) => `${number} days later`,
  since: (when) => `since ${when}`,
  sinceRecordsBegan: (month) => `since records began in ${month}`,
};
