import type { DateForms, Day } from '../locale.js';

/** From January. */
export const MONTHS = [
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
export function englishDates(order: Order): DateForms {
  const write = (day: Day, month: string, withYear: boolean) =>
    order === 'day-month'
      ? `${day.day} ${month}${withYear ? ` ${day.year}` : ''}`
      : `${month} ${day.day}${withYear ? `, ${day.year}` : ''}`;
  return {
    long: (day, withYear) => write(day, name(day), withYear),
    short: (day, withYear) => write(day, shortName(day), withYear),
    thisMonth: 'this month',
    lastMonth: 'last month',
    thisWeek: 'this week',
    lastWeek: 'last week',
    weekOf: (first) => `the week of ${first}`,
    monthName: name,
    monthLastYear: (day) => `${name(day)} last year`,
    monthAndYear: (day) => `${name(day)} ${day.year}`,
    daySpan: (first, last, withYear) => daySpan(first, last, withYear, order, write),
    monthSpan,
    monthShort: (day, fullYear) =>
      `${shortName(day)} ${fullYear ? day.year : `’${String(day.year % 100).padStart(2, '0')}`}`,
  };
}

type Order = 'day-month' | 'month-day';

function daySpan(
  first: Day,
  last: Day,
  withYear: boolean,
  order: Order,
  write: (day: Day, month: string, withYear: boolean) => string,
): string {
  if (first.year !== last.year) {
    // The comma that ends an American year.
    const comma = order === 'month-day' ? ',' : '';
    return `${write(first, name(first), true)}${comma} to ${write(last, name(last), true)}`;
  }
  if (first.month !== last.month) return `${write(first, name(first), false)} to ${write(last, name(last), withYear)}`;
  const days = `${first.day}–${last.day}`;
  return order === 'day-month'
    ? `${days} ${name(first)}${withYear ? ` ${first.year}` : ''}`
    : `${name(first)} ${days}${withYear ? `, ${first.year}` : ''}`;
}

function monthSpan(first: Day, last: Day, withYear: boolean): string {
  const apart = (last.year - first.year) * 12 + last.month - first.month;
  const isOneYear = first.year === last.year;
  const end = withYear || !isOneYear ? `${name(last)} ${last.year}` : name(last);
  return `${name(first)}${isOneYear ? '' : ` ${first.year}`}${apart === 1 ? '/' : ' to '}${end}`;
}

function name(day: Day): string {
  return MONTHS[day.month - 1] ?? '';
}

function shortName(day: Day): string {
  return name(day).slice(0, 3);
}
