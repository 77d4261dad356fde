import { nearestName } from '../diagnostic/nearest-name.js';
import type { Table, Value } from '../model/value.js';
import type { Problem } from './helper.js';
import { markYears } from './mark-years.js';
import { problem, wrongKind } from './problem.js';

/** What a list is made of. */
export interface ListItems {
  readonly items: readonly Value[];
}

/**
 * The items of a list, of a table's column, of one row, or of a list of rows; anything else is a list of one.
 * `col` names the column, and may be left out where there is only one.
 */
export function listItems(value: Value, col: string | undefined): ListItems | { readonly problem: Problem } {
  if (value.kind === 'table') {
    const column = findColumn(value.table, col);
    if ('problem' in column) return column;
    return { items: value.table.rows.map((row) => markYears(row[column.index] ?? NOTHING, column.name)) };
  }
  if (value.kind === 'row') {
    const column = findColumn(value.table, col);
    if ('problem' in column) return column;
    const cell = markYears(value.table.rows[value.index]?.[column.index] ?? NOTHING, column.name);
    return { items: cell.kind === 'list' ? cell.items : [cell] };
  }
  if (col !== undefined) {
    return wrongKind({ arg: 0 }, value, 'a table', 'Leave `col=` out, or name the query without its column');
  }
  return { items: value.kind === 'list' ? value.items : [value] };
}

const NOTHING: Value = { kind: 'null' };

function findColumn(
  table: Table,
  col: string | undefined,
): { readonly index: number; readonly name: string } | { readonly problem: Problem } {
  const names = table.columns.map(({ name }) => name);
  const only = names[0];
  if (col === undefined) {
    if (only !== undefined && names.length === 1) return { index: 0, name: only };
    const reason = `Unexpected table with ${names.length} columns, expected \`col=\` to name one`;
    return problem('helper-arguments', { arg: 0 }, reason, `Add e.g. \`col="${only ?? 'column'}"\``);
  }
  const folded = col.toLowerCase();
  const index = names.findIndex((name) => name.toLowerCase() === folded);
  const name = names[index];
  if (name !== undefined) return { index, name };
  const near = nearestName(col, names);
  return problem(
    'column-unknown',
    { pair: 'col' },
    `Unexpected \`${col}\`, \`${table.query}\` has no such column`,
    near === undefined
      ? `Its columns are ${names.map((known) => `\`${known}\``).join(', ')}`
      : `Did you mean \`${near}\`?`,
  );
}
