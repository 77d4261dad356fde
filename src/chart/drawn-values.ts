import type { Json } from '../model/chart.js';
import type { Cell } from '../model/value.js';
import type { DrawnColumn } from './check-fields.js';
import { isList, isObject } from './json.js';

/** How a channel takes a column's values. */
export type Measure = 'number' | 'time' | 'name';

/** A channel's values as Vega-Lite takes them: by the type that is written, else as it guesses one. */
export function measureOf({ channel: { name, definition } }: DrawnColumn): Measure {
  const { type, bin, timeUnit, scale, sort } = definition;
  if (type === 'quantitative') return 'number';
  if (type === 'temporal') return 'time';
  if (type !== undefined || NAMING.includes(name) || isList(sort)) return 'name';
  if (bin === true || isObject(bin) || 'aggregate' in definition) return 'number';
  if (timeUnit !== undefined) return 'time';
  const kind = isObject(scale) ? scale['type'] : undefined;
  return typeof kind === 'string' ? (MEASURE_OF_SCALE[kind] ?? 'name') : 'name';
}

const NAMING: readonly string[] = ['row', 'column', 'facet', 'shape', 'strokeDash', 'order', 'detail'];
const MEASURE_OF_SCALE: Readonly<Record<string, Measure>> = {
  ...{ linear: 'number', log: 'number', pow: 'number', sqrt: 'number', symlog: 'number' },
  ...{ time: 'time', utc: 'time' },
};

/** True when a channel shows each value as it is: no sum, no bin, no month made of days. */
export function isPlain({ channel: { definition } }: DrawnColumn): boolean {
  return !['aggregate', 'bin', 'timeUnit'].some((key) => definition[key] !== undefined && definition[key] !== false);
}

/** The cells of a drawn column, in the order of the rows. */
export function cellsOf({ column, table }: DrawnColumn): Cell[] {
  const index = table.columns.indexOf(column);
  return table.rows.map((row) => row[index] ?? { kind: 'null' });
}

/** The mark that a view is drawn with. */
export function markOf({ view }: Pick<DrawnColumn, 'view'>): string | undefined {
  const { mark } = view.value;
  const type = isObject(mark) ? mark['type'] : mark;
  return typeof type === 'string' ? type : undefined;
}

/** A setting of a channel's scale; `undefined` without a scale. */
export function scaleSetting({ channel: { definition } }: DrawnColumn, key: string): Json | undefined {
  const { scale } = definition;
  return isObject(scale) ? scale[key] : undefined;
}

/** A cell as a text of a message, and as a name that a list of the specification can hold. */
export function nameOf(cell: Cell): string {
  switch (cell.kind) {
    case 'null':
      return 'NULL';
    case 'number':
      return cell.exact;
    case 'boolean':
      return String(cell.value);
    case 'text':
    case 'date':
      return cell.value;
    case 'list':
      return 'a list';
    default:
      return cell satisfies never;
  }
}

/** `3 of 40 rows`, with their values, the first few of them once each. */
export function countRows(cells: readonly Cell[], isMeant: (cell: Cell) => boolean): RowCount | undefined {
  const found = cells.filter(isMeant);
  if (found.length === 0) return undefined;
  const values = [...new Set(found.map(nameOf))];
  const shown = values.slice(0, MOST_SHOWN).map((value) => `\`${value}\``);
  const first = cells.findIndex(isMeant) + 1;
  const rows = `${found.length.toString()} of ${cells.length.toString()} ${cells.length === 1 ? 'row' : 'rows'}`;
  return {
    count: found.length,
    rows: `${rows}, ${found.length === 1 ? 'row' : 'first row'} ${first.toString()}`,
    values: `${shown.join(', ')}${values.length > MOST_SHOWN ? ` and ${(values.length - MOST_SHOWN).toString()} more` : ''}`,
  };
}

/** Rows of a table that have something in common, for a message. */
export interface RowCount {
  readonly count: number;
  readonly rows: string;
  readonly values: string;
}

const MOST_SHOWN = 4;
