import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEngine, type OpenEngine } from '../../src/engine/open-engine.js';
import type { QueryDoubts } from '../../src/model/answers.js';
import { findDoubts } from '../../src/query/find-doubts.js';
import { readQueries } from '../../src/query/read-queries.js';
import { draftOf } from './draft.js';
import { fence } from './run.js';

let engine: OpenEngine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine[Symbol.asyncDispose]());

/** What the queries of the test read, in order. */
const BELOW = {
  daily: 'SELECT day, count(*) AS n FROM events GROUP BY day',
  ranked: 'SELECT place, n FROM places_by_n ORDER BY n DESC, place',
  front: "SELECT * FROM events WHERE actor = 'Front' AND tactic <> 'IED'",
  top: 'SELECT day, n FROM daily ORDER BY n DESC, day LIMIT 1',
};

async function doubts(sql: string): Promise<QueryDoubts | undefined> {
  const text = [...Object.entries(BELOW), ['q', sql] as const].map(([name, each]) => fence(each, name)).join('\n');
  const { queries } = draftOf(text);
  const { value, messages } = await readQueries(queries, engine, []);
  expect(messages).toEqual([]);
  return findDoubts([...value.values()]).get('q');
}

/** The words that are pointed at, with the first words of why. */
async function chances(sql: string): Promise<string[]> {
  const { chances: found = [] } = (await doubts(sql)) ?? {};
  return found.map(
    ({ start, end, reason }) => `${sql.slice(start, end)}: ${/(?:Unexpected )(.*?)[,:]/.exec(`${reason}:`)?.[1] ?? ''}`,
  );
}

