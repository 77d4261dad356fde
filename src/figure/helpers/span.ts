import { unchecked } from '../arguments.js';
import type { Helper } from '../helper.js';
import { date as day } from '../literals.js';
import { dayNumber } from '../day-number.js';
import { phrase } from '../phrase.js';
import { readSpan } from '../read-span.js';

/** `{{span first.day last.day}}`: from one day to another. */
export const span: Helper = {
  name: 'span',
  summary:
    'From one day to another, with the year when it is not the publication day’s; the same day twice is one day. Without “from” or “between” before it.',
  params: [
    { name: 'a', type: 'date' },
    { name: 'b', type: 'date' },
  ],
  pairs: [],
  examples: [
    example('2021-09-19', '2021-09-26', '19–26 September'),
    example('2021-08-28', '2021-09-02', '28 August to 2 September'),
    example('2020-12-28', '2021-01-02', '28 December 2020 to 2 January 2021'),
    example('2020-06-03', '2020-06-09', '3–9 June 2020'),
    example('2021-09-19', '2021-09-19', '19 September'),
  ],
  call([a, b], _pairs, context) {
    const span = readSpan(a, b, context);
    if (span.problem) return { problem: span.problem };
    const { first, last, withYear } = span;
    const { dates } = context.locale;
    if (a?.kind !== 'date' || b?.kind !== 'date') throw unchecked('date', b);
    if (dayNumber(first) < dayNumber(last))
      return phrase(dates.daySpan(first, last, withYear), [], { kind: 'interval', value: `${a.value}/${b.value}` });
    const machine = { kind: 'date', value: a.value } as const;
    return phrase(dates.long(first, withYear), [], machine);
  },
};

function example(a: string, b: string, gives: string) {
  return { expression: `span ${a} ${b}`, args: [day(a), day(b)], gives };
}
