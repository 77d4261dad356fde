import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openEngine, type OpenEngine } from '../../src/engine/open-engine.js';
import { calendarTables } from '../../src/query/calendar-sql.js';
import type { Coverage } from '../../src/query/coverage-of.js';

const AS_OF = '2021-03-01';

interface Case {
  /** The number of each day with a row, by days before `AS_OF`; a negative day is one after it. */
  readonly rows: ReadonlyMap<number, number>;
  readonly coverage: { readonly from: number; readonly to: number } | undefined;
}

const cases = fc.record({
  rows: fc
    .array(fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: 0, max: 4 })), { maxLength: 30 })
    .map((rows) => new Map(rows)),
  coverage: fc.option(fc.record({ from: fc.integer({ min: -2, max: 45 }), to: fc.integer({ min: -5, max: 10 }) }), {
    nil: undefined,
  }),
});

test('calendars of any days say what a plain walk over them says', async () => {
  await using engine = await engineWithClock();
  await fc.assert(
    fc.asyncProperty(cases, async (given) => {
      await makeCalendar(engine, given);
      const days = naiveDays(given);
      expect(await read(engine, 'record', RECORD)).toEqual(naiveRecord(days, given));
      expect(await read(engine, 'gaps', RUNS)).toEqual(naiveRuns(days, given, (n) => n === 0));
      expect(await read(engine, 'streaks', RUNS)).toEqual(naiveRuns(days, given, (n) => n > 0));
    }),
    { numRuns: 60 },
  );
});

test('looking back from every day of four times as many is not sixteen times the work', async () => {
  await using engine = await engineWithClock();
  // Numbers that fall all the time: each search goes back to the first day, the worst that can be
  const short = await work(engine, 3_000);
  const long = await work(engine, 12_000);
  expect(short.rows).toBeGreaterThan(3_000);
  expect(long.rows / short.rows).toBeLessThan(6);
  expect(long.joins).not.toEqual([]);
  expect(long.joins.filter((join) => !/^(HASH_JOIN|CROSS_PRODUCT|\w*DELIM_JOIN)$/.test(join))).toEqual([]);
});

/** How many rows all the steps of the engine pass on, and by what they join. */
async function work(engine: OpenEngine, days: number): Promise<{ rows: number; joins: string[] }> {
  const first = `DATE '${AS_OF}' - ${days - 1}`;
  await execute(
    engine,
    `CREATE OR REPLACE VIEW q AS SELECT ${first} + i::INT AS day, i + 1 AS n FROM range(${days}) t(i)`,
  );
  for (const { name, sql } of calendarTables('q', undefined)) {
    await execute(engine, `CREATE OR REPLACE VIEW "${name}" AS ${sql}`);
  }
  const plan = await select(
    engine,
    'EXPLAIN (ANALYZE, FORMAT json) SELECT day, rank, ties, last_as_high, last_higher FROM "q:record"',
  );
  const json = plan[0]?.[1] ?? '';
  const rows = [...json.matchAll(/"operator_cardinality": (\d+)/g)].reduce((sum, [, each]) => sum + Number(each), 0);
  const joins = [...json.matchAll(/"operator_type": "(\w*(?:JOIN|PRODUCT)\w*)"/g)].map(([, each]) => each ?? '');
  return { rows, joins };
}

async function engineWithClock(): Promise<OpenEngine> {
  const engine = await openEngine();
  await execute(engine, `CREATE MACRO as_of() AS DATE '${AS_OF}'`);
  return engine;
}

async function makeCalendar(engine: OpenEngine, { rows, coverage }: Case): Promise<void> {
  const values = [...rows].map(([ago, n]) => `(DATE '${day(ago)}', ${n})`);
  await execute(engine, 'CREATE OR REPLACE TABLE q (day DATE, n INTEGER)');
  if (values.length > 0) await execute(engine, `INSERT INTO q VALUES ${values.join(', ')}`);
  const covers: Coverage | undefined = coverage && { from: day(coverage.from), to: day(coverage.to) };
  for (const { name, sql } of calendarTables('q', covers)) {
    await execute(engine, `CREATE OR REPLACE VIEW "${name}" AS ${sql}`);
  }
}