describe('chance decides', () => {
  test.each([
    ['SELECT day FROM events LIMIT 3', '3: `LIMIT` without an order'],
    ['SELECT day FROM events OFFSET 3', '3: `LIMIT` without an order'],
    ['(SELECT day FROM events) UNION ALL (SELECT day FROM daily) LIMIT 3', '3: `LIMIT` without an order'],
    ['SELECT (SELECT n FROM daily LIMIT 1) AS n', '1: `LIMIT` without an order'],
    ['WITH w AS (SELECT n FROM daily LIMIT 2) SELECT sum(n) AS n FROM w', '2: `LIMIT` without an order'],
    ['SELECT place, n FROM ranked ORDER BY n + 0 LIMIT 1', undefined],
    ['SELECT day, n FROM daily ORDER BY n DESC LIMIT 1', 'n: order that leaves ties before a `LIMIT`'],
    [
      'SELECT day, count(*) AS n FROM events GROUP BY day ORDER BY n LIMIT 1',
      'n: order that leaves ties before a `LIMIT`',
    ],
    [
      'SELECT day, count(*) AS n FROM events GROUP BY ALL ORDER BY 2 LIMIT 1',
      '2: order that leaves ties before a `LIMIT`',
    ],
    [
      'SELECT day FROM events GROUP BY day ORDER BY count(*) FILTER (WHERE day IS NOT NULL) LIMIT 1',
      'count: order that leaves ties before a `LIMIT`',
    ],
    ['SELECT DISTINCT ON (place) place, n FROM events', 'place: `DISTINCT ON` without an order that leaves no ties'],
    ['SELECT first(place) AS place FROM events', 'first: `first` of rows in no order'],
    ['SELECT n, any_value(place) AS place FROM events GROUP BY n', 'any_value: `any_value` of rows in no order'],
    ['SELECT arg_max(day, n) AS day FROM daily', 'arg_max: `arg_max` over values that may tie'],
    ['SELECT max_by(day, n + 1) AS day FROM daily', 'max_by: `max_by` over values that may tie'],
    ['SELECT list(place) AS places FROM events', 'list: `list` of rows in no order'],
    ['SELECT list(DISTINCT place) AS places FROM ranked', 'list: `list` of rows in no order'],
    ["SELECT 'In ' || string_agg(place, ', ') AS places FROM front", 'string_agg: `string_agg` of rows in no order'],
    ['SELECT day, row_number() OVER () AS k FROM events', 'row_number: `row_number` over rows in no order'],
    ['SELECT n, lag(day) OVER (PARTITION BY n) AS k FROM daily', 'lag: `lag` over rows in no order'],
    [
      'SELECT day, row_number() OVER (ORDER BY n) AS k FROM daily',
      'row_number: `row_number` over an order that leaves ties',
    ],
    [
      'SELECT day FROM events GROUP BY day QUALIFY row_number() OVER (ORDER BY count(*) DESC) = 1',
      'row_number: `row_number` over an order that leaves ties',
    ],
    ['SELECT mode(place) AS place FROM events', 'mode: `mode` over values that may tie'],
    ['SELECT approx_count_distinct(place) AS n FROM events', 'approx_count_distinct: `approx_count_distinct`'],
    ['SELECT approx_quantile(n, 0.5) AS n FROM daily', 'approx_quantile: `approx_quantile`'],
    [
      'SELECT day, sum(n) OVER (ORDER BY n ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS week FROM daily',
      'sum: `sum` over an order that leaves ties',
    ],
    ['SELECT place, avg(n) OVER (ROWS 2 PRECEDING) AS k FROM events', 'avg: `avg` over rows in no order'],
    ['SELECT sum(n / 3) = 4 AS ok FROM daily', 'sum: comparison of `sum` of floating numbers for equality'],
    [
      'SELECT place FROM events GROUP BY place HAVING avg(n::DOUBLE) <> 0.5',
      'avg: comparison of `avg` of floating numbers for equality',
    ],
  ])('in %s', async (sql, expected) => {
    expect(await chances(sql)).toEqual(expected === undefined ? [] : [expected]);
  });

  test.each([
    // One row, or rows that are alike in what is selected
    'SELECT count(*) AS n FROM events LIMIT 1',
    'SELECT 1 AS n FROM events LIMIT 1',
    'SELECT n FROM top LIMIT 1',
    'SELECT max(n) AS n FROM daily ORDER BY n LIMIT 1',
    'SELECT count(*) AS n FROM events GROUP BY day ORDER BY n DESC LIMIT 1',
    'SELECT EXISTS (SELECT 1 FROM events LIMIT 1) AS ok',
    "SELECT day, n FROM daily WHERE day = '2021-09-19' ORDER BY n LIMIT 1",
    // An order that leaves no ties, or of which that is not known
    'SELECT day, n FROM daily ORDER BY n DESC, day LIMIT 1',
    'SELECT day AS d, count(*) AS n FROM events GROUP BY day ORDER BY n DESC, d LIMIT 1',
    'SELECT day, count(*) AS n FROM events GROUP BY 1 ORDER BY n DESC, 1 LIMIT 1',
    'SELECT day, n FROM daily ORDER BY ALL LIMIT 1',
    'SELECT place, day, count(*) AS n FROM events GROUP BY place, day ORDER BY n DESC, place LIMIT 1',
    'SELECT place FROM events ORDER BY n DESC LIMIT 1',
    'SELECT DISTINCT place, n FROM events ORDER BY n, place LIMIT 2',
    'SELECT place FROM ranked LIMIT 3',
    'SELECT DISTINCT ON (place) place, n FROM events ORDER BY place, n',
    'SELECT day, n FROM daily, top WHERE daily.n = top.n ORDER BY daily.day LIMIT 1',
    // Which row it is does not matter
    'SELECT any_value(actor) AS actor, place FROM front GROUP BY place',
    'SELECT place, first(place) AS same FROM events GROUP BY place',
    'SELECT day, first(n) AS n FROM daily GROUP BY day',
    'SELECT first(place ORDER BY n) AS place FROM events',
    'SELECT first(place) AS place FROM ranked',
    'SELECT arg_max(n, day) AS n FROM daily',
    'SELECT arg_max(day, (n, day)) AS day FROM daily',
    'SELECT arg_max(place, n) AS place FROM events',
    'SELECT max_by(daily.n, daily.day) AS n FROM daily, top',
    'SELECT list(place ORDER BY place) AS places FROM events',
    'SELECT list(place) AS places FROM ranked',
    "SELECT string_agg(place, ', ') AS places FROM (SELECT place FROM events ORDER BY place)",
    'SELECT list_sort(list(DISTINCT place)) AS places FROM events',
    'SELECT len(list(place)) AS n FROM events',
    'SELECT list(x) AS xs FROM (VALUES (1), (2)) AS v(x)',
    'SELECT list(x) AS xs FROM range(3) AS v(x)',
    'SELECT day, rank() OVER (ORDER BY n) AS k FROM daily',
    'SELECT day, row_number() OVER (ORDER BY n, day) AS k FROM daily',
    'SELECT day, lag(n) OVER (ORDER BY day) AS before FROM daily',
    'SELECT day, sum(n) OVER () AS total FROM daily',
    'SELECT first_value(n) OVER (ORDER BY n) AS most FROM daily',
    'SELECT n, mode(n) AS k FROM events GROUP BY n',
    'SELECT count(DISTINCT place) AS n, median(n) AS middle FROM events',
    'SELECT day, sum(n) OVER (ORDER BY day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS week FROM daily',
    'SELECT day, sum(n) OVER (ORDER BY n) AS so_far FROM daily',
    'SELECT round(sum(n / 3), 2) = 4 AS ok FROM daily',
    'SELECT sum(n) = 4 AS ok, avg(n) = 2 AS same FROM daily',
    'SELECT sum(n / 3) > 4 AS ok FROM daily',
    'SELECT n / 3 = 1 AS third FROM daily',
    'SELECT now() AS at, today() AS day, current_date AS same FROM events',
  ])('not in %s', async (sql) => {
    expect(await chances(sql)).toEqual([]);
  });

  test('and it is said what tells the rows apart', async () => {
    const [chance] = (await doubts('SELECT day, n FROM daily ORDER BY n DESC LIMIT 1'))?.chances ?? [];
    expect(chance?.note).toBe('Add what tells them apart: `ORDER BY …, day`');
  });

  test('in a query of a thousand brackets is found, or not, without an end', async () => {
    const deep = `${'('.repeat(300)}n${')'.repeat(300)}${' + n'.repeat(950)}`;
    expect(await chances(`SELECT ${deep} AS n FROM events LIMIT 1`)).toHaveLength(1);
  });
});

