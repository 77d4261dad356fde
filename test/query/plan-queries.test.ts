import { expect, test } from 'vitest';
import { fence, run, said } from './run.js';

const KILLED = fence("SELECT 1 AS killed, 'a' AS actor, DATE '2020-01-01' AS day", 'ev');

test('a syntax error on the third line is told there, with Windows line ends, other letters and an indented fence', async () => {
  const text = [
    '# Années',
    '',
    '  ```sql burst',
    "  SELECT 'é漢🦆' AS a, -- ü",
    '    1 AS b',
    "  FROMM (SELECT 'é') AS c",
    '  ```',
    '',
  ].join('\r\n');
  const { messages } = await run(text);
  expect(messages.map(said)).toEqual([
    '6:3 query-syntax: Unexpected `FROMM` in the query (Look at what stands before it: a missing comma, bracket or word)',
  ]);
});

test('an unknown column behind letters of two, three and four bytes is told at its own column', async () => {
  const { messages } = await run(`${KILLED}${fence("SELECT 'é漢🦆' AS a, kiled FROM ev")}`);
  expect(messages.map(said)).toEqual([
    '5:21 query-unknown-name: No table here has a column `kiled` (Did you mean `killed`?)',
  ]);
});

test('every problem of every query is told at once, in plain words', async () => {
  const { messages } = await run(
    [
      KILLED,
      fence('selec 1', 'a'),
      fence('select 1 as', 'b'),
      fence("select 'abc", 'c'),
      fence('from evv', 'd'),
      fence('select sum(actor) as s from ev', 'e'),
      fence('select actor + 1 as x from ev', 'f'),
      fence('select * from ev where day > 5', 'g'),
      fence('select day, count(*) as n from ev', 'h'),
      fence('select z.day from ev', 'i'),
      fence('select cnt(*) as n from ev', 'j'),
      fence('select * from ev join ev b using (zz)', 'k'),
      fence('', 'l'),
      fence('-- nothing yet', 'm'),
    ].join(''),
  );
  expect(messages.map(said)).toMatchInlineSnapshot(`
    [
      "5:1 query-syntax: Unexpected \`selec\` in the query (Look at what stands before it: a missing comma, bracket or word)",
      "8:10 query-syntax: Unexpected end of the query (Something is missing after the last word)",
      "11:8 query-syntax: This text is not closed (Add what closes it)",
      "37:8 query-syntax: The query \`l\` is empty (Write a SELECT between the fences)",
      "40:8 query-syntax: The query \`m\` is empty (Write a SELECT between the fences)",
      "14:6 query-unknown-name: No query or data has the name \`evv\` (Did you mean \`ev\`?)",
      "17:8 query-failed: The function \`sum\` does not take \`VARCHAR\` (Convert the value, as in \`CAST(x AS INTEGER)\`; \`columns: {x: integer}\` at the data says which value is no number)",
      "20:14 query-failed: \`+\` does not work on \`VARCHAR\` and \`INTEGER\` (Convert the value, as in \`CAST(x AS INTEGER)\`; \`columns: {x: integer}\` at the data says which value is no number)",
      "23:28 query-failed: Unexpected comparison of \`DATE\` with \`INTEGER\` (Convert one of them, as in \`CAST(x AS DATE)\`)",
      "26:8 query-failed: Unexpected column \`day\` beside an aggregate, expected it in GROUP BY (Write \`GROUP BY ALL\`, or aggregate it too)",
      "29:8 query-unknown-name: The query reads no table \`z\`",
      "32:8 query-unknown-name: No function has the name \`cnt\`",
      "34:8 query-unknown-name: No table before JOIN has a column \`zz\`",
    ]
  `);
});

