import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEngine, type OpenEngine } from '../../src/engine/open-engine.js';
import { findDoubts } from '../../src/query/find-doubts.js';
import { readQueries } from '../../src/query/read-queries.js';
import type { Column } from '../../src/model/value.js';
import { draftOf } from './draft.js';
import { fence } from './run.js';

let engine: OpenEngine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine[Symbol.asyncDispose]());

/** What the queries of the test read, in order. */
const BELOW = {
  daily: 'SELECT day, avg(x) AS mean, count(*) AS n, round(avg(x)) AS whole FROM events GROUP BY day',
  rounded: 'SELECT day, round(mean, 2) AS mean, n FROM daily',
};

const EVENTS = [
  ['day', 'DATE'],
  ['place', 'VARCHAR'],
  ['x', 'DOUBLE'],
  ['y', 'FLOAT'],
  ['k', 'BIGINT'],
  ['d', 'DECIMAL(18,3)'],
] as const;

/** By column, where the sums stand that come out in it: `total: sum at 7`. */
async function sums(sql: string, below: Readonly<Record<string, string>> = BELOW): Promise<string[]> {
  const { queries } = draftOf(
    [...Object.entries(below), ['q', sql] as const].map(([name, of]) => fence(of, name)).join('\n'),
  );
  const { value, messages } = await readQueries(queries, engine, []);
  expect(messages).toEqual([]);
  const columns = new Map([['events', EVENTS.map(([name, type]): Column => ({ name, type: type }) as Column)]]);
  const doubts = findDoubts([...value.values()], { columns, coverageOf: () => undefined });
  const texts = new Map(queries.map((query) => [query.name, query.sql.text]));
  return [...(doubts.get('q')?.floatingSums ?? [])].flatMap(([column, found]) =>
    found.map(({ query, start, end }) => `${column}: ${texts.get(query)?.slice(start, end) ?? ''} of ${query}`),
  );
}

