import type { Coverage } from './coverage-of.js';
import { MACRO_ERROR, type TableMacro } from './table-macros.js';

/** A table of a query's calendar. A writer's SQL cannot name it: no query has a `:` in its name. */
export interface CalendarTable {
  readonly kind: 'days' | TableMacro['reads'];
  readonly name: string;
  readonly sql: string;
}

/**
 * The SQL behind the macros, for one query: its days, those without a row put in, then what is said of each.
 * The look-back is found by halving steps over running maxima, n log n for all days together.
 */
export function calendarTables(query: string, coverage: Coverage | undefined): readonly CalendarTable[] {
  const days = `${query}:days`;
  const table = (kind: CalendarTable['kind'], sql: string): CalendarTable => ({ kind, name: `${query}:${kind}`, sql });
  return [
    table('days', daysSql(query, coverage)),
    table('record', recordSql(days, coverage)),
    table('gaps', runsSql(days, coverage, { isIn: 'n = 0', columns: '' })),
    table('streaks', runsSql(days, coverage, { isIn: 'n > 0', columns: 'sum(n) AS total,' })),
  ];
}

function daysSql(query: string, coverage: Coverage | undefined): string {
  const first = coverage ? date(coverage.from) : '(SELECT min(day) FROM given WHERE day <= as_of())';
  const last = coverage ? `least(as_of(), ${date(coverage.to)})` : 'as_of()';
  return `
    WITH counted AS (SELECT day, n, count(*) OVER (PARTITION BY day) AS times FROM "${query}"),
    given AS MATERIALIZED (
      SELECT CASE
        WHEN day IS NULL THEN ${fails("'Unexpected row without a day'", query)}
        WHEN NOT isfinite(day) THEN ${fails("'Unexpected day ' || day", query)}
        WHEN times > 1 THEN ${fails("'Unexpected second row for ' || day", query)}
        WHEN n IS NULL THEN ${fails("'Unexpected NULL as \`n\` on ' || day", query)}
        WHEN NOT isfinite(CAST(n AS DOUBLE)) THEN ${fails("'Unexpected ' || n || ' as \`n\` on ' || day", query)}
        ELSE day END AS day, n
      FROM counted
    ),
    calendar AS (SELECT CAST(unnest(generate_series(${first}, ${last}, INTERVAL 1 DAY)) AS DATE) AS day)
    SELECT calendar.day, coalesce(given.n, 0) AS n, row_number() OVER (ORDER BY calendar.day) AS pos
    FROM calendar LEFT JOIN given ON given.day = calendar.day`;
}

function fails(reason: string, query: string): string {
  return `error('${MACRO_ERROR}' || ${reason} || ' of \`${query}\`')`;
}

function recordSql(days: string, coverage: Coverage | undefined): string {
  return `
    WITH RECURSIVE item AS MATERIALIZED (SELECT pos, day, n AS value FROM "${days}"),
    ${lookBack()}
    SELECT item.day, item.value AS n,
      CASE WHEN ${isDecided('high.pos', 'item.pos - 1', coverage)} THEN rank() OVER (ORDER BY item.value DESC) END AS rank,
      CASE WHEN ${isDecided('high.pos', 'item.pos - 1', coverage)} THEN count(*) OVER (PARTITION BY item.value) - 1 END AS ties,
      high.day AS last_as_high, high.value AS last_as_high_n,
      higher.day AS last_higher, higher.value AS last_higher_n,
      item.pos - 1 AS lookback, ${covered(coverage)},
      CASE WHEN item.value = 0 THEN 'zero'
        WHEN high.value = item.value THEN 'tie'
        WHEN high.value > item.value THEN 'higher'
        WHEN ${isDecided('high.pos', 'item.pos - 1', coverage)} THEN 'record'
        ELSE 'unknown' END AS finding
    FROM item ${foundItems('high', 'higher')}
    ORDER BY item.pos`;
}

