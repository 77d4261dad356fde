import type { Cell, NumberValue, Table } from '../model/value.js';
import type { ResultChange } from '../model/variation.js';

/** Changes a column of a table in every row, or its rows; `undefined` where that leaves it as it is. */
export function mutateTable(table: Table, column: string | undefined, change: ResultChange): Table | undefined {
  const rows = column === undefined ? rowsUnder(table, change) : cellsUnder(table, column, change);
  return rows && JSON.stringify(rows) !== JSON.stringify(table.rows) ? { ...table, rows } : undefined;
}

type Rows = Table['rows'];

function cellsUnder({ columns, rows }: Table, column: string, change: ResultChange): Rows {
  const at = columns.findIndex(({ name }) => name === column);
  return rows.map((row) => row.map((cell, index) => (index === at ? cellUnder(cell, change) : cell)));
}

function cellUnder(cell: Cell, change: ResultChange): Cell {
  switch (change) {
    case '0':
    case '1':
    case '2':
      return { kind: 'number', value: Number(change), exact: change };
    case '×10':
      return cell.kind === 'number' ? tenfold(cell) : cell;
    case 'NULL':
      return { kind: 'null' };
    case 'empty':
      return { kind: 'text', value: '', origin: 'data' };
    case 'flipped':
      return cell.kind === 'boolean' ? { kind: 'boolean', value: !cell.value } : cell;
    default:
      if (!change.startsWith('“')) throw new Error(`A cell cannot become ${change}`);
      return { kind: 'text', value: change.slice(1, -1), origin: 'data' };
  }
}

function tenfold(number: NumberValue): NumberValue {
  const value = number.value * 10;
  const [, sign = '', whole = '', parts = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number.exact) ?? [];
  if (whole === '') return { ...number, value, exact: String(value) };
  const moved = `${whole}${parts.charAt(0) || '0'}`.replace(/^0+(?=\d)/, '');
  const rest = parts.slice(1);
  return { ...number, value, exact: `${sign}${moved}${rest === '' ? '' : `.${rest}`}` };
}

function rowsUnder(table: Table, change: ResultChange): Rows | undefined {
  const { rows } = table;
  switch (change) {
    case 'no row':
      return [];
    case 'its first row only':
      return rows.slice(0, 1);
    case 'a tie':
      return rows.length > 1 ? tiedRows(table) : tiedRecord(table);
    default:
      throw new Error(`Rows cannot become ${change}`);
  }
}

/** The second row gets the number of the first. */
function tiedRows({ columns, rows }: Table): Rows | undefined {
  const at = columns.findIndex(({ logical }) => logical === 'number');
  const [first, second, ...others] = rows;
  const number = first?.[at];
  if (!first || !second || !number) return undefined;
  return [first, second.map((cell, index) => (index === at ? number : cell)), ...others];
}

/** A row that says how many are its equals, as the table macros do, says that one is. */
function tiedRecord({ columns, rows }: Table): Rows | undefined {
  const [row] = rows;
  const at = (wanted: string): number => columns.findIndex(({ name }) => name.toLowerCase() === wanted);
  if (!row || at('ties') < 0) return undefined;
  const own = row[at('n')];
  return [
    row.map((cell, index) => {
      if (index === at('ties')) return { kind: 'number', value: 1, exact: '1' };
      if (index === at('finding')) return { kind: 'text', value: 'tie', origin: 'data' };
      return index === at('last_as_high_n') && own ? own : cell;
    }),
  ];
}
