import { nearestName } from '../diagnostic/nearest-name.js';
import { keyText, writtenKey } from '../model/key-text.js';
import type { PathExpression, PathSegment } from '../model/expression.js';
import type { Cell, RowValue, Table, Value } from '../model/value.js';
import { markYears } from '../figure/mark-years.js';
import type { Input } from '../model/story.js';
import { AlreadyReported, EvaluationProblem } from './evaluation-problem.js';
import { resolveVariable } from './resolve-variable.js';
import type { Scope } from './scope.js';

/** Finds what a path names: `q.col` needs exactly one row, and nothing missing is ever passed over. */
export function resolvePath(path: PathExpression, scope: Scope): Value {
  if (path.at) return resolveVariable(path, scope);
  const [head, ...rest] = path.segments;
  if (!head) throw new Error('A path has at least one segment');
  const local = scope.locals.get(head.text);
  if (!local) return step({ kind: 'table', table: resolveQuery(head, scope) }, rest, path, scope);
  scope.inputs.push(...local.inputs);
  return step(local.value, rest, path, scope);
}

/** The rows of a path that is nothing but a query's name, however few they are. */
export function resolveTable({ at, segments }: PathExpression, scope: Scope): Table | undefined {
  const [head, ...rest] = segments;
  if (at || !head || rest.length > 0 || scope.locals.has(head.text)) return undefined;
  const table = resolveQuery(head, scope);
  scope.inputs.push(wholeInput(table));
  return table;
}

function resolveQuery(head: PathSegment, scope: Scope): Table {
  const table = scope.answers.tables.get(head.text);
  if (table) return table;
  if (scope.draft.queries.some(({ name }) => name === head.text)) throw new AlreadyReported();
  throw new EvaluationProblem(
    'name-unknown',
    head.span,
    `Unexpected \`${head.text}\`, no query has this name`,
    unknownQueryNote(
      head.text,
      scope.draft.queries.map(({ name }) => name),
    ),
  );
}

/** What to say besides that a query does not exist. */
export function unknownQueryNote(name: string, queries: readonly string[]): string {
  const near = nearestName(name, queries);
  if (near) return `Did you mean \`${near}\`?`;
  if (queries.length === 0) return 'Add a fenced block: ```sql NAME';
  return `The queries are ${queries.map((query) => `\`${query}\``).join(', ')}; text stands in quotes`;
}

function step(value: Value, rest: readonly PathSegment[], path: PathExpression, scope: Scope): Value {
  const [segment, ...others] = rest;
  switch (value.kind) {
    case 'table':
      return segment ? inTable(value.table, segment, others, path, scope) : wholeTable(value.table, scope);
    case 'row':
      return segment ? inRow(value, segment, others, path, scope) : value;
    default:
      if (!segment) return value;
      throw new EvaluationProblem(
        'column-unknown',
        segment.span,
        `Unexpected \`.${segment.text}\` after a single value, expected nothing more`,
      );
  }
}

/** A query of one row and one column is its value; any other is a table. */
function wholeTable(table: Table, scope: Scope): Value {
  const cell = table.rows.length === 1 && table.columns.length === 1 ? table.rows[0]?.[0] : undefined;
  if (cell) return cellOf(table, 0, 0, cell, scope);
  scope.inputs.push(wholeInput(table));
  return { kind: 'table', table };
}

function wholeInput({ query }: Table): Input {
  return { query, row: undefined, column: undefined, type: undefined, value: undefined };
}

function inTable(
  table: Table,
  segment: PathSegment,
  others: readonly PathSegment[],
  path: PathExpression,
  scope: Scope,
): Value {
  const byKey = rowByKey(table, segment);
  if (byKey !== undefined) return step({ kind: 'row', table, index: byKey }, others, path, scope);
  if (segment.kind === 'digits' && table.key === undefined) {
    return step({ kind: 'row', table, index: rowByNumber(table, segment) }, others, path, scope);
  }
  if (table.key !== undefined && !hasColumn(table, segment.text)) throw unknownKey(table, segment);
  const row: RowValue = { kind: 'row', table, index: 0 };
  if (!hasColumn(table, segment.text)) throw unknownColumn(table, segment);
  if (table.rows.length === 0)
    throw new EvaluationProblem(
      'value-missing',
      path.span,
      `Unexpected empty \`${table.query}\`, expected one row for \`${table.query}.${segment.text}\``,
      `Guard it: \`{{#if ${table.query}}}…{{else}}…{{/if}}\``,
    );
  if (table.rows.length > 1) throw manyRows(table, segment, path);
  return inRow(row, segment, others, path, scope);
}

function inRow(
  row: RowValue,
  segment: PathSegment,
  others: readonly PathSegment[],
  path: PathExpression,
  scope: Scope,
): Value {
  const { table, index } = row;
  const column = table.columns.findIndex(({ name }) => name === segment.text);
  const cell = table.rows[index]?.[column];
  if (!cell) throw unknownColumn(table, segment);
  if (others[0])
    throw new EvaluationProblem(
      'column-unknown',
      others[0].span,
      `Unexpected \`.${others[0].text}\` after a column, expected nothing more`,
    );
  return cellOf(table, index, column, cell, scope);
}