function runsSql(days: string, coverage: Coverage | undefined, run: { isIn: string; columns: string }): string {
  // Whether it went on after the last day that someone watched, nobody knows
  const ends = coverage ? `WHEN ${date(coverage.to)} < as_of() THEN NULL` : '';
  return `
    WITH RECURSIVE whole AS (SELECT max(pos) AS last FROM "${days}"),
    marked AS (SELECT *, pos - row_number() OVER (ORDER BY pos) AS island FROM "${days}" WHERE ${run.isIn}),
    run AS (
      SELECT min(day) AS starts, max(day) AS ends, count(*) AS value, ${run.columns}
        min(pos) - 1 AS lookback, CASE WHEN max(pos) < any_value(last) THEN false ${ends} ELSE true END AS open
      FROM marked, whole GROUP BY island
    ),
    item AS MATERIALIZED (SELECT *, row_number() OVER (ORDER BY starts) AS pos FROM run),
    ${lookBack()}
    SELECT item.starts, item.ends, item.value AS days, ${run.columns === '' ? '' : 'item.total,'}
      item.open, item.lookback = 0 AS cut,
      CASE WHEN ${isDecided('long.pos', 'item.lookback', coverage)} THEN rank() OVER (ORDER BY item.value DESC) END AS rank,
      CASE WHEN ${isDecided('long.pos', 'item.lookback', coverage)} THEN count(*) OVER (PARTITION BY item.value) - 1 END AS ties,
      long.starts AS last_as_long_starts, long.ends AS last_as_long_ends, long.value AS last_as_long_days,
      longer.starts AS last_longer_starts, longer.ends AS last_longer_ends, longer.value AS last_longer_days,
      item.lookback, ${covered(coverage)},
      CASE WHEN long.value = item.value THEN 'tie'
        WHEN long.value > item.value THEN 'longer'
        WHEN ${isDecided('long.pos', 'item.lookback', coverage)} THEN 'record'
        ELSE 'unknown' END AS finding
    FROM item ${foundItems('long', 'longer')}
    ORDER BY item.pos`;
}

/**
 * For each item the last one before it whose value is as high, and the last that is higher.
 * `top` holds the highest value of the 2^k items up to a position; a search goes back by the largest steps
 * under which nothing is high enough, each half as long as the one before.
 */
function lookBack(): string {
  return `
    height AS MATERIALIZED (SELECT CAST(ceil(log2(count(*) + 1)) AS INTEGER) AS k FROM item),
    top AS MATERIALIZED (
      SELECT k, pos,
        max(value) OVER (PARTITION BY k ORDER BY pos ROWS BETWEEN (1::BIGINT << k) - 1 PRECEDING AND CURRENT ROW) AS value
      FROM item, (SELECT CAST(unnest(range(k)) AS INTEGER) AS k FROM height)
    ),
    search AS (
      SELECT k - 1 AS k, pos, value, above, pos - 1 AS candidate FROM item, height, (VALUES (false), (true)) AS kind(above)
      UNION ALL
      SELECT search.k - 1, search.pos, search.value, search.above,
        CASE WHEN top.value < search.value OR (search.above AND top.value = search.value)
          THEN search.candidate - (1::BIGINT << search.k) ELSE search.candidate END
      FROM search LEFT JOIN top ON top.k = search.k AND top.pos = search.candidate
      WHERE search.k >= 0
    ),
    found AS MATERIALIZED (SELECT pos, above, candidate FROM search WHERE k = -1 AND candidate >= 1)`;
}

function foundItems(least: string, above: string): string {
  return [
    `LEFT JOIN found AS ${least}_at ON ${least}_at.pos = item.pos AND NOT ${least}_at.above`,
    `LEFT JOIN item AS ${least} ON ${least}.pos = ${least}_at.candidate`,
    `LEFT JOIN found AS ${above}_at ON ${above}_at.pos = item.pos AND ${above}_at.above`,
    `LEFT JOIN item AS ${above} ON ${above}.pos = ${above}_at.candidate`,
  ].join(' ');
}

/** With nothing to look back over, or nothing found in days that nobody said to have watched, a rank would be a guess. */
function isDecided(found: string, lookback: string, coverage: Coverage | undefined): string {
  return coverage ? `${lookback} > 0` : `${found} IS NOT NULL`;
}

function covered(coverage: Coverage | undefined): string {
  const from = coverage ? date(coverage.from) : 'CAST(NULL AS DATE)';
  const to = coverage ? `least(as_of(), ${date(coverage.to)})` : 'CAST(NULL AS DATE)';
  return `${from} AS covered_from, ${to} AS covered_to`;
}

function date(day: string): string {
  return `DATE '${day}'`;
}
