import type { DateForms, Day } from '../locale.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** English days and months; the short forms are three letters, always, whatever ICU prefers this year. */
export function englishDates(order: 'day-month' | 'month-day'): DateForms {
  const write = (day: Day, month: string, withYear: boolean) =>
    order === 'day-month'
      ? `${day.day} ${month}${withYear ? ` ${day.year}` : ''}`
      : `${month} ${day.day}${withYear ? `, ${day.year}` : ''}`;
  return {
    long: (day, withYear) => write(day, name(day), withYear),
    short: (day, withYear) => write(day, shortName(day), withYear),
    thisMonth: 'this month',
    lastMonth: 'last month',
    monthName: name,
    monthLastYear: (day) => `${name(day)} last year`,
    monthAndYear: (day) => `${name(day)} ${day.year}`,
    monthShort: (day, fullYear) =>
      `${shortName(day)} ${fullYear ? day.year : `’${String(day.year % 100).padStart(2, '0')}`}`,
  };
}

function name(day: Day): string {
  return MONTHS[day.month - 1] ?? '';
}

function shortName(day: Day): string {
  return name(day).slice(0, 3);
}
