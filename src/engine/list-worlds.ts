import type { DataSource, Draft } from '../model/draft.js';
import type { Column, LogicalType } from '../model/value.js';
import type { ClockMutation, DataMutation } from '../model/variation.js';
import type { OpenEngine, World } from './open-engine.js';
import { quoteName, quoteText } from './quote.js';

/** A world to ask a draft's queries in, and what is changed in it. */
export interface MutatedWorld extends World {
  readonly mutation: ClockMutation | DataMutation;
}

/** Lists the worlds that a draft is tried in: data that ends earlier, then each table's rows changed on their own. */
export async function listWorlds(
  { frontMatter }: Pick<Draft, 'frontMatter'>,
  engine: Pick<OpenEngine, 'describe'>,
  loaded: readonly { readonly name: string }[],
): Promise<readonly MutatedWorld[]> {
  const { data, asOf } = frontMatter;
  const sources = data.filter(({ name }) => loaded.some((record) => record.name === name));
  const worlds = EARLIER.map(({ words, ...shift }) => clockWorld(shifted(asOf, shift), words, sources));
  for (const source of sources) {
    const described = await engine.describe(`FROM ${loadedTable(source.name)}`);
    if (described.kind === 'problem') continue;
    for (const [change, sql] of editsOf(source, described.value))
      worlds.push({
        mutation: { kind: 'data', name: source.name, change },
        asOf,
        tables: new Map([[source.name, sql]]),
      });
  }
  return worlds;
}

const EARLIER = [
  { days: 1, months: 0, words: 'a day earlier' },
  { days: 7, months: 0, words: 'a week earlier' },
  { days: 0, months: 1, words: 'a month earlier' },
] as const;

/** The 31st has no day a month earlier in a shorter month, whose last it is then. */
function shifted(day: string, { days, months }: { readonly days: number; readonly months: number }): string {
  const date = new Date(`${day}T00:00:00Z`);
  const dayOfMonth = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - months);
  if (date.getUTCDate() !== dayOfMonth) date.setUTCDate(0);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

function clockWorld(asOf: string, words: string, sources: readonly DataSource[]): MutatedWorld {
  const tables = sources.flatMap(({ name, datedBy }): [string, string][] =>
    datedBy === undefined
      ? []
      : [
          [
            name,
            `SELECT * FROM ${loadedTable(name)} WHERE CAST(${quoteName(datedBy)} AS DATE) <= DATE ${quoteText(asOf)} OR ${quoteName(datedBy)} IS NULL`,
          ],
        ],
  );
  return { mutation: { kind: 'clock', name: 'as_of', change: `${asOf} (${words})` }, asOf, tables: new Map(tables) };
}

/** The table that was loaded, also where another hides it. */
function loadedTable(name: string): string {
  return `memory.main.${quoteName(name)}`;
}

function editsOf({ name, datedBy }: DataSource, columns: readonly Column[]): [string, string][] {
  const table = loadedTable(name);
  const order = datedBy === undefined ? '' : `ORDER BY ${quoteName(datedBy)}`;
  const placed = `(SELECT *, row_number() OVER (${order}) AS "tw:at", count(*) OVER () AS "tw:of" FROM ${table})`;
  const rows = (where: string, times = ''): string =>
    `SELECT * EXCLUDE ("tw:at", "tw:of"${times === '' ? '' : ', "tw:time"'}) FROM ${placed}${times} WHERE ${where}`;
  const tenTimes = ', range(10) AS times("tw:time")';
  const [earlier, later] = ['"tw:at" * 2 <= "tw:of"', '"tw:at" * 2 > "tw:of"'];
  const replaced = (type: LogicalType, value: (column: string) => string): string | undefined => {
    const own = columns.filter(
      (column) => column.logical === type && column.name.toLowerCase() !== datedBy?.toLowerCase(),
    );
    const items = own.map(
      ({ name: column, type: cast }) => `CAST(${value(quoteName(column))} AS ${cast}) AS ${quoteName(column)}`,
    );
    return items.length === 0 ? undefined : `SELECT * REPLACE (${items.join(', ')}) FROM ${table}`;
  };
  const edits: [string, string | undefined][] = [
    ['no rows', `SELECT * FROM ${table} WHERE false`],
    ['its last row only', rows('"tw:at" = "tw:of"')],
    ['its earlier half only', rows(earlier)],
    ['its later half only', rows(later)],
    ['every row ten times', rows('true', tenTimes)],
    ['its earlier half ten times', rows(`"tw:time" = 0 OR ${earlier}`, tenTimes)],
    ['its later half ten times', rows(`"tw:time" = 0 OR ${later}`, tenTimes)],
    [
      'the first days last',
      mirrored(
        table,
        columns.find((column) => column.name.toLowerCase() === datedBy?.toLowerCase()),
      ),
    ],
    ['numbers 0', replaced('number', () => '0')],
    ['numbers ×10', replaced('number', (column) => `${column} * 10`)],
    ['numbers NULL', replaced('number', () => 'NULL')],
    ['texts NULL', replaced('text', () => 'NULL')],
    ...columns
      .filter(({ logical }) => logical === 'number')
      .slice(0, MOST_MOVED)
      .map((column): [string, string] => [`\`${column.name}\` the same in all rows`, levelColumn(table, column)]),
    ...columns
      .filter((column) => column.name.toLowerCase() !== datedBy?.toLowerCase())
      .slice(0, MOST_MOVED)
      .map((column): [string, string] => [`\`${column.name}\` of other rows`, movedColumn(placed, column)]),
  ];
  return edits.flatMap(([change, sql]): [string, string][] => (sql === undefined ? [] : [[change, sql]]));
}

/** Every row on a day as far from the last as its own is from the first. */
function mirrored(table: string, column: Column | undefined): string | undefined {
  if (column?.type !== 'DATE') return undefined;
  const day = quoteName(column.name);
  return `SELECT * REPLACE (CAST((SELECT min(${day}) FROM ${table}) + CAST((SELECT max(${day}) FROM ${table}) - ${day} AS INTEGER) AS DATE) AS ${day}) FROM ${table}`;
}

/** Each column more is one more time that every query is asked. */
const MOST_MOVED = 12;

function levelColumn(table: string, { name }: Column): string {
  const own = quoteName(name);
  return `SELECT * REPLACE ((SELECT max(${own}) FROM ${table}) AS ${own}) FROM ${table}`;
}

/** Every row gets a column’s value of the row that stands a third of all rows further on, so that what went with it parts. */
function movedColumn(placed: string, { name }: Column): string {
  const own = quoteName(name);
  const next = `(row."tw:at" + row."tw:of" // 3 - 1) % row."tw:of" + 1`;
  return `SELECT row.* EXCLUDE ("tw:at", "tw:of") REPLACE (other.${own} AS ${own}) FROM ${placed} AS row JOIN ${placed} AS other ON other."tw:at" = ${next}`;
}
