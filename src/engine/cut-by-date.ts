import { nearestName } from '../diagnostic/nearest-name.js';
import type { DataSource } from '../model/draft.js';
import type { DataProblem } from './data-problem.js';
import type { OpenEngine } from './open-engine.js';
import { quoteName, quoteText } from './quote.js';

export interface CutOptions {
  readonly engine: OpenEngine;
  /** The last day that is kept, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Where the table's rows come from, as SQL. */
  readonly relation: string;
}

export interface Cut {
  /** Rows that are left. */
  readonly rows: number;
  readonly warnings: readonly DataProblem[];
}

interface DataColumn {
  readonly name: string;
  readonly type: string;
}

/** Keeps the rows of a table up to and including the day `asOf`, by its `dated_by` column. */
export async function cutByDate(source: DataSource, options: CutOptions): Promise<Cut | DataProblem> {
  const { engine } = options;
  const described = await engine.select(`SELECT column_name, column_type FROM (DESCRIBE ${quoteName(source.name)})`);
  if (described.kind === 'problem') return failed(source);
  const columns = described.value.map(([name, type]): DataColumn => ({ name: name ?? '', type: type ?? '' }));
  if (source.datedBy === undefined) return await uncut(source, options, columns);
  const wanted = source.datedBy.toLowerCase();
  const column = columns.find(({ name }) => name.toLowerCase() === wanted);
  if (!column) return unknownColumn(source, source.datedBy, columns);
  return (await notADate(source, engine, column)) ?? (await cut(source, options, column));
}

async function uncut(
  source: DataSource,
  { engine, asOf }: CutOptions,
  columns: readonly DataColumn[],
): Promise<Cut | DataProblem> {
  const rows = await count(engine, `SELECT count(*) FROM ${quoteName(source.name)}`);
  if (rows === undefined) return failed(source);
  const dated = columns.find(({ type }) => /^(DATE|TIMESTAMP)/.test(type));
  if (!dated) return { rows, warnings: [] };
  const warning: DataProblem = {
    rule: 'data-not-dated',
    reason: `The data \`${source.name}\` has a date column \`${dated.name}\` and no \`dated_by\`, so it is not cut at ${asOf}`,
    note: `Write \`dated_by: ${dated.name}\``,
  };
  return { rows, warnings: [warning] };
}

/** Dates may come as text, from JSON or from a file without rows; then every text must be a date. */
async function notADate(source: DataSource, engine: OpenEngine, column: DataColumn): Promise<DataProblem | undefined> {
  if (/^(DATE|TIMESTAMP)/.test(column.type)) return undefined;
  const where = `column \`${column.name}\` of \`${source.name}\``;
  if (column.type !== 'VARCHAR') {
    return { rule: 'data-column', reason: `Unexpected type \`${column.type}\` of ${where}, expected dates` };
  }
  const name = quoteName(column.name);
  const bad = await engine.select(
    `SELECT ${name} FROM ${quoteName(source.name)} WHERE ${name} IS NOT NULL AND TRY_CAST(${name} AS DATE) IS NULL LIMIT 1`,
  );
  if (bad.kind === 'problem') return failed(source);
  const value = bad.value[0]?.[0];
  if (value === undefined || value === null) return undefined;
  return {
    rule: 'data-column',
    reason: `Unexpected \`${value.slice(0, 40)}\` in ${where}, expected a date`,
    note: 'Write dates as `2021-09-23`; leave the value empty where there is none',
  };
}

async function cut(
  source: DataSource,
  { engine, asOf, relation }: CutOptions,
  column: DataColumn,
): Promise<Cut | DataProblem> {
  const table = quoteName(source.name);
  const undated = await count(engine, `SELECT count(*) FROM ${table} WHERE ${quoteName(column.name)} IS NULL`);
  if (undated !== undefined && undated > 0 && source.undated === 'error') return noDates(source, column, undated);
  const done = await engine.execute(cutStatement(source, { relation, asOf, column }));
  const rows = await count(engine, `SELECT count(*) FROM ${table}`);
  const outside = await checkCoverage(source, engine, column);
  if (undated === undefined || done.kind === 'problem' || rows === undefined || outside === 'failed') {
    return failed(source);
  }
  const dropped = undated > 0 && source.undated === 'drop' ? [undatedRows(source, column, undated)] : [];
  return { rows, warnings: [...dropped, ...(outside ? [outside] : [])] };
}