describe('a query’s text tells', () => {
  test.each([
    ["SELECT n FROM daily WHERE day = '2021-09-23'", ['on 2021-09-23']],
    ["SELECT n FROM daily WHERE n > 1 AND day <= DATE '2021-09-23'", ['until 2021-09-23']],
    ["SELECT n FROM daily WHERE DATE '2021-09-23' > day", ['until 2021-09-23']],
    ["SELECT n FROM daily WHERE day BETWEEN '2021-09-01' AND CAST('2021-09-23' AS DATE)", ['until 2021-09-23']],
    ["SELECT n FROM daily WHERE day IN ('2021-09-22', '2021-09-23')", ['on 2021-09-22', 'on 2021-09-23']],
    ["SELECT n FROM daily WHERE day < DATE '2021-09-23' - INTERVAL 7 DAY", ['until 2021-09-23']],
    ["SELECT n FROM daily WHERE day >= '2021-08-30'", []],
    ["SELECT n FROM daily WHERE day = as_of() OR day = '2021-08-30'", []],
    ['SELECT n FROM daily WHERE day = as_of() AND n < 20', []],
    ["SELECT DATE '2021-09-23' AS day, count(*) FILTER (WHERE day < '2021-09-23') AS n FROM daily", []],
  ])('the days that stand still in %s', async (sql, expected) => {
    const { frozenDays = [] } = (await doubts(sql)) ?? {};
    expect(frozenDays.map(({ kind, day }) => `${kind} ${day}`)).toEqual(expected);
  });

  test('which columns say the same whatever the data is', async () => {
    const sql = `SELECT true AS ok, 'most' AS instead, n = n AS same, 1 + 1 AS Two, n > 0 AS some, count(*) OVER () AS k,
      as_of() AS day, (SELECT max(n) FROM daily) AS most FROM daily`;
    expect((await doubts(sql))?.constants).toEqual(['ok', 'instead', 'same', 'two']);
  });

  test.each([
    ['SELECT place FROM ranked', true],
    ['SELECT place FROM ranked WHERE n > 1', true],
    ['SELECT count(*) AS n FROM events', true],
    ['SELECT DISTINCT place FROM ranked', false],
    ['SELECT ranked.place FROM ranked, daily', false],
    ['SELECT place, count(*) AS n FROM events GROUP BY place', false],
    ['FROM events', false],
  ])('whether its rows are in order: %s', async (sql, expected) => {
    expect((await doubts(sql))?.ordered).toBe(expected);
  });
});
