import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadData } from '../../src/engine/load-data.js';
import { openEngine, type OpenEngine } from '../../src/engine/open-engine.js';
import { planQueries } from '../../src/query/plan-queries.js';
import { draftOf } from './draft.js';
import { fence, said } from './run.js';

/** What a draft must not do, and the word that its message points at. */
const ATTACKS: readonly (readonly [sql: string, token: string])[] = [
  // Other statements
  ["call enable_logging(storage='file', storage_path='zz')", 'call'],
  ['pragma version', 'pragma'],
  ['set variable a = 1', 'set'],
  ["set threads = '2'", 'set'],
  ["attach ':memory:' as m", 'attach'],
  ['create temp table x as select 1', 'create'],
  ['create macro m(x) as x', 'create'],
  ['insert into ev select * from ev', 'insert'],
  ['update ev set n = 2', 'update'],
  ['delete from ev', 'delete'],
  ['drop table ev', 'drop'],
  ["copy ev to 'x/zz.csv'", 'copy'],
  ["export database 'x'", 'export'],
  ['install httpfs', 'install'],
  ['load httpfs', 'load'],
  ['explain select 1', 'explain'],
  ['explain analyze select 1', 'explain'],
  ['prepare p as select 1', 'prepare'],
  ['execute p', 'execute'],
  ['checkpoint', 'checkpoint'],
  ['vacuum', 'vacuum'],
  ['use memory', 'use'],
  ['begin', 'begin'],
  ['describe ev', 'describe'],
  ['summarize ev', 'summarize'],
  ['show tables', 'show'],
  ['from (describe ev)', 'describe'],
  ['select 1 as x; values (2)', 'values'],
  ["select ';' as x /* ; */; drop table ev", 'drop'],
  ['pivot ev on n using count(*)', 'pivot'],
  ['from (pivot ev on n using count(*))', 'pivot'],
  // Table functions
  ['from enable_logging()', 'enable_logging'],
  ["select * from enable_logging(storage='file', storage_path='x/zz')", 'enable_logging'],
  ['from "enable_logging"()', '"enable_logging"'],
  ['from disable_logging()', 'disable_logging'],
  ['from truncate_duckdb_logs()', 'truncate_duckdb_logs'],
  ['from enable_profiling()', 'enable_profiling'],
  ["select * from read_csv('/etc/passwd')", 'read_csv'],
  ["select 1 as x where exists (from read_text('/etc/passwd'))", 'read_text'],
  ["with a as (from glob('/*')) select * from a", 'glob'],
  ["select * from query('select 42')", 'query'],
  ["select * from query_table('ev')", 'query_table'],
  ["from json_execute_serialized_sql(json_serialize_sql('select 1'))", 'json_execute_serialized_sql'],
  ["select * from pragma_table_info('ev')", 'pragma_table_info'],
  ['select * from duckdb_settings() limit 1', 'duckdb_settings'],
  ['select * from duckdb_variables()', 'duckdb_variables'],
  ['select * from test_all_types() limit 1', 'test_all_types'],
  ['from checkpoint()', 'checkpoint'],
  ['from force_checkpoint()', 'force_checkpoint'],
  // Files and catalogues as tables
  ["from '/etc/passwd'", "'/etc/passwd'"],
  ["select * from 'data/x.csv'", "'data/x.csv'"],
  ['from events.csv', 'events'],
  ["select * from 'https://example.com/x.csv'", "'https://example.com/x.csv'"],
  ['from information_schema.tables', 'information_schema'],
  ['from main.ev', 'main'],
  // Functions whose answer depends on more than their arguments
  ['select random() as x', 'random'],
  ['select RANDOM() as x', 'RANDOM'],
  ['select "random"() as x', '"random"'],
  ['select uuid() as x', 'uuid'],
  ["select nextval('s') as x", 'nextval'],
  ['select sleep_ms(1000) as x', 'sleep_ms'],
  ["select write_log('x') as x", 'write_log'],
  ['select 1 as x order by random()', 'random'],
  ['select sum(n) over (order by random()) as s from ev', 'random'],
  ['select list_transform([1], x -> x + random()) as l', 'random'],
  ['with a as (select 1 as x) select (select random()) as y from a', 'random'],
  ["select current_setting('temp_directory') as x", 'current_setting'],
  ["select getvariable('x') as x", 'getvariable'],
  ["select getvariable('as' || '_of') as x", 'getvariable'],
  ['select transaction_timestamp() as t', 'transaction_timestamp'],
  ['select current_localtimestamp() as t', 'current_localtimestamp'],
  ['select localtimestamp as t', 'localtimestamp'],
  ["select age(date '2020-01-01') as a", 'age'],
  ['select ago(interval 1 day) as a', 'ago'],
  ['select system.main.now() as n', 'system'],
  ['select system.now() as n', 'system'],
  // Chance
  ['from ev using sample 10', 'sample'],
  ['select n from ev using sample reservoir(5 rows) repeatable (1)', 'sample'],
  ['select n from ev tablesample 10%', 'tablesample'],
  ['with a as (from ev tablesample bernoulli(10%)) select n from a', 'tablesample'],
  ['select 1 as x where exists (from (from ev using sample 1 rows) where n > 0)', 'sample'],
  ['select reservoir_quantile(n, 0.5) as x from ev', 'reservoir_quantile'],
  ["select list_aggregate([1, 2], 'reservoir_quantile', 0.5) as x", "'reservoir_quantile'"],
  ["select list_aggr([1, 2], 'Reservoir' || '_quantile', 0.5) as x", '|'],
  ['select pg_sleep(1) as x', 'pg_sleep'],
  ['select vector_type(n) as x from ev', 'vector_type'],
  // Second statements behind quotes that end elsewhere than they seem to
  ["select E'a\\'; b' as x; values (1)", 'values'],
  ['select 1 as x /* a /* b */ ; c */; values (1)', 'values'],
  ['select a$x$ from (select 1 as a$x$); values ($x$;$x$)', 'values'],
  // Parameters
  ['select $x as x', '$x'],
  ['select $1 as x', '$1'],
  ['select ? as x', '?'],
];