/** A row from a day on which nobody is said to have watched: either is wrong. */
async function checkCoverage(
  { name, file, covers }: DataSource,
  engine: OpenEngine,
  column: DataColumn,
): Promise<DataProblem | undefined | 'failed'> {
  if (!covers) return undefined;
  const day = `CAST(${quoteName(column.name)} AS DATE)`;
  const [from, to] = covers;
  const found = await engine.select(
    `SELECT count(*), min(${day}), max(${day}) FROM ${quoteName(name)} WHERE ${day} NOT BETWEEN DATE ${quoteText(from)} AND DATE ${quoteText(to)}`,
  );
  if (found.kind === 'problem') return 'failed';
  const [rows, first, last] = found.value[0] ?? [];
  if (rows === undefined || rows === '0') return undefined;
  const days = first === last ? `on ${String(first)}` : `from ${String(first)} to ${String(last)}`;
  return {
    rule: 'data-outside-coverage',
    reason: `${rows === '1' ? '1 row' : `${String(rows)} rows`} of \`${file}\` ${rows === '1' ? 'lies' : 'lie'} outside \`covers: [${from}, ${to}]\`, ${days}`,
    note: 'Correct `covers`, or the dates of the rows',
  };
}

function cutStatement(
  source: DataSource,
  { relation, asOf, column }: { relation: string; asOf: string; column: DataColumn },
): string {
  const table = quoteName(source.name);
  const name = quoteName(column.name);
  const past = `CAST(${name} AS DATE) <= DATE ${quoteText(asOf)}`;
  const kept = source.undated === 'keep' ? `(${past} OR ${name} IS NULL)` : past;
  const isText = column.type === 'VARCHAR';
  if (source.format === 'parquet') {
    const columns = isText ? `* REPLACE (CAST(${name} AS DATE) AS ${name})` : '*';
    return `CREATE OR REPLACE VIEW ${table} AS SELECT ${columns} FROM ${relation} WHERE ${kept}`;
  }
  const retype = isText ? `; ALTER TABLE ${table} ALTER ${name} TYPE DATE` : '';
  return `DELETE FROM ${table} WHERE (${kept}) IS NOT TRUE${retype}`;
}

async function count(engine: OpenEngine, sql: string): Promise<number | undefined> {
  const counted = await engine.select(sql);
  return counted.kind === 'ok' ? Number(counted.value[0]?.[0]) : undefined;
}

function undatedRows({ name, file }: DataSource, column: DataColumn, rows: number): DataProblem {
  return {
    rule: 'data-undated',
    reason: `${rows === 1 ? '1 row' : `${rows} rows`} of \`${file}\` without a \`${column.name}\` ${rows === 1 ? 'is' : 'are'} left out of \`${name}\``,
  };
}

function noDates({ file }: DataSource, column: DataColumn, rows: number): DataProblem {
  return {
    rule: 'data-no-date',
    reason: `${rows === 1 ? '1 row' : `${rows} rows`} of \`${file}\` ${rows === 1 ? 'has' : 'have'} no \`${column.name}\`, expected a date in every row`,
    note: 'Complete the data, or write `undated: drop` or `undated: keep`',
  };
}

function unknownColumn(
  { name, columns: declared }: DataSource,
  wanted: string,
  columns: readonly DataColumn[],
): DataProblem {
  const names = columns.map((column) => column.name);
  const renamed = declared.find((column) => column.name.toLowerCase() === wanted.toLowerCase())?.rename;
  const near = renamed ?? nearestName(wanted, names);
  return {
    rule: 'data-column',
    reason: `Unexpected \`dated_by: ${wanted}\`, expected a column of \`${name}\``,
    note:
      near === undefined
        ? `Its columns are ${names.map((each) => `\`${each}\``).join(', ')}`
        : `Did you mean \`${near}\`?`,
  };
}

function failed({ file }: DataSource): DataProblem {
  return { rule: 'data-unreadable', reason: `The data file \`${file}\` could not be read to its end` };
}
