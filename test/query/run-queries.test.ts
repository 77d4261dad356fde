import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Cell } from '../../src/model/value.js';
import { fence, run, said } from './run.js';

test('every type of the engine arrives without losing a digit or a letter', async () => {
  const cases: readonly (readonly [sql: string, logical: string, cell: unknown])[] = [
    ['true', 'boolean', true],
    ['NULL', 'number', null],
    ['9007199254740993::BIGINT', 'number', '9007199254740993'],
    ['127::TINYINT', 'number', '127'],
    ['170141183460469231731687303715884105727::HUGEINT', 'number', '170141183460469231731687303715884105727'],
    ['18446744073709551615::UBIGINT', 'number', '18446744073709551615'],
    ['12345678901234567890.12::DECIMAL(38, 2)', 'number', '12345678901234567890.12'],
    ['12.340::DECIMAL(18, 3)', 'number', '12.340'],
    ['-0.5::DECIMAL(3, 1)', 'number', '-0.5'],
    ['0.1::FLOAT', 'number', '0.1'],
    ['0.1::DOUBLE', 'number', '0.1'],
    ['0.1::DOUBLE + 0.2::DOUBLE', 'number', '0.3'],
    ['9007199254740991::DOUBLE', 'number', '9007199254740991'],
    [`'"2"'::JSON`, 'text', '2'],
    ["'1'::JSON", 'text', '1'],
    ["'null'::JSON", 'text', null],
    [`'{"a":"1"}'::JSON`, 'text', '{"a":"1"}'],
    ['1e300::DOUBLE', 'number', '1e+300'],
    ["'NaN'::DOUBLE", 'number', 'NaN'],
    ['1 / 0', 'number', 'Infinity'],
    ['-1 / 0', 'number', '-Infinity'],
    ["DATE '2020-09-19'", 'date', { day: '2020-09-19' }],
    ["DATE '0044-03-15 (BC)'", 'date', '0044-03-15 (BC)'],
    ["'infinity'::DATE", 'date', 'infinity'],
    ["TIMESTAMP '2020-09-19 00:00:00'", 'date', { day: '2020-09-19' }],
    ["TIMESTAMP '2020-09-19 12:30:00.000001'", 'date', '2020-09-19 12:30:00.000001'],
    ["date_trunc('month', TIMESTAMP '2020-09-19 12:30:00')", 'date', { day: '2020-09-01' }],
    ["TIMESTAMP_NS '2020-09-19 00:00:00.000000001'", 'date', '2020-09-19 00:00:00.000000001'],
    ["TIMESTAMPTZ '2020-09-19 02:00:00+02'", 'date', { day: '2020-09-19' }],
    ["TIMESTAMPTZ '2020-09-19 00:30:00+02'", 'date', '2020-09-18 22:30:00+00'],
    ["TIME '01:02:03'", 'text', '01:02:03'],
    ["INTERVAL '1 month 3 days'", 'text', '1 month 3 days'],
    ["'ied'::ENUM('ied', 'gun')", 'text', 'ied'],
    ["'4ac7a9e9-607c-4c8a-84f3-843f0191e3fd'::UUID", 'text', '4ac7a9e9-607c-4c8a-84f3-843f0191e3fd'],
    ["'a\\xFFb'::BLOB", 'text', 'a\\xFFb'],
    [`'a"b\u2028<b>{{x}} #tag é漢🦆'`, 'text', 'a"b\u2028<b>{{x}} #tag é漢🦆'],
    ['[1, NULL, 9007199254740993]', 'list', ['1', null, '9007199254740993']],
    ["[[DATE '2020-01-01']]", 'list', [[{ day: '2020-01-01' }]]],
    ["[{'a': 1}]", 'list', ['{"a":1}']],
    [
      "{'a': 9007199254740993, 'b': [1.50, NULL], 'c': {'d': 'x\"y'}, 'e': DATE '2020-01-01'}",
      'other',
      '{"a":9007199254740993,"b":[1.50,null],"c":{"d":"x\\"y"},"e":"2020-01-01"}',
    ],
    [`{'__proto__': 1, 'constructor': {'__proto__': [2]}}`, 'other', '{"__proto__":1,"constructor":{"__proto__":[2]}}'],
    ["{'10': 1, '9': {'b': [{'2': 3, '1': 4}]}}", 'other', '{"10":1,"9":{"b":[{"2":3,"1":4}]}}'],
    ["[union_value(a := {'2': 1, '1': 2})]", 'list', ['{"2":1,"1":2}']],
    ["MAP {'k': {'2': 1, '1': 2}}", 'other', '{"k":{"2":1,"1":2}}'],
    ["MAP {'k': 1, 'l': 2}", 'other', '{"k":1,"l":2}'],
    [`'{"a": 1}'::JSON`, 'text', '{"a": 1}'],
  ];
  const select = cases.map(([sql], index) => `${sql} AS c${index}`).join(',\n');
  const { answers, messages } = await run(fence(`SELECT ${select}`));
  expect(messages.map(said)).toEqual([]);
  const table = answers.tables.get('q');
  expect(cases.map(([sql], index) => [sql, table?.columns[index]?.logical, plain(table?.rows[0]?.[index])])).toEqual(
    cases,
  );
});