describe('a sum of floating numbers', () => {
  test.each([
    ['SELECT sum(x) AS total FROM events', ['total: sum of q']],
    ['SELECT avg(y) AS mean FROM events', ['mean: avg of q']],
    ['SELECT sum(k / 7) AS total FROM events', ['total: sum of q']],
    ['SELECT sum(k * 1e-3) AS total FROM events', ['total: sum of q']],
    ['SELECT sum(CAST(d AS DOUBLE)) AS total FROM events', ['total: sum of q']],
    ['SELECT 100 * sum(x) FILTER (WHERE k > 1) / count(*) AS share FROM events', ['share: sum of q']],
    ['SELECT fsum(x) AS total FROM events', ['total: fsum of q']],
    ['SELECT stddev(k) AS s, corr(k, d) AS r FROM events', ['s: stddev of q', 'r: corr of q']],
    ['SELECT sum(round(x, 2)) AS total FROM events', ['total: sum of q']],
    ['SELECT sum(x ORDER BY place) + 0 AS total FROM daily, events GROUP BY ALL', []],
    ['SELECT sum(mean ORDER BY n) AS total FROM daily', ['total: sum of q', 'total: avg of daily']],
    ['SELECT k, sum(x) OVER () AS total FROM events', ['total: sum of q']],
    [
      'SELECT sum(sum(x)) OVER (PARTITION BY k) AS total FROM events GROUP BY k, day',
      ['total: sum of q', 'total: sum of q'],
    ],
    ['SELECT sum(x) > 5 AS ok FROM events', ['ok: sum of q']],
    ["SELECT CASE WHEN avg(x) > 5 THEN 'much' ELSE 'little' END AS word FROM events", ['word: avg of q']],
    ["SELECT 'In all ' || sum(x) AS words FROM events", ['words: sum of q']],
    ['SELECT list_sum(list(x)) AS total FROM events', ['total: list_sum of q']],
    // On the way to a column
    ['SELECT mean AS m FROM daily', ['m: avg of daily']],
    ['SELECT * FROM daily', ['mean: avg of daily']],
    ['SELECT max(mean) AS most FROM daily', ['most: avg of daily']],
    ['WITH w AS (SELECT sum(x) AS total FROM events) SELECT total * 2 AS twice FROM w', ['twice: sum of q']],
    ['WITH w(total) AS (SELECT avg(x) FROM events) SELECT total FROM w', ['total: avg of q']],
    ['WITH w AS (SELECT k / 7 AS part FROM events) SELECT sum(part) AS total FROM w', ['total: sum of q']],
    ['SELECT t.v FROM (SELECT sum(x) AS v FROM events) AS t', ['v: sum of q']],
    ['SELECT v FROM (SELECT sum(x) FROM events) AS t(v)', ['v: sum of q']],
    ['SELECT k / (SELECT sum(x) FROM events) AS share FROM events', ['share: sum of q']],
    ['SELECT sum(x) AS total, total / 2 AS half FROM events', ['total: sum of q', 'half: sum of q']],
    ['SELECT k AS v FROM events UNION ALL SELECT avg(x) FROM events', ['v: avg of q']],
    ['SELECT a.mean, b.n FROM daily AS a JOIN daily AS b ON a.day = b.day', ['mean: avg of daily']],
    ['SELECT k, avg(COLUMNS(* EXCLUDE k)) FROM (SELECT k, x FROM events) GROUP BY k', [': avg of q']],
    ["FROM (SELECT place, x FROM events) PIVOT (sum(x) FOR place IN ('A', 'B'))", [': sum of q']],
    [
      'WITH RECURSIVE w(k, v) AS (SELECT 1, sum(x) FROM events UNION ALL SELECT k + 1, v / 2 FROM w WHERE k < 3) SELECT v FROM w',
      ['v: sum of q'],
    ],
  ])('comes out of %s', async (sql, expected) => {
    expect(await sums(sql)).toEqual(expected);
  });

  test.each([
    'SELECT round(sum(x), 1) AS total FROM events',
    'SELECT CAST(avg(x) AS DECIMAL(9, 2)) AS mean, avg(x)::INTEGER AS whole FROM events',
    "SELECT format('{:.1f}', avg(x)) AS words FROM events",
    'SELECT sum(x::DECIMAL(18, 3)) AS total, avg(CAST(x AS DECIMAL(18, 6))) AS mean FROM events',
    'SELECT sum(x ORDER BY x) AS total, corr(x, y ORDER BY x, y) AS r FROM events',
    'SELECT sum(x ORDER BY x) OVER (PARTITION BY place) AS total FROM events',
    'SELECT day, sum(mean) OVER (ORDER BY day) - mean AS m FROM rounded',
    'SELECT sum(k) AS total, avg(k) AS mean, sum(d) AS cost, avg(d) AS each, sum(k) / sum(d) AS share FROM events',
    'SELECT k / sum(k) OVER () AS share FROM events',
    'SELECT median(x) AS middle, quantile_cont(x, 0.9) AS most, min(x) AS least, max(x / 3) AS top FROM events',
    'SELECT sum(n) AS n, sum(whole) AS whole FROM daily',
    'SELECT sum(round(x)) AS total, sum(floor(x / 7)) AS sevens FROM events',
    'SELECT sum(CASE WHEN x > 2 THEN 1 ELSE 0 END) AS n FROM events',
    'SELECT count(*) FILTER (WHERE x > 2.5) AS n FROM events HAVING avg(x) > 1',
    'SELECT place FROM events GROUP BY place ORDER BY avg(x) DESC, place LIMIT 1',
    'SELECT mean FROM rounded',
    'SELECT n FROM daily',
    'SELECT list_sum(list(x ORDER BY x)) AS total, list_sum(list_sort(list(x))) AS same, list_sum([1.5, 2e0]) AS two FROM events',
    // One row in each sum
    'SELECT day, sum(share) AS share FROM (SELECT day, count(*) / 7 AS share FROM events GROUP BY day) GROUP BY day',
    // Told as chance: it must be the same to the last digit
    'SELECT sum(x) = 5 AS ok FROM events',
  ])('does not come out of %s', async (sql) => {
    expect(await sums(sql)).toEqual([]);
  });

  test('in brackets within brackets is found, or not, without an end', async () => {
    const deep = Array.from({ length: 24 }).reduce<string>(
      (inner) => `(SELECT ${inner} + x FROM events LIMIT 1)`,
      'sum(x)',
    );
    expect(await sums(`SELECT ${deep} AS v FROM events`)).toEqual(['v: sum of q']);
  });
});

describe('what the message advises', () => {
  const SHUFFLES = Array.from({ length: 5 }, (_, at) => `hash(i * ${2 * at + 3})`);

  /** The answers to one query over the same rows in several orders. */
  async function answers(item: string): Promise<ReadonlySet<string>> {
    const seen = new Set<string>();
    for (const order of SHUFFLES) {
      const rows = `SELECT i, (hash(i) % 1000003)::DOUBLE / 7 AS x, (hash(i + 1) % 1009)::DOUBLE / 3 AS y FROM range(20000) AS r(i)`;
      const selected = await engine.select(`SELECT (${item})::VARCHAR FROM (${rows} ORDER BY ${order})`);
      if (selected.kind === 'problem') throw new Error(JSON.stringify(selected.problem));
      seen.add(String(selected.value[0]?.[0]));
    }
    return seen;
  }

  test.each(['sum(x)', 'avg(x)', 'stddev(x)', 'corr(x, y)', 'sum(x) OVER ()', 'list_sum(list(x))'])(
    'is needed: %s changes with the order of the rows',
    async (item) => {
      expect((await answers(item)).size).toBeGreaterThan(1);
    },
  );

  test.each([
    'sum(x ORDER BY x)',
    'avg(x ORDER BY x)',
    'stddev(x ORDER BY x)',
    'corr(x, y ORDER BY x, y)',
    'sum(x ORDER BY x) OVER ()',
    'list_sum(list_sort(list(x)))',
    'sum(CAST(x AS DECIMAL(18, 6)))',
    'avg(CAST(x AS DECIMAL(18, 6)))',
    'round(avg(x), 3)',
    'avg(i)',
    'sum(i) / sum(CAST(y AS INTEGER))',
    'median(x)',
  ])('helps: %s is the same in any order', async (item) => {
    expect((await answers(item)).size).toBe(1);
  });
});
