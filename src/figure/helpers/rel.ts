import { dayNumber, weekdayOf } from '../day-number.js';
import type { Helper, HelperContext } from '../helper.js';
import { date as day } from '../literals.js';
import type { Day, DurationForms } from '../locale.js';
import { wholeDecimal } from '../decimal.js';
import { phrase } from '../phrase.js';
import { parseDay } from '../parse-day.js';
import { printNumber } from '../print-number.js';
import { readDay } from '../read-day.js';

/** Beyond so many days from another day, a day is named. */
const MOST_DAYS = 30;

/** `{{rel burst.day}}`: a day as seen from the publication day, or from another. */
export const rel: Helper = {
  name: 'rel',
  summary:
    'When a day was, as seen from the publication day: the weekday for two to six days back; with `from=`, as seen from that day, in days up to 30.',
  params: [{ name: 'd', type: 'date' }],
  pairs: [{ name: 'from', type: 'date' }],
  examples: [
    example('2021-09-24', undefined, 'today'),
    example('2021-09-23', undefined, 'yesterday'),
    example('2021-09-19', undefined, 'on Sunday'),
    example('2021-06-09', undefined, 'on 9 June'),
    example('2021-09-25', undefined, 'tomorrow'),
    example('2021-09-19', '2021-09-19', 'the same day'),
    example('2021-09-18', '2021-09-19', 'the day before'),
    example('2021-09-16', '2021-09-19', 'three days earlier'),
    example('2021-09-20', '2021-09-19', 'the day after'),
  ],
  call([d], pairs, context) {
    const wanted = readDay(d, { arg: 0 });
    if (wanted.problem) return { problem: wanted.problem };
    const from = pairs['from'] && readDay(pairs['from'], 'call');
    if (from?.problem) return { problem: from.problem };
    const words = from ? seenFrom(wanted.day, from.day, context) : seenToday(wanted.day, context);
    return phrase(words, [], d?.kind === 'date' ? { kind: 'date', value: d.value } : undefined);
  },
};

function seenToday(day: Day, context: HelperContext): string {
  const { durations } = context.locale;
  const ago = dayNumber(parseDay(context.date) ?? day) - dayNumber(day);
  if (ago === 0) return durations.today;
  if (ago === 1) return durations.yesterday;
  if (ago === -1) return durations.tomorrow;
  return ago >= 2 && ago <= 6 ? durations.onWeekday(weekdayOf(day)) : onDay(day, context);
}

function seenFrom(day: Day, from: Day, context: HelperContext): string {
  const { durations } = context.locale;
  const ago = dayNumber(from) - dayNumber(day);
  const named = nextTo(ago, durations);
  if (named !== undefined) return named;
  if (Math.abs(ago) > MOST_DAYS) return onDay(day, context);
  const number = printNumber(wholeDecimal(BigInt(Math.abs(ago))), context);
  return ago > 0 ? durations.daysEarlier(number) : durations.daysLater(number);
}

function nextTo(ago: number, durations: DurationForms): string | undefined {
  if (ago === 0) return durations.sameDay;
  if (ago === 1) return durations.dayBefore;
  return ago === -1 ? durations.dayAfter : undefined;
}

function onDay(day: Day, { date, locale }: HelperContext): string {
  return locale.durations.onDay(locale.dates.long(day, day.year !== parseDay(date)?.year));
}

function example(d: string, from: string | undefined, gives: string) {
  const pairs = from === undefined ? {} : { from: day(from) };
  return { expression: `rel ${d}${from === undefined ? '' : ` from=${from}`}`, args: [day(d)], pairs, gives };
}
