export type SheetCell = string | number | boolean | Date | null;

export interface SheetColumn {
  readonly name: string;
  readonly type: 'BIGINT' | 'DOUBLE' | 'BOOLEAN' | 'DATE' | 'TIMESTAMP' | 'VARCHAR';
}

export interface SheetTable {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}

export interface SheetProblem {
  readonly reason: string;
  readonly note: string;
}

/** Makes a table of a sheet's cells: names from the first row, and a type for each column from its values. */
export function typeColumns(sheet: readonly (readonly unknown[])[], where: string): SheetTable | SheetProblem {
  const [head = [], ...body] = sheet.map((row) => row.map(cellOf));
  const width = body.reduce((most, row) => Math.max(most, row.length), head.length);
  const names = new Set<string>();
  const kept: number[] = [];
  const columns: SheetColumn[] = [];
  for (let at = 0; at < width; at++) {
    const values = body.map((row) => row[at] ?? null);
    const name = head[at] ?? null;
    // A column of nothing is the sheet's margin
    if (name === null && values.every((value) => value === null)) continue;
    const bad = badName(name, names, address(at, 0), where);
    if (bad) return bad;
    const column = String(name).trim();
    names.add(column.toLowerCase());
    const type = typeOf(values);
    if (type === undefined) return mixed(values, at, where);
    columns.push({ name: column, type });
    kept.push(at);
  }
  if (columns.length === 0)
    return { reason: `The first row ${where} is empty`, note: 'Write the names of the columns' };
  const rows = body.map((row) => kept.map((at) => row[at] ?? null));
  return { columns, rows: rows.filter((row) => row.some((value) => value !== null)) };
}

/** One table of several with the same columns, whose types are found over all of their values. */
export function mergeSheets(tables: readonly SheetTable[]): SheetTable | { readonly mixed: string } {
  const [first = { columns: [], rows: [] }, ...others] = tables;
  if (others.length === 0) return first;
  const rows = tables.flatMap((table) => {
    const folded = table.columns.map(({ name }) => name.toLowerCase());
    const order = first.columns.map(({ name }) => folded.indexOf(name.toLowerCase()));
    return table.rows.map((row) => order.map((at) => row[at] ?? null));
  });
  const columns: SheetColumn[] = [];
  for (const [at, { name }] of first.columns.entries()) {
    const type = typeOf(rows.map((row) => row[at] ?? null));
    if (!type) return { mixed: name };
    columns.push({ name, type });
  }
  return { columns, rows };
}

/** The number of a column, from 1, of an address such as `AB3`. */
export function columnNumber(address: string): number {
  const letters = /^[A-Z]*/.exec(address)?.[0] ?? '';
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** `B3` of the column and the row, from 0. */
function address(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

function cellOf(value: unknown): SheetCell {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Date) return value;
  return null;
}

function badName(name: SheetCell, names: ReadonlySet<string>, at: string, where: string): SheetProblem | undefined {
  if (name === null) {
    return { reason: `The cell ${at} ${where} is empty, expected the name of its column`, note: 'Write one' };
  }
  if (typeof name !== 'string') {
    return {
      reason: `The cell ${at} ${where} holds a value, expected the name of its column`,
      note: 'The first row has the names; write a name as text',
    };
  }
  if (!names.has(name.trim().toLowerCase())) return undefined;
  return {
    reason: `Unexpected second column \`${name.trim()}\` in the cell ${at} ${where}, expected every name once`,
    note: 'Case makes no difference in SQL; rename one of them',
  };
}

/** As in a CSV file, numbers among texts are text; days among anything else are a mistake. */
function typeOf(values: readonly SheetCell[]): SheetColumn['type'] | undefined {
  const held = values.filter((value) => value !== null);
  if (held.length === 0) return 'VARCHAR';
  const days = held.filter((value) => value instanceof Date);
  if (days.length > 0) {
    if (days.length < held.length) return undefined;
    return days.every((day) => day.getTime() % 86_400_000 === 0) ? 'DATE' : 'TIMESTAMP';
  }
  if (held.every((value) => typeof value === 'number')) {
    return held.every((value) => Number.isSafeInteger(value)) ? 'BIGINT' : 'DOUBLE';
  }
  return held.every((value) => typeof value === 'boolean') ? 'BOOLEAN' : 'VARCHAR';
}

function mixed(values: readonly SheetCell[], column: number, where: string): SheetProblem {
  const day = values.findIndex((value) => value instanceof Date);
  const other = values.findIndex((value) => value !== null && !(value instanceof Date));
  return {
    reason: `The cell ${address(column, other + 1)} ${where} is no day, and ${address(column, day + 1)} is one`,
    note: 'Make it a day, or empty it',
  };
}
