import { unchecked } from '../arguments.js';
import type { Helper } from '../helper.js';
import { date as day } from '../literals.js';
import { phrase } from '../phrase.js';
import { readSpan } from '../read-span.js';

/** `{{months gap.starts gap.ends}}`: the months from one day to another. */
export const months: Helper = {
  name: 'months',
  summary:
    'The months from one day to another: neighbours with a stroke; with the year when it is not the publication day’s.',
  params: [
    { name: 'a', type: 'date' },
    { name: 'b', type: 'date' },
  ],
  pairs: [],
  examples: [
    example('2020-06-12', '2020-07-03', 'June/July 2020'),
    example('2020-03-12', '2020-07-03', 'March to July 2020'),
    example('2019-12-12', '2020-01-03', 'December 2019/January 2020'),
    example('2020-06-12', '2020-06-30', 'June 2020'),
    example('2021-06-12', '2021-07-03', 'June/July'),
  ],
  call([a, b], _pairs, context) {
    const span = readSpan(a, b, context);
    if (span.problem) return { problem: span.problem };
    const { first, last, withYear } = span;
    const { dates } = context.locale;
    if (a?.kind !== 'date' || b?.kind !== 'date') throw unchecked('date', b);
    const [from, to] = [a, b].map(({ value }) => value.slice(0, -'-DD'.length));
    if (first.year !== last.year || first.month !== last.month)
      return phrase(dates.monthSpan(first, last, withYear), [], { kind: 'interval', value: `${from}/${to}` });
    const machine = { kind: 'date', value: from ?? '' } as const;
    return phrase(withYear ? dates.monthAndYear(first) : dates.monthName(first), [], machine);
  },
};

function example(a: string, b: string, gives: string) {
  return { expression: `months ${a} ${b}`, args: [day(a), day(b)], gives };
}