const RECORD = 'day, n, rank, ties, last_as_high, last_as_high_n, last_higher, last_higher_n, lookback, finding';
const RUNS =
  'starts, ends, days, open, cut, rank, ties, last_as_long_starts, last_as_long_ends, last_longer_starts, last_longer_ends, lookback, finding';

async function read(engine: OpenEngine, kind: string, columns: string): Promise<readonly unknown[]> {
  return await select(engine, `SELECT COLUMNS(*)::VARCHAR FROM (SELECT ${columns} FROM "q:${kind}" ORDER BY 1)`);
}

async function execute(engine: OpenEngine, sql: string): Promise<void> {
  const done = await engine.execute(sql);
  if (done.kind === 'problem') throw new Error(sql, { cause: done.problem });
}

async function select(engine: OpenEngine, sql: string): Promise<readonly (readonly (string | null)[])[]> {
  const answer = await engine.select(sql);
  if (answer.kind === 'problem') throw new Error(sql, { cause: answer.problem });
  return answer.value;
}

interface Day {
  readonly day: string;
  readonly n: number;
}

function naiveDays({ rows, coverage }: Case): Day[] {
  const first = coverage?.from ?? Math.max(...[...rows.keys()].filter((ago) => ago >= 0));
  const last = Math.max(0, coverage?.to ?? 0);
  const days: Day[] = [];
  if (Number.isFinite(first))
    for (let ago = first; ago >= last; ago--) days.push({ day: day(ago), n: rows.get(ago) ?? 0 });
  return days;
}

function naiveRecord(days: readonly Day[], { coverage }: Case): unknown[] {
  return days.map(({ day, n }, index) => {
    const before = days.slice(0, index);
    const asHigh = before.findLast((each) => each.n >= n);
    const higher = before.findLast((each) => each.n > n);
    const decided = coverage ? index > 0 : asHigh !== undefined;
    const rank = days.filter((each) => each.n > n).length + 1;
    const ties = days.filter((each) => each.n === n).length - 1;
    const finding = n === 0 ? 'zero' : asHigh ? (asHigh.n === n ? 'tie' : 'higher') : decided ? 'record' : 'unknown';
    return texts(
      day,
      n,
      decided ? rank : null,
      decided ? ties : null,
      asHigh?.day,
      asHigh?.n,
      higher?.day,
      higher?.n,
      index,
      finding,
    );
  });
}

function naiveRuns(days: readonly Day[], { coverage }: Case, isIn: (n: number) => boolean): unknown[] {
  const runs: { from: number; to: number }[] = [];
  for (const [index, { n }] of days.entries()) {
    const last = runs.at(-1);
    if (!isIn(n)) continue;
    if (last?.to === index - 1) last.to = index;
    else runs.push({ from: index, to: index });
  }
  const all = runs.map(({ from, to }) => ({
    starts: days[from]?.day,
    ends: days[to]?.day,
    days: to - from + 1,
    open: to < days.length - 1 ? false : coverage && coverage.to > 0 ? null : true,
    lookback: from,
  }));
  return all.map((run, index) => {
    const before = all.slice(0, index);
    const asLong = before.findLast((each) => each.days >= run.days);
    const longer = before.findLast((each) => each.days > run.days);
    const decided = coverage ? run.lookback > 0 : asLong !== undefined;
    const rank = all.filter((each) => each.days > run.days).length + 1;
    const ties = all.filter((each) => each.days === run.days).length - 1;
    const finding = asLong ? (asLong.days === run.days ? 'tie' : 'longer') : decided ? 'record' : 'unknown';
    return texts(
      run.starts,
      run.ends,
      run.days,
      run.open,
      run.lookback === 0,
      decided ? rank : null,
      decided ? ties : null,
      asLong?.starts,
      asLong?.ends,
      longer?.starts,
      longer?.ends,
      run.lookback,
      finding,
    );
  });
}

function texts(...cells: readonly (string | number | boolean | null | undefined)[]): (string | null)[] {
  return cells.map((cell) => (cell === null || cell === undefined ? null : String(cell)));
}

function day(ago: number): string {
  return new Date(Date.parse(AS_OF) - ago * 86_400_000).toISOString().slice(0, 10);
}
