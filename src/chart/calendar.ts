import type { Column, Table } from '../model/value.js';

/** What a column of dates says about itself. */
export interface Calendar {
  /** From the first to the last. */
  readonly days: number;
  /** Between two neighbours, in days; at least a day's part. */
  readonly leastGap: number;
  /** Vega's name of the unit that every date begins, if they stand as close as that unit lets them. */
  readonly unit: 'year' | 'yearquarter' | 'yearmonth' | 'yearmonthdate' | undefined;
}

/** Reads the dates of a column; `undefined` when there are fewer than two. */
export function readCalendar(column: Column, table: Table): Calendar | undefined {
  const index = table.columns.indexOf(column);
  const times = new Set<number>();
  for (const row of table.rows) {
    const cell = row[index];
    // A date without a time is read as UTC.
    if (cell?.kind === 'date') times.add(Date.parse(cell.value));
    else if (cell?.kind === 'text') times.add(Date.parse(/[Z+]|T.*-/.test(cell.value) ? cell.value : `${cell.value}Z`));
  }
  const sorted = [...times].filter((time) => !Number.isNaN(time)).sort((a, b) => a - b);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined || first === last) return undefined;
  const gaps = sorted.slice(1).map((time, at) => time - (sorted[at] ?? time));
  const leastGap = gaps.reduce((a, b) => Math.min(a, b), Infinity) / DAY;
  return { days: (last - first) / DAY, leastGap, unit: unitOf(sorted, leastGap) };
}

const DAY = 86_400_000;

function unitOf(times: readonly number[], leastGap: number): Calendar['unit'] {
  const dates = times.map((time) => new Date(time));
  if (times.some((time) => time % DAY !== 0)) return undefined;
  const firsts = dates.every((date) => date.getUTCDate() === 1);
  if (firsts && leastGap >= 365 && dates.every((date) => date.getUTCMonth() === 0)) return 'year';
  if (firsts && leastGap >= 90 && leastGap <= 92 && dates.every((date) => date.getUTCMonth() % 3 === 0))
    return 'yearquarter';
  if (firsts && leastGap >= 28 && leastGap <= 31) return 'yearmonth';
  return leastGap === 1 ? 'yearmonthdate' : undefined;
}
