import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Cell } from '../../src/model/value.js';
import { dataSource } from './draft.js';
import { fence, run, said, type Run, type RunOptions } from './run.js';

const ROOT = fileURLToPath(new URL('../fixture/calendar/', import.meta.url));
const WATCHED = dataSource({
  name: 'events',
  file: 'events.csv',
  datedBy: 'day',
  covers: ['2021-09-01', '2021-09-30'],
});
const UNWATCHED = { ...WATCHED, covers: undefined };
const DAILY = fence('SELECT day, count(*) AS n FROM events GROUP BY day', 'daily');

async function ask(sql: string, { data = [WATCHED], asOf = '2021-09-12' }: RunOptions = {}): Promise<Run> {
  return await run(`${fence(sql)}\n${DAILY}`, { root: ROOT, data, asOf });
}

function rowsOf({ answers }: Run): unknown[][] {
  return (answers.tables.get('q')?.rows ?? []).map((row) => row.map(plain));
}

function plain(cell: Cell): unknown {
  if (cell.kind === 'null') return null;
  return cell.kind === 'number' ? Number(cell.exact) : cell.kind === 'list' ? cell.items : cell.value;
}

test('a record says how high a day stands, and which days before it were as high or higher', async () => {
  const found = await ask(`
    SELECT r.day, r.n, r.rank, r.ties, r.last_as_high, r.last_as_high_n, r.last_higher, r.last_higher_n, r.lookback, r.finding
    FROM daily AS d, tw_record('daily', d.day) AS r ORDER BY r.day`);
  expect(found.messages.map(said)).toEqual([]);
  expect(rowsOf(found)).toEqual([
    ['2021-09-02', 1, 3, 1, null, null, null, null, 1, 'record'],
    ['2021-09-03', 3, 1, 1, null, null, null, null, 2, 'record'],
    ['2021-09-06', 1, 3, 1, '2021-09-03', 3, '2021-09-03', 3, 5, 'higher'],
    ['2021-09-09', 3, 1, 1, '2021-09-03', 3, null, null, 8, 'tie'],
  ]);
});

test('a day of the calendar without a row has a record of zero, and a day outside of it none', async () => {
  const sql = (day: string): string => `SELECT n, finding FROM tw_record('daily', ${day})`;
  expect(rowsOf(await ask(sql('as_of()')))).toEqual([[0, 'zero']]);
  expect(rowsOf(await ask(sql("DATE '2021-08-31'")))).toEqual([]);
  expect(rowsOf(await ask(sql("DATE '2021-09-13'")))).toEqual([]);
});

test('no earlier case, too short a coverage and data that nobody said to have watched are told apart', async () => {
  const sql = (day: string): string =>
    `SELECT n, rank, ties, lookback, covered_from, covered_to, finding FROM tw_record('daily', DATE '${day}')`;
  const late = { ...WATCHED, covers: ['2021-09-03', '2021-09-10'] as const };
  expect(rowsOf(await ask(sql('2021-09-03')))).toEqual([[3, 1, 1, 2, '2021-09-01', '2021-09-12', 'record']]);
  expect(rowsOf(await ask(sql('2021-09-03'), { data: [late] }))).toEqual([
    [3, null, null, 0, '2021-09-03', '2021-09-10', 'unknown'],
  ]);
  expect(rowsOf(await ask(sql('2021-09-03'), { data: [UNWATCHED] }))).toEqual([
    [3, null, null, 1, null, null, 'unknown'],
  ]);
  expect(rowsOf(await ask(sql('2021-09-09'), { data: [UNWATCHED] }))).toEqual([[3, 1, 1, 7, null, null, 'tie']]);
});

test('gaps are silences within the coverage; the last one is closed at as_of and said to be open', async () => {
  const sql = `
    SELECT starts, ends, days, open, cut, rank, ties, last_as_long_starts, last_as_long_ends, last_as_long_days, finding
    FROM tw_gaps('daily') ORDER BY starts`;
  expect(rowsOf(await ask(sql))).toEqual([
    ['2021-09-01', '2021-09-01', 1, false, true, null, null, null, null, null, 'unknown'],
    ['2021-09-04', '2021-09-05', 2, false, false, 2, 1, null, null, null, 'record'],
    ['2021-09-07', '2021-09-08', 2, false, false, 2, 1, '2021-09-04', '2021-09-05', 2, 'tie'],
    ['2021-09-10', '2021-09-12', 3, true, false, 1, 0, null, null, null, 'record'],
  ]);
  // Whether a silence went on after someone stopped watching is not known
  const early = { ...WATCHED, covers: ['2021-09-01', '2021-09-11'] as const };
  expect(
    rowsOf(await ask(sql, { data: [early] }))
      .at(-1)
      ?.slice(0, 4),
  ).toEqual(['2021-09-10', '2021-09-11', 2, null]);
  const unwatched = await ask(sql, { data: [UNWATCHED], asOf: '2021-09-08' });
  expect(rowsOf(unwatched)).toEqual([
    ['2021-09-04', '2021-09-05', 2, false, false, null, null, null, null, null, 'unknown'],
    ['2021-09-07', '2021-09-08', 2, true, false, 1, 1, '2021-09-04', '2021-09-05', 2, 'tie'],
  ]);
});

test('streaks are runs of days with more than nothing, at least as long as is asked', async () => {
  const sql = (k: string): string =>
    `SELECT starts, ends, days, total, open, cut, finding FROM tw_streaks('daily', ${k}) ORDER BY starts`;
  expect(rowsOf(await ask(sql('2')))).toEqual([['2021-09-02', '2021-09-03', 2, 4, false, false, 'record']]);
  expect(rowsOf(await ask(sql('1'), { asOf: '2021-09-09' }))).toEqual([
    ['2021-09-02', '2021-09-03', 2, 4, false, false, 'record'],
    ['2021-09-06', '2021-09-06', 1, 1, false, false, 'longer'],
    ['2021-09-09', '2021-09-09', 1, 3, true, false, 'tie'],
  ]);
  expect(rowsOf(await ask(sql('3')))).toEqual([]);
});