test('a number has its exact digits and the double nearest to them', async () => {
  const { answers } = await run(fence('select 12.340::decimal(18, 3) as d, sum(2) as s, count(*) as n from range(3)'));
  expect(answers.tables.get('q')?.rows).toEqual([
    [
      { kind: 'number', value: 12.34, exact: '12.340' },
      { kind: 'number', value: 6, exact: '6' },
      { kind: 'number', value: 3, exact: '3' },
    ],
  ]);
});

test('rows are addressed by number only when the outermost clause orders them', async () => {
  const { answers } = await run(
    [
      fence('select * from range(3) t(n) order by n desc', 'a'),
      fence('select 1 as n union all select 2 order by n', 'b'),
      fence('(select 1 as n order by n)', 'c'),
      fence('select * from (select 1 as n order by n)', 'd'),
      fence('select row_number() over (order by n) as r from range(3) t(n)', 'e'),
      fence('from a', 'f'),
    ].join(''),
  );
  expect([...answers.tables.values()].filter(({ ordered }) => ordered).map(({ query }) => query)).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(answers.tables.get('a')?.rows.map(([cell]) => plain(cell))).toEqual(['2', '1', '0']);
  expect(answers.tables.get('f')?.rows.map(([cell]) => plain(cell))).toEqual(['2', '1', '0']);
});

test('keys are told when they are missing or stand twice', async () => {
  const { messages, answers } = await run(
    [
      "```sql a key=k\nselect unnest(['x', NULL]) as k\n```\n",
      '```sql b key=K\nselect unnest([1, 2, 1]) as k\n```\n',
      '```sql c key=K\nselect unnest([1, 2]) as k\n```\n',
      '```sql d key=k\nselect unnest([2.50, 2.5, 3]) as k\n```\n',
      '```sql e key=k\nselect [1] as k\n```\n',
    ].join(''),
  );
  expect(messages.map(said)).toEqual([
    '1:14 query-key: A row of `a` has no `k` (Add `WHERE k IS NOT NULL`)',
    '4:14 query-key: `1` is the `K` of more than one row of `b` (Group by `K`, or choose a column that differs in every row)',
    '10:14 query-key: `2.5` is the `k` of more than one row of `d` (Group by `k`, or choose a column that differs in every row)',
    '13:14 query-key: The `k` of `e` is a list, expected one value in each row (Choose a column of texts, numbers or days)',
  ]);
  // As the column is spelled, whatever case the fence has
  expect(answers.tables.get('c')?.key).toBe('k');
  expect([...answers.tables.keys()]).toEqual(['c']);
});

test('ten million rows are refused, but not for a query that only queries read', async () => {
  const big = fence('select n from range(10000000) t(n)', 'events_all');
  const sum = fence('select count(*) as n from events_all', 'total');
  const refused = await run(`Of {{count events_all.n "event"}}.\n\n${big}${sum}`);
  expect(refused.messages.map(said)).toEqual([
    '3:8 query-limit: `events_all` returned more than 100,000 rows (Aggregate in the query, or filter it: prose and charts need few rows)',
    '6:8 query-skipped: `total` was not run, because `events_all` failed',
  ]);
  const used = await run(big + sum);
  expect(used.messages.map(said)).toEqual([]);
  expect(used.answers.queries.map(({ name, rows }) => [name, rows])).toEqual([
    ['events_all', 10_000_000],
    ['total', 1],
  ]);
  expect(plain(used.answers.tables.get('total')?.rows[0]?.[0])).toBe('10000000');
});