test('runtime errors stand where the engine says, else at the name', async () => {
  const { messages } = await run(
    [
      KILLED,
      fence('select\n  actor::int as n\nfrom ev', 'a'),
      fence('select * from ev where day = actor', 'b'),
      fence('select 2147483647::int + 1::int as x', 'c'),
      fence('select (select x from (values (1), (2)) t(x)) as s', 'd'),
    ].join(''),
  );
  expect(messages.map(said)).toMatchInlineSnapshot(`
    [
      "6:8 query-failed: \`a\` failed: Could not convert string 'a' to INT32 when casting from source column actor",
      "10:30 query-failed: \`b\` failed: invalid date field format: \`a\`, expected format is (YYYY-MM-DD) when casting from source column actor",
      "12:8 query-failed: \`c\` failed: Overflow in addition of INT32 (2147483647 + 1)",
      "15:8 query-failed: \`d\` failed: More than one row returned by a subquery used as an expression - scalar subqueries can only return a single row",
    ]
  `);
});

test('two queries in a circle are told once each with the circle, and who reads them is skipped once', async () => {
  const { messages, plan } = await run(
    [
      fence('from b', 'a'),
      fence('from C', 'b'),
      fence('from a', 'c'),
      fence('from self', 'self'),
      fence('from a', 'reader'),
      fence('from reader', 'other'),
      fence('select 1 as n', 'fine'),
    ].join(''),
  );
  expect(messages.map(said)).toEqual([
    '1:8 query-cycle: Queries read each other in a circle: `a` → `b` → `c` → `a` (Take one step of the circle out)',
    '4:8 query-cycle: Queries read each other in a circle: `b` → `c` → `a` → `b` (Take one step of the circle out)',
    '7:8 query-cycle: Queries read each other in a circle: `c` → `a` → `b` → `c` (Take one step of the circle out)',
    '10:8 query-cycle: The query `self` reads itself (Take one step of the circle out)',
    '13:8 query-skipped: `reader` and `other` were not run, because `a` stands in a circle',
  ]);
  expect([...plan.columns.keys()]).toEqual(['fine']);
});

test('queries read each other in any order and any case, but for names that WITH defines', async () => {
  const { messages, answers } = await run(
    [
      fence('select n + 1 as n from BASE', 'top'),
      fence('with daily as (select n from daily) select n from daily', 'own'),
      fence(
        'with recursive r as (select 1 as n union all select n + 1 from r where n < 3) select max(n) as n from r',
        'rec',
      ),
      fence('select n from (select 7 as n) where n in (select n from Daily)', 'base'),
      fence('select 7 as n', 'daily'),
    ].join(''),
  );
  expect(messages.map(said)).toEqual([]);
  expect(answers.queries.map(({ name, reads, rows }) => [name, reads, rows])).toEqual([
    ['daily', [], 1],
    ['base', ['daily'], 1],
    ['top', ['base'], 1],
    ['own', ['daily'], 1],
    ['rec', [], 1],
  ]);
});

test('a failed query is told once; what reads it is skipped with one message for all', async () => {
  const { messages } = await run(
    [fence('select x as n', 'a'), fence('from a', 'b'), fence('from b', 'c'), fence('from a', 'd')].join(''),
  );
  expect(messages.map(said)).toEqual([
    '2:8 query-unknown-name: No table here has a column `x`',
    '4:8 query-skipped: `b`, `c` and `d` were not run, because `a` failed',
  ]);
});

test('a column needs a name of its own', async () => {
  const { messages } = await run(
    [
      fence("select 1 as a,\n  lower('A'), 2 + 3, sum(n) over () from range(3) t(n)", 'a'),
      fence('select 1 as N, 2 as n', 'b'),
      fence('select count(*) from range(3) union all select 1 as n', 'c'),
      fence('select *, x from (values (1)) t(x)', 'd'),
      fence("select unnest({'a': 1, 'b': 2}), columns('x') + 1 from (values (1)) t(x)", 'fine'),
    ].join(''),
  );
  expect(messages.map(said)).toEqual([
    '3:3 query-columns: Unexpected column of `lower` without a name (Write `AS name` after it)',
    '3:17 query-columns: Unexpected column without a name (Write `AS name` after it)',
    '3:22 query-columns: Unexpected column of `sum` without a name (Write `AS name` after it)',
    '6:16 query-columns: Unexpected second column `n`, expected every name once (Case makes no difference, so `N` is the same name; give one of them another with `AS`)',
    '9:8 query-columns: Unexpected column of `count` without a name (Write `AS name` after it)',
    '12:11 query-columns: Unexpected second column `x`, expected every name once (Give one of them another name with `AS`)',
  ]);
});

