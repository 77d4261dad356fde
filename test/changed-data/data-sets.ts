/** A day's events: how many, and what is known of each. */
type Row = readonly [date: string, place: string, tactic: string, killed: string];

export interface DataSet {
  readonly rows: readonly Row[];
  readonly asOf: string;
  /** Publication day. */
  readonly date: string;
}

/** What was on record before the day that every sentence speaks of, 23 September 2021. */
const BEFORE: readonly Row[] = [
  ...day('2019-08-10', 6, 'Kunar'),
  ...day('2021-06-29', 2, 'Nangarhar'),
  ...day('2021-07-02', 2, 'Kunar'),
  ...day('2021-08-30', 4, 'Kabul'),
  ...day('2021-09-12', 2, 'Kunar'),
  ...day('2021-09-15', 1, 'Kabul'),
  ...day('2021-09-18', 2, 'Kabul'),
];
const TODAY: readonly Row[] = [
  ['2021-09-23', 'Kunar', 'IED', '2'],
  ['2021-09-23', 'Nangarhar', 'IED', '1'],
  ['2021-09-23', 'Kunar', 'IED', '0'],
  ['2021-09-23', 'Nangarhar', 'shooting', '1'],
  ['2021-09-23', 'Kunar', 'IED', '3'],
];
const DAY = { asOf: '2021-09-23', date: '2021-09-24' };

/** Today's data and what it may be tomorrow, by name. */
export const DATA_SETS = {
  'as they are': { rows: [...BEFORE, ...TODAY], ...DAY },
  zero: { rows: BEFORE, ...DAY },
  one: { rows: [...BEFORE, ...TODAY.slice(0, 1)], ...DAY },
  two: { rows: [...BEFORE, ...TODAY.slice(0, 2)], ...DAY },
  /** Six, as many as on the highest day before, as many in Kunar as in Nangarhar, and as many as the week before doubled. */
  ties: { rows: [...BEFORE, ...TODAY, ['2021-09-23', 'Nangarhar', 'shooting', '0']], ...DAY },
  NULL: { rows: [...BEFORE, ...TODAY.map(([date]): Row => [date, '', '', ''])], ...DAY },
  /** Only what is later than the last day of data, so that columns have their types and no row. */
  'no row': { rows: day('2021-10-01', 3, 'Kunar'), ...DAY },
  'ten times': { rows: [...BEFORE, ...Array.from({ length: 10 }, () => TODAY).flat()], ...DAY },
  'a day later': { rows: [...BEFORE, ...TODAY], asOf: '2021-09-24', date: '2021-09-25' },
} as const satisfies Record<string, DataSet>;

export function csvOf({ rows }: DataSet): string {
  return ['date,place,tactic,killed', ...rows.map((row) => row.join(',')), ''].join('\n');
}

function day(date: string, count: number, place: string): Row[] {
  return Array.from({ length: count }, (): Row => [date, place, 'shooting', '1']);
}