test('exactly as many rows as are allowed come out', async () => {
  const limits = { maxRows: 3000 };
  const { answers } = await run(fence('from range(3000) t(n)'), { limits });
  expect(answers.tables.get('q')?.rows.length).toBe(3000);
  const over = await run(fence('from range(3001) t(n)'), { limits });
  expect(over.messages.map(({ rule }) => rule)).toEqual(['query-limit']);
});

test.each([
  ['a join without a condition', 'select count(*) as n from range(10000000) a, range(10000000) b'],
  [
    'a recursion without an end',
    'with recursive r as (select 1 as n union all select n % 7 + 1 from r) select max(n) as n from r',
  ],
])('%s is stopped by the time limit, and the next query runs', async (_, sql) => {
  const { messages, answers } = await run(fence(sql, 'forever') + fence('select 1 as n', 'next'), {
    limits: { timeMs: 1500 },
  });
  expect(messages.map(said)).toEqual([
    '1:8 query-limit: `forever` ran longer than 1.5 seconds and was stopped (Look for a join without a condition, or a recursion without an end)',
  ]);
  expect([...answers.tables.keys()]).toEqual(['next']);
});

test('a call that cannot be interrupted ends the engine, and what comes after is skipped', async () => {
  const stuck = "select max(levenshtein(repeat('ab', 40000 + x::int), repeat('ba', 40000))) as n from range(3) t(x)";
  const { messages } = await run(fence(stuck, 'stuck') + fence('select 1 as n', 'a') + fence('select 2 as n', 'b'), {
    limits: { timeMs: 1000 },
  });
  expect(messages.map(said)).toEqual([
    '1:8 query-limit: `stuck` ran longer than 1 second and was stopped (Look for a join without a condition, or a recursion without an end)',
    '4:8 query-skipped: `a` and `b` were not run, because the engine had to be stopped',
  ]);
});

test.each([
  ['inside the engine’s own limit', 'select list(x) as l from range(200000000) t(x)'],
  ['past it, where only the watchdog helps', 'select len(range(60000000)) as n'],
])('memory %s is a message', async (_, sql) => {
  const { messages } = await run(fence(sql), { limits: { memoryMb: 100 } });
  expect(messages.map(said)).toEqual([
    '1:8 query-limit: `q` needed more than 100 MB of memory and was stopped (Aggregate or filter earlier, or look for a join without a condition)',
  ]);
});

test('an engine whose process is killed is a message, what comes after is skipped, and nothing hangs', async () => {
  const text =
    fence('select count(*) as n from range(10000000) a, range(10000000) b', 'long') + fence('select 1 as n', 'next');
  const running = run(text);
  await expect.poll(engineProcesses, { timeout: 60_000 }).toHaveLength(1);
  const [pid = 0] = engineProcesses();
  setTimeout(() => process.kill(pid, 'SIGKILL'), 4000);
  const { messages } = await running;
  expect(messages.map(said)).toEqual([
    '1:8 query-failed: The engine ended while it ran `long` (A single value was perhaps too large; select less of it)',
    '4:8 query-skipped: `next` was not run, because the engine had to be stopped',
  ]);
  expect(engineProcesses()).toEqual([]);
});

test('an abort ends everything', async () => {
  const abort = new AbortController();
  const sql = fence('select count(*) as n from range(10000000) a, range(10000000) b');
  const running = run(sql, { limits: { signal: abort.signal } });
  await expect.poll(engineProcesses, { timeout: 60_000 }).toHaveLength(1);
  setTimeout(() => {
    abort.abort();
  }, 4000);
  const { messages } = await running;
  expect(messages.map(({ rule }) => rule)).toEqual(['query-skipped']);
});

/** Engine processes that this one started. */
function engineProcesses(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return Number(parent) === process.pid && command.includes('engine/child.js');
      } catch {
        return false;
      }
    });
}

/** A cell as short as can be: text for all but booleans, days and lists. */
function plain(cell: Cell | undefined): unknown {
  if (!cell) return undefined;
  switch (cell.kind) {
    case 'null':
      return null;
    case 'number':
      return Object.is(cell.value, Number(cell.exact)) ? cell.exact : cell;
    case 'date':
      return { day: cell.value };
    case 'list':
      return cell.items.map((item) => plain(item as Cell));
    default:
      return cell.value;
  }
}
