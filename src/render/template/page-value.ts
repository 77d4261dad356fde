import Handlebars from 'handlebars';
import type { Local } from '../../expression/scope.js';
import { inputOf } from '../../expression/resolve-path.js';
import { markYears } from '../../figure/mark-years.js';
import type { Table, Value } from '../../model/value.js';

/** A value of the figure language inside a page's data: a cell, or an item of a list. */
export class Cell {
  constructor(readonly local: Local) {}
}

/** What stands for a row or for rows in a page's data, so that a helper can be given them too. */
const VALUES = new WeakMap<object, Value>();

/** A row as a page's data has it: an object with a cell for each column. */
function rowObject(table: Table, index: number): object {
  const cells = table.columns.map(({ name }, column) => {
    const value = markYears(table.rows[index]?.[column] ?? { kind: 'null' }, name);
    return [name, new Cell({ value, inputs: [inputOf(table, index, column)] })] as const;
  });
  return known(Object.fromEntries(cells), { kind: 'row', table, index });
}

/** The rows of a table as a page's data has them. */
export function rowObjects(table: Table): readonly object[] {
  return known(
    table.rows.map((_, index) => rowObject(table, index)),
    { kind: 'table', table },
  );
}

/** What a page's data has for a value that a loop goes through. */
export function itemObject(local: Local): object {
  return local.value.kind === 'row' ? rowObject(local.value.table, local.value.index) : new Cell(local);
}

/** A value of a page's data as the figure language has it; `undefined` for what has fields of its own, and for HTML. */
export function valueOf(data: unknown): Local | undefined {
  if (data instanceof Cell) return data.local;
  switch (typeof data) {
    case 'string':
      return alone({ kind: 'text', value: data, origin: 'draft' });
    case 'number':
      return alone({ kind: 'number', value: data, exact: String(data) });
    case 'boolean':
      return alone({ kind: 'boolean', value: data });
    case 'undefined':
      return alone({ kind: 'null' });
    case 'object':
      return data === null ? alone({ kind: 'null' }) : objectValue(data);
    default:
      return undefined;
  }
}

/** True for HTML that is made safe. */
export function isHtml(data: unknown): boolean {
  return data instanceof Handlebars.SafeString;
}

function objectValue(data: object): Local | undefined {
  const value = VALUES.get(data);
  if (value) return alone(value);
  if (!Array.isArray(data)) return undefined;
  const items = data.map(valueOf);
  if (items.some((item) => item === undefined)) return undefined;
  const found = items.filter((item) => item !== undefined);
  return {
    value: { kind: 'list', items: found.map((item) => item.value) },
    inputs: found.flatMap((item) => item.inputs),
  };
}

function alone(value: Value): Local {
  return { value, inputs: [] };
}

function known<T extends object>(data: T, value: Value): T {
  VALUES.set(data, value);
  return data;
}
