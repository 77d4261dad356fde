import type { Config } from 'vega-lite';
import type { AxisLocale } from '../model/chart.js';

type VegaLocale = NonNullable<Config['locale']>;

/** What Vega takes for the words of its axes, in the form of d3-format and d3-time-format. */
export function axisLocale(locale: AxisLocale): VegaLocale {
  const { decimal, thousands, minus, percent, numerals, months, shortMonths, days, periods } = locale;
  const written = {
    number: { decimal, thousands, grouping: [3], currency: ['', ''], numerals, percent, minus },
    time: {
      ...{ dateTime: '%A %-d %B %Y %X', date: '%-d/%-m/%Y', time: '%H:%M:%S', periods },
      ...{ days, shortDays: days, months, shortMonths },
    },
  };
  // Its typings ask for lists of a fixed length
  return written as unknown as VegaLocale;
}