test('the coverage is what all the dated data covers that a query reads, through other queries too', async () => {
  const data = [
    { ...WATCHED, covers: ['2021-09-01', '2021-09-10'] as const },
    dataSource({ name: 'reports', file: 'events.csv', datedBy: 'day', covers: ['2021-09-02', '2021-12-31'] }),
    dataSource({ name: 'places', file: 'places.csv' }),
  ];
  const text = [
    fence("SELECT DISTINCT covered_from, covered_to FROM tw_gaps('joined')"),
    fence('SELECT day, count(*) AS n FROM both_of_them, places GROUP BY day', 'joined'),
    fence('FROM events UNION ALL FROM reports', 'both_of_them'),
  ].join('\n');
  const found = await run(text, { root: ROOT, data, asOf: '2021-09-12' });
  expect(found.messages.map(said)).toEqual([expect.stringContaining('coverage-ends')]);
  expect(rowsOf(found)).toEqual([['2021-09-02', '2021-09-10']]);
});

test.each([
  [
    "SELECT n FROM tw_record('dayly', as_of())",
    '2:25 query-unknown-name: No query or data has the name `dayly` (Did you mean `daily`?)',
  ],
  [
    "SELECT rank FROM tw_record('events', as_of())",
    '2:28 query-macro: Unexpected data `events` for `tw_record`, expected the name of a query (Write a query with the columns `day` and `n`, and give its name)',
  ],
  [
    'SELECT days FROM tw_gaps(daily)',
    "2:26 query-macro: Unexpected first argument, expected the name of a query as text (Write `tw_gaps('query')`)",
  ],
  [
    "SELECT days\nFROM tw_gaps('daily', 3)",
    "3:23 query-macro: Unexpected 2 arguments of `tw_gaps`, expected one argument (Write `tw_gaps('query')`)",
  ],
  [
    "SELECT days FROM tw_streaks('daily')",
    "2:18 query-macro: Unexpected single argument of `tw_streaks`, expected two arguments (Write `tw_streaks('query', 3)`)",
  ],
  [
    "SELECT days FROM tw_streaks('daily', 0)",
    '2:38 query-macro: Unexpected length of a streak, `0`, expected a whole number of days from 1 on',
  ],
  [
    "SELECT n FROM tw_record('daily', 'soon')",
    '2:34 query-macro: Unexpected day to look back from, `soon`, expected a date such as `as_of()`',
  ],
  ["SELECT n, nope FROM tw_record('daily', as_of())", '2:11 query-unknown-name: No table here has a column `nope`'],
  ["SELECT n FROM tw_record('daily', nope)", '2:15 query-unknown-name: No table here has a column `nope`'],
  ["SELECT days FROM tw_gaps('q')", '1:8 query-cycle: The query `q` reads itself (Take one step of the circle out)'],
])('%s is refused at its place', async (sql, message) => {
  const { messages } = await ask(sql);
  expect(messages.map(said)).toEqual([message]);
});

test.each([
  [
    'SELECT day FROM events',
    'The query `daily` has no column `n`, expected a `day` and its number `n` (Its columns are `day`)',
  ],
  [
    'SELECT day AS days, 1 AS n FROM events',
    'The query `daily` has no column `day`, expected a `day` and its number `n` (Write `days AS day` in it)',
  ],
  [
    "SELECT TIMESTAMP '2021-09-01' AS day, 1 AS n",
    'Unexpected type `TIMESTAMP` of the column `day` of `daily`, expected `DATE` (Write `CAST(… AS DATE) AS day` in it)',
  ],
  [
    "SELECT day, 'x' AS n FROM events",
    'Unexpected type `VARCHAR` of the column `n` of `daily`, expected a number (Write `count(*) AS n` in it, for example)',
  ],
  ['SELECT day, 1 AS n FROM events', `Unexpected second row for 2021-09-03 of \`daily\` (${ONE_ROW()})`],
  ['SELECT CAST(NULL AS DATE) AS day, 1 AS n', `Unexpected row without a day of \`daily\` (${ONE_ROW()})`],
  ["SELECT CAST('infinity' AS DATE) AS day, 1 AS n", `Unexpected day infinity of \`daily\` (${ONE_ROW()})`],
  [
    "SELECT DATE '2021-09-02' AS day, CAST(NULL AS INTEGER) AS n",
    `Unexpected NULL as \`n\` on 2021-09-02 of \`daily\` (${ONE_ROW()})`,
  ],
  ["SELECT DATE '2021-09-02' AS day, 1 / 0 AS n", `Unexpected inf as \`n\` on 2021-09-02 of \`daily\` (${ONE_ROW()})`],
])('a calendar of %s is refused where the macro names it', async (sql, message) => {
  const text = `${fence("SELECT rank\nFROM tw_record('daily', as_of())")}\n${fence(sql, 'daily')}`;
  const { messages } = await run(text, { root: ROOT, data: [WATCHED], asOf: '2021-09-12' });
  expect(messages.map(said)).toEqual([`3:16 query-macro: ${message}`]);
});

function ONE_ROW(): string {
  return 'A calendar needs one row for each day that has any, with its number';
}

test('what a macro reads cannot be read without it', async () => {
  const { messages } = await ask('FROM "daily:days"');
  expect(messages.map(({ rule }) => rule)).toEqual(['query-forbidden']);
});