/** What a draft may do, near the border. */
const ALLOWED = [
  'select now() as a, today() as b, current_date as c, current_timestamp as d, as_of() as e, main.now() as f',
  "select getvariable('as_of') as x",
  'select * from range(3)',
  "select * from unnest([1, 2]) t(x), generate_series(1, 2) s(y), json_each('[1]') j",
  'select "localtimestamp" from (select 1 as localtimestamp)',
  "select age(date '2020-01-01', date '2019-01-01') as a",
  "from (pivot (select 'a' as k, 1 as v) on k in ('a', 'b') using sum(v))",
  "select case when true then 1 else error('never') end as x",
  'select 1 as x; -- done',
  "select E'it\\'s; so' as x, e'\\\\' as y",
  'select $_1$; $2$ $_1$ as x /* a /* ; */ ; */',
  "select list_aggregate([1, 2], 'sum') as x, quantile_cont(n, 0.5) as y from (select 1 as n)",
  'select sample, "user" from (select 1 as sample, 2 as "user")',
  "select ';' as x, $$;$$ as y /* ; select 2 */",
  'with recursive r as (select 1 as n union all select n + 1 from r where n < 5) select * from r',
  'select extract(year from as_of()) as y, [1, 2][1] as z, 7 // 2 as w',
];

let engine: OpenEngine;

beforeAll(async () => {
  engine = await openEngine();
  await loadData(draftOf(''), engine, { root: import.meta.dirname, folder: import.meta.dirname });
});

afterAll(async () => {
  await engine[Symbol.asyncDispose]();
});

test.each(ATTACKS)('%s is refused, at the word that does it', async (sql, token) => {
  const draft = draftOf(fence('select 1 as n', `ev`) + fence(`\n${sql}`));
  const { value, messages } = await planQueries(draft, engine, []);
  expect([...value.columns.keys()]).toEqual(['ev']);
  expect(messages.map(({ rule }) => rule)).toEqual(['query-forbidden']);
  const place = messages[0]?.place;
  expect(place?.line).toBe(6);
  const found = sql.slice((place?.column ?? 0) - 1, (place?.endColumn ?? 0) - 1);
  expect(found).toBe(token);
});

test('a catalogue of the engine is no table', async () => {
  const draft = draftOf(
    ['duckdb_tables', 'sqlite_master', 'duckdb_settings'].map((name, i) => fence(`from ${name}`, `q${i}`)).join(''),
  );
  const { messages } = await planQueries(draft, engine, []);
  expect(messages.map(({ rule }) => rule)).toEqual(Array.from({ length: 3 }, () => 'query-unknown-name'));
});

test('what a draft may do passes', async () => {
  const draft = draftOf(ALLOWED.map((sql, index) => fence(sql, `allowed${index}`)).join(''));
  const { value, messages } = await planQueries(draft, engine, []);
  expect(messages.map(said)).toEqual([]);
  expect(value.columns.size).toBe(ALLOWED.length);
});

test('several offences in one query are told at once', async () => {
  const { messages } = await planQueries(draftOf(fence("select random() as x\nfrom read_text('a')")), engine, []);
  expect(messages.map(said).map((text) => text.slice(0, 20))).toEqual(['2:8 query-forbidden:', '3:6 query-forbidden:']);
});