test('the key must be a column', async () => {
  const { messages } = await run(
    '```sql reach key=langs\nselect 1 as lang\n```\n```sql q key=zz\nselect 1 as n\n```\n',
  );
  expect(messages.map(said)).toEqual([
    '1:18 column-unknown: The query `reach` has no column `langs` for its key (Did you mean `lang`?)',
    '4:14 column-unknown: The query `q` has no column `zz` for its key (Its columns are `n`)',
  ]);
});

test('a reserved word is no name, but the name of a helper is', async () => {
  const { messages, answers } = await run(
    [fence('select 1 as n', 'select'), fence('select 1 as n', 'left'), fence('select 1 as n', 'count')].join(''),
  );
  expect(messages.map(said)).toEqual([
    '1:8 block-name: Unexpected name `select`, expected one that is no reserved word of SQL (Write `select_rows`, for example)',
    '4:8 block-name: Unexpected name `left`, expected one that is no reserved word of SQL (Write `left_rows`, for example)',
  ]);
  expect([...answers.tables.keys()]).toEqual(['count']);
});

test('an expectation is planned like any query', async () => {
  const { messages, answers } = await run(
    '```sql e expect-none\nselect 1 as n\n```\n```sql f expect-none\nselect\n```\n',
  );
  expect(messages.map(said)).toEqual([
    '4:8 query-syntax: SELECT clause without selection list',
    '1:8 expectation-failed: Unexpected 1 row of `e`, expected none (n 1)',
  ]);
  expect(answers.queries).toEqual([]);
});

test('a number that no double can hold is told at its place', async () => {
  const { messages } = await run(
    fence("SELECT 'é' AS a, -1e400 AS x, 1e308 AS y\nWHERE 1 < 2e999", 'a') + fence('SELECT 7 AS n'),
  );
  expect(messages.map(said)).toEqual([
    '2:18 query-syntax: Unexpected number `-1e400`, expected one below 1.8e308 (For a bound that nothing reaches write a large number, such as `1e300`)',
  ]);
});

test.each([
  ['brackets', `SELECT ${'('.repeat(20_000)}1${')'.repeat(20_000)} AS n`],
  ['lists', `SELECT ${'['.repeat(3000)}1${']'.repeat(3000)} AS n`],
  ['sums', `SELECT 1${' + 1'.repeat(5000)} AS n`],
  ['subqueries', `${'SELECT * FROM ('.repeat(600)}SELECT 1 AS n${')'.repeat(600)}`],
])('%s deeper than the engine reads are told, and the engine goes on', async (_, sql) => {
  const { messages, answers } = await run(fence(sql) + fence('SELECT 7 AS n', 'r') + '{{r.n}}');
  expect(messages.map(({ rule }) => rule)).toEqual(['draft-too-deep']);
  expect([...answers.tables.keys()]).toEqual(['r']);
});

test('brackets and unions that the engine reads are read, however many', async () => {
  const deep = `SELECT ${'('.repeat(5000)}1${')'.repeat(5000)} AS n`;
  const long = `SELECT 1 AS n${' UNION ALL SELECT 1'.repeat(1500)}`;
  const { messages, answers } = await run(`${fence(deep, 'a')}${fence(long, 'b')}{{a.n}} {{list b}}`);
  expect(messages.map(said)).toEqual([]);
  expect(answers.tables.get('b')?.rows).toHaveLength(1501);
});
