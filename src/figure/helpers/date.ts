import { oneOf } from '../one-of.js';
import { unchecked } from '../arguments.js';
import type { Helper } from '../helper.js';
import { date as day, text } from '../literals.js';
import { noDay, parseDay } from '../parse-day.js';
import { phrase } from '../phrase.js';

const FORMATS = ['short', 'long', 'iso', 'year'] as const;

/** `{{date burst.day}}`: a day. */
export const date: Helper = {
  name: 'date',
  summary: 'A day, with its year when it is not the publication day’s; `"long"` always has the year.',
  params: [
    { name: 'd', type: 'date' },
    { name: 'format', type: 'text', optional: true },
  ],
  pairs: [],
  examples: [
    { expression: 'date 2021-09-19', args: [day('2021-09-19')], gives: '19 September' },
    { expression: 'date 2020-06-01', args: [day('2020-06-01')], gives: '1 June 2020' },
    { expression: 'date 2021-09-11 "short"', args: [day('2021-09-11'), text('short')], gives: '11 Sep' },
    { expression: 'date 2021-09-19 "long"', args: [day('2021-09-19'), text('long')], gives: '19 September 2021' },
    { expression: 'date 2021-09-19 "iso"', args: [day('2021-09-19'), text('iso')], gives: '2021-09-19' },
    { expression: 'date 2021-09-19 "year"', args: [day('2021-09-19'), text('year')], gives: '2021' },
  ],
  call([d, given], _pairs, context) {
    if (d?.kind !== 'date') throw unchecked('date', d);
    const format = oneOf(FORMATS, given, 1);
    if (format.problem) return { problem: format.problem };
    const parsed = parseDay(d.value);
    if (!parsed) return noDay(d, { arg: 0 });
    const withYear = parsed.year !== parseDay(context.date)?.year;
    const { dates } = context.locale;
    const machine = { kind: 'date', value: d.value } as const;
    switch (format.value) {
      case undefined:
        return phrase(dates.long(parsed, withYear), [], machine);
      case 'short':
        return phrase(dates.short(parsed, withYear), [], machine);
      case 'long':
        return phrase(dates.long(parsed, true), [], machine);
      case 'iso':
        return phrase(d.value, [], machine);
      case 'year':
        return phrase(String(parsed.year), [], machine);
      default:
        return format.value satisfies never;
    }
  },
};
