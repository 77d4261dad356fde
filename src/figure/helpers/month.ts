import { unchecked } from '../arguments.js';
import type { Helper, HelperContext } from '../helper.js';
import { date as day, text } from '../literals.js';
import type { Day } from '../locale.js';
import { oneOf } from '../one-of.js';
import { noDay, parseDay } from '../parse-day.js';
import { phrase } from '../phrase.js';

const FORMATS = ['long', 'short', 'name'] as const;

/** `{{month burst.day}}`: the month of a day, as seen from the publication day. */
export const month: Helper = {
  name: 'month',
  summary: 'The month of a day, counted from the publication day; `"long"`, `"short"` and `"name"` do not count.',
  params: [
    { name: 'd', type: 'date' },
    { name: 'format', type: 'text', optional: true },
  ],
  pairs: [],
  examples: [
    { expression: 'month 2021-09-03', args: [day('2021-09-03')], gives: 'this month' },
    { expression: 'month 2021-08-31', args: [day('2021-08-31')], gives: 'last month' },
    { expression: 'month 2021-06-01', args: [day('2021-06-01')], gives: 'June' },
    { expression: 'month 2020-10-01', args: [day('2020-10-01')], gives: 'October last year' },
    { expression: 'month 2019-06-01', args: [day('2019-06-01')], gives: 'June 2019' },
    { expression: 'month 2021-06-01 "long"', args: [day('2021-06-01'), text('long')], gives: 'June 2021' },
    { expression: 'month 2021-01-01 "short"', args: [day('2021-01-01'), text('short')], gives: 'Jan ’21' },
    { expression: 'month 2021-06-01 "name"', args: [day('2021-06-01'), text('name')], gives: 'June' },
  ],
  call([d, given], _pairs, context) {
    if (d?.kind !== 'date') throw unchecked('date', d);
    const format = oneOf(FORMATS, given, 1);
    if (format.problem) return { problem: format.problem };
    const parsed = parseDay(d.value);
    if (!parsed) return noDay(d, { arg: 0 });
    const machine = { kind: 'date', value: d.value.slice(0, -'-DD'.length) } as const;
    return phrase(monthWords(parsed, format.value, context), [], machine);
  },
};

function monthWords(day: Day, format: (typeof FORMATS)[number] | undefined, context: HelperContext): string {
  const { dates } = context.locale;
  const today = parseDay(context.date) ?? day;
  switch (format) {
    case 'long':
      return dates.monthAndYear(day);
    case 'short':
      // ’21 can only be read as the year that is nearest.
      return dates.monthShort(day, Math.abs(today.year - day.year) >= 50);
    case 'name':
      return dates.monthName(day);
    case undefined:
      return relativeMonth(day, today, context);
    default:
      return format satisfies never;
  }
}

function relativeMonth(day: Day, today: Day, { locale: { dates } }: HelperContext): string {
  const ago = (today.year - day.year) * 12 + today.month - day.month;
  if (ago === 0) return dates.thisMonth;
  if (ago === 1) return dates.lastMonth;
  if (day.year === today.year) return dates.monthName(day);
  return day.year === today.year - 1 ? dates.monthLastYear(day) : dates.monthAndYear(day);
}
