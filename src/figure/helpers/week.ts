import type { Helper, HelperContext } from '../helper.js';
import { date as day } from '../literals.js';
import { dayNumber } from '../day-number.js';
import type { Day } from '../locale.js';
import { noDay, parseDay } from '../parse-day.js';
import { phrase } from '../phrase.js';
import { unchecked } from '../arguments.js';
import { weekStart } from '../week-start.js';

/** `{{week burst.day}}`: the week of a day, as seen from the publication day. */
export const week: Helper = {
  name: 'week',
  summary:
    'The week of a day, counted from the publication day; another week is named by its first day, which `dates: {week_starts}` sets.',
  params: [{ name: 'd', type: 'date' }],
  pairs: [],
  examples: [
    example('2021-09-20', 'this week'),
    example('2021-09-19', 'last week'),
    example('2021-09-12', 'the week of 6 September'),
    example('2021-09-27', 'the week of 27 September'),
    example('2021-01-02', 'the week of 28 December 2020'),
  ],
  call([d], _pairs, context) {
    if (d?.kind !== 'date') throw unchecked('date', d);
    const parsed = parseDay(d.value);
    const first = parsed && weekStart(parsed, context.style.dates.weekStarts);
    if (!first || first.year < 0) return noDay(d, { arg: 0 });
    return phrase(weekWords(first, context), [], { kind: 'date', value: isoDay(first) });
  },
};

function weekWords(first: Day, { date, style, locale: { dates } }: HelperContext): string {
  const today = parseDay(date) ?? first;
  const ago = dayNumber(weekStart(today, style.dates.weekStarts)) - dayNumber(first);
  if (ago === 0) return dates.thisWeek;
  return ago === 7 ? dates.lastWeek : dates.weekOf(dates.long(first, first.year !== today.year));
}

function isoDay({ year, month, day }: Day): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function example(d: string, gives: string) {
  return { expression: `week ${d}`, args: [day(d)], gives };
}
