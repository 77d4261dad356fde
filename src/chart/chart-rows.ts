import { hiddenCharacter } from '../diagnostic/hidden-character.js';
import type { Json, JsonObject } from '../model/chart.js';
import type { Cell, Table } from '../model/value.js';

/** More rows than a picture can show, and than Vega draws in good time. */
const MOST_ROWS = 20_000;

/** A query's rows as JSON, or why they cannot be drawn. */
export type ChartRows =
  | { readonly rows: readonly JsonObject[]; readonly problem: undefined }
  | { readonly rows: undefined; readonly problem: RowsProblem };

/** Why rows cannot be drawn. */
interface RowsProblem {
  readonly rule: 'chart-data' | 'hidden-character';
  readonly reason: string;
  readonly note: string;
}

/** Turns a query's rows into JSON that keeps their values; only the columns that a chart uses. */
export function chartRows(table: Table, uses: (column: string) => boolean): ChartRows {
  const { query, rows } = table;
  if (rows.length === 0)
    return refuse(
      `Unexpected query \`${query}\` without rows: the chart would be empty`,
      `Put the chart inside \`{{#if ${query}}}…{{/if}}\`, or look at the query's conditions`,
    );
  if (rows.length > MOST_ROWS)
    return refuse(
      `Unexpected ${rows.length.toString()} rows of \`${query}\`, expected at most ${MOST_ROWS.toString()}`,
      'Aggregate in the query: GROUP BY what the chart shows',
    );
  const columns = table.columns.flatMap(({ name }, index) => (uses(name) ? [{ name, index }] : []));
  const made: JsonObject[] = [];
  for (const [number, row] of rows.entries()) {
    const values: [string, Json][] = [];
    for (const { name, index } of columns) {
      const cell = row[index];
      const where = `in column \`${name}\` of \`${query}\`, row ${(number + 1).toString()}`;
      const hidden = cell?.kind === 'text' ? hiddenCharacter(cell.value) : undefined;
      if (hidden)
        return refuse(
          `Unexpected hidden character ${hidden.name} ${where}, expected text that is all seen`,
          `Take it out in the query, e.g. \`replace(${name}, chr(${hidden.code.toString()}), '')\``,
          'hidden-character',
        );
      const value = cell ? jsonOf(cell) : null;
      if (value === undefined) {
        const exact = cell?.kind === 'number' ? cell.exact : '';
        const what = `\`${exact}\` ${where}`;
        return Number.isFinite(Number(exact))
          ? refuse(
              `Unexpected ${what}: a chart would round it`,
              'Make it smaller in the query, or a text: `CAST(… AS VARCHAR)`',
            )
          : refuse(`Unexpected ${what}: it cannot be drawn`, 'Leave such rows out in the query, or use `nullif`');
      }
      values.push([name, value]);
    }
    made.push(Object.fromEntries(values));
  }
  return { rows: made, problem: undefined };
}

/** A cell as JSON, `undefined` when JSON's numbers cannot hold it. */
function jsonOf(cell: Cell): Json | undefined {
  switch (cell.kind) {
    case 'null':
      return null;
    case 'number':
      return Number.isFinite(cell.value) && isExact(cell.exact, cell.value) ? cell.value : undefined;
    case 'boolean':
    case 'text':
      return cell.value;
    // A date without a time is read as UTC.
    case 'date':
      return cell.value;
    case 'list':
      return cell.items.map((item) => ('kind' in item && isCell(item) ? (jsonOf(item) ?? null) : null));
    default:
      return cell satisfies never;
  }
}

function isCell(value: { readonly kind: string }): value is Cell {
  return value.kind !== 'row' && value.kind !== 'table';
}

/** False for an integer that the nearest double is not: an axis label would print another number. */
function isExact(exact: string, value: number): boolean {
  return !/^-?\d{16,}$/.test(exact) || BigInt(exact) === BigInt(value);
}

function refuse(reason: string, note: string, rule: RowsProblem['rule'] = 'chart-data'): ChartRows {
  return { rows: undefined, problem: { rule, reason, note } };
}
