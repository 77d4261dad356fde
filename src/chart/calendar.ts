import type { Cell, Column, Table } from '../model/value.js';

/** What a column of dates says about itself. */
export interface Calendar {
  /** From the first to the last. */
  readonly days: number;
  /** Between two neighbours, in days; at least a day's part. */
  readonly leastGap: number;
  /** True where each date is a day, without an hour. */
  readonly isWhole: boolean;
  /** Vega's name of the unit that every date begins, if they stand as close as that unit lets them. */
  readonly unit: 'year' | 'yearquarter' | 'yearmonth' | 'yearmonthdate' | undefined;
}

/** Reads the dates of a column; `undefined` when there are none, or one that is a moment and no day. */
export function readCalendar(column: Column, table: Table): Calendar | undefined {
  const index = table.columns.indexOf(column);
  const times = new Set<number>();
  for (const row of table.rows) {
    const cell = row[index];
    const time = cell && timeOf(cell);
    if (time !== undefined) times.add(time);
  }
  const sorted = [...times].sort((a, b) => a - b);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const isWhole = sorted.every((time) => time % DAY === 0);
  if (first === last) return isWhole ? { days: 0, leastGap: 1, isWhole, unit: 'yearmonthdate' } : undefined;
  const gaps = sorted.slice(1).map((time, at) => time - (sorted[at] ?? time));
  const leastGap = gaps.reduce((a, b) => Math.min(a, b), Infinity) / DAY;
  return { days: (last - first) / DAY, leastGap, isWhole, unit: isWhole ? unitOf(sorted, leastGap) : undefined };
}

/** A cell's time, in milliseconds; without a zone it is read as UTC. */
export function timeOf(cell: Cell): number | undefined {
  if (cell.kind !== 'date' && cell.kind !== 'text') return undefined;
  const { value, kind } = cell;
  const time = Date.parse(kind === 'date' || /[Z+]|T.*-/.test(value) ? value : `${value}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** In milliseconds. */
export const DAY = 86_400_000;

function unitOf(times: readonly number[], leastGap: number): Calendar['unit'] {
  const dates = times.map((time) => new Date(time));
  const firsts = dates.every((date) => date.getUTCDate() === 1);
  if (firsts && leastGap >= 365 && dates.every((date) => date.getUTCMonth() === 0)) return 'year';
  if (firsts && leastGap >= 90 && leastGap <= 92 && dates.every((date) => date.getUTCMonth() % 3 === 0))
    return 'yearquarter';
  if (firsts && leastGap >= 28 && leastGap <= 31) return 'yearmonth';
  return leastGap === 1 ? 'yearmonthdate' : undefined;
}
