import type { AxisLocale } from '../../model/chart.js';
import type { ChartWords } from '../locale.js';
import { numberMarks } from '../number-marks.js';
import { MONTHS } from './dates.js';
import { WEEKDAYS } from './durations.js';

const KINDS: ReadonlyMap<string | undefined, string> = new Map([
  ['bar', 'Bar chart'],
  ['line', 'Line chart'],
  ['area', 'Area chart'],
  ['point', 'Dot plot'],
  ['circle', 'Dot plot'],
  ['square', 'Dot plot'],
  ['tick', 'Strip plot'],
  ['arc', 'Pie chart'],
  ['rect', 'Heat map'],
]);
const AGGREGATES: ReadonlyMap<string, string> = new Map([
  ['sum', 'sum'],
  ['mean', 'average'],
  ['average', 'average'],
  ['median', 'median'],
  ['min', 'lowest'],
  ['max', 'highest'],
]);

/** English words for charts that are told instead of seen. */
export const englishCharts: ChartWords = {
  kind: (mark) => KINDS.get(mark),
  headed: (kind = 'Chart', title) => (title === '' ? `${kind}.` : sentence(`${kind}: ${title}`)),
  aggregate: (operation, field) => {
    const name = AGGREGATES.get(operation);
    return name === undefined ? undefined : `${name} of ${field}`;
  },
  shows: (what, by, range) => sentence(`Shows ${what}${by && ` by ${by}`}${range === undefined ? '' : `, ${range}`}`),
  items: (number, count) => `${number} ${count === 1 ? 'value' : 'values'}`,
  values: ({ highest, lowest, count, ends }) => {
    if (count === 1) return `The value is ${highest.value}${told(highest.label)}.`;
    if (highest.value === lowest.value) return `The value is ${highest.value} throughout.`;
    const extremes = `Highest: ${highest.value}${told(highest.label)}; lowest: ${lowest.value}${told(lowest.label)}`;
    return ends ? `${extremes}; first: ${ends[0]}; last: ${ends[1]}.` : `${extremes}.`;
  },
  parts: (kind, count) =>
    kind === 'layer' ? `It is drawn in ${count.toString()} layers.` : `It is one of ${count.toString()} parts.`,
  axis: ({ group }) => (group === ',' ? undefined : englishAxis(group)),
};

/** Axes part thousands as the text does. */
function englishAxis(house: string): AxisLocale {
  const { group, decimal } = numberMarks({ group: house }, { decimalMark: '.' });
  return {
    ...{ decimal, thousands: group, minus: '−', percent: '%' },
    numerals: Array.from({ length: 10 }, (_, digit) => String(digit)),
    months: MONTHS,
    shortMonths: MONTHS.map((month) => month.slice(0, 3)),
    days: WEEKDAYS,
    periods: ['AM', 'PM'],
  };
}

function told(label: string | undefined): string {
  return label === undefined || label === '' ? '' : ` (${label})`;
}

function sentence(words: string): string {
  return words.replace(/(?<![.!?…])$/u, '.');
}