function cellOf(table: Table, row: number, column: number, cell: Cell, scope: Scope): Value {
  const name = table.columns[column]?.name;
  scope.inputs.push(inputOf(table, row, column));
  return name === undefined ? cell : markYears(cell, name);
}

/** A cell for the record. */
export function inputOf(table: Table, row: number, column: number): Input {
  const { name, type } = table.columns[column] ?? {};
  const cell = table.rows[row]?.[column];
  return { query: table.query, row, column: name, type, value: cell && jsonValue(cell) };
}

/** A cell as JSON keeps it: exact digits for a number, since a double would round them. */
function jsonValue(cell: Cell): string | boolean | null {
  switch (cell.kind) {
    case 'null':
      return null;
    case 'boolean':
      return cell.value;
    case 'number':
      return cell.exact;
    case 'date':
    case 'text':
      return cell.value;
    case 'list':
      return JSON.stringify(cell.items.map((item) => jsonValue(item as Cell)));
  }
}

function rowByKey(table: Table, segment: PathSegment): number | undefined {
  if (table.key === undefined) return undefined;
  const column = table.columns.findIndex(({ name }) => name === table.key);
  const index = table.rows.findIndex((row) => {
    const cell = row[column];
    return cell !== undefined && keyText(cell) === segment.text;
  });
  return index < 0 ? undefined : index;
}

function rowByNumber(table: Table, segment: PathSegment): number {
  const index = Number(segment.text);
  if (!table.ordered)
    throw new EvaluationProblem(
      'value-many',
      segment.span,
      `Unexpected row number \`${segment.text}\`, the rows of \`${table.query}\` are in no order`,
      'Add ORDER BY at the end of the query',
    );
  if (index >= table.rows.length)
    throw new EvaluationProblem(
      'value-missing',
      segment.span,
      `Unexpected row \`${segment.text}\`, \`${table.query}\` has ${table.rows.length} ${table.rows.length === 1 ? 'row' : 'rows'}`,
      `Rows count from 0; guard it: \`{{#if ${table.query}}}\``,
    );
  return index;
}

function hasColumn(table: Table, name: string): boolean {
  return table.columns.some((column) => column.name === name);
}

function unknownKey(table: Table, segment: PathSegment): EvaluationProblem {
  const known = keys(table);
  const columns = segment.kind === 'digits' ? [] : table.columns.map(({ name }) => name);
  const near = nearestName(segment.text, [...known, ...columns]);
  const shown = known.slice(0, MOST_KEYS).map((key) => `\`${key}\``);
  const listed =
    known.length === 0 ? 'It has no rows' : `It has ${shown.join(', ')}${known.length > MOST_KEYS ? ', …' : ''}`;
  const guard = `guard it: \`{{#if ${table.query}.${writtenKey(segment.text)}}}\``;
  return new EvaluationProblem(
    'value-missing',
    segment.span,
    `Unexpected \`${segment.text}\`, no row of \`${table.query}\` has this \`${table.key ?? ''}\``,
    near ? `Did you mean \`${writtenKey(near)}\`?` : `${listed}; ${guard}`,
  );
}

/** How many keys a message lists. */
const MOST_KEYS = 5;

function keys(table: Table): string[] {
  const column = table.columns.findIndex(({ name }) => name === table.key);
  return table.rows.flatMap((row) => {
    const cell = row[column];
    return (cell && keyText(cell)) ?? [];
  });
}

function unknownColumn(table: Table, segment: PathSegment): EvaluationProblem {
  return new EvaluationProblem(
    'column-unknown',
    segment.span,
    `Unexpected \`${segment.text}\`, \`${table.query}\` has no such column`,
    unknownColumnNote(
      segment.text,
      table.columns.map(({ name }) => name),
    ),
  );
}

/** What to say besides that a column does not exist. */
export function unknownColumnNote(name: string, columns: readonly string[]): string {
  const near = nearestName(name, columns);
  return near ? `Did you mean \`${near}\`?` : `The columns are ${columns.map((column) => `\`${column}\``).join(', ')}`;
}

function manyRows(table: Table, segment: PathSegment, path: PathExpression): EvaluationProblem {
  const { query } = table;
  const [key] = keys(table);
  if (key !== undefined)
    return new EvaluationProblem(
      'value-many',
      path.span,
      `Unexpected ${table.rows.length} rows in \`${query}\`, expected the \`${table.key ?? ''}\` of one before \`${segment.text}\``,
      `Write it as in \`${query}.${writtenKey(key)}.${segment.text}\`, or use \`{{#each ${query} as |row|}}\` or \`{{list ${query} col="${segment.text}"}}\``,
    );
  const first = table.ordered ? `\`${query}.0.${segment.text}\` (the first row), ` : '';
  return new EvaluationProblem(
    'value-many',
    path.span,
    `Unexpected ${table.rows.length} rows in \`${query}\`, expected one for \`${query}.${segment.text}\``,
    `Use ${first}\`{{#each ${query} as |row|}}\` or \`{{list ${query} col="${segment.text}"}}\`, or name rows with \`key=\` on the query`,
  );
}
