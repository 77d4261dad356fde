import { nearestName } from '../diagnostic/nearest-name.js';
import type { StatementTree, SyntaxNode, Vocabulary } from './engine.js';
import { findWord, statementStarts, tokenAt, type SqlRange } from '../sql/scan-sql.js';
import { isNode, nodesOf, offsetOf, textOf, walk } from './syntax-tree.js';
import { macroNamed, TABLE_MACROS } from './table-macros.js';

/** Something in a query that a draft may not do. */
export interface Violation {
  readonly range: SqlRange;
  readonly reason: string;
  readonly note: string;
}

/**
 * Finds what a writer's SQL may not do: a query is one SELECT over the draft's own data and queries,
 * whose answer depends on nothing else. What the engine's lock leaves open (facts: logging to files) stops here.
 */
export function checkGate(sql: string, statements: readonly StatementTree[], vocabulary: Vocabulary): Violation[] {
  const second = secondStatement(sql, statements);
  if (second) return [second];
  const violations: Violation[] = [];
  for (const node of walk(statements)) {
    const found = judge(node, sql, vocabulary);
    if (found) violations.push(found);
  }
  return violations;
}

/** What to say about a text that the engine can read, but that is no SELECT. */
export function notASelect(sql: string): Violation {
  const second = secondStatement(sql);
  if (second) return second;
  const pivot = findWord(sql, /^pivot$/i);
  const range = pivot ?? statementStarts(sql)[0] ?? { start: 0, end: 0 };
  return pivot
    ? {
        range,
        reason: `Unexpected ${quoted(sql, range)} without its values, expected \`PIVOT … ON column IN (…)\``,
        note: 'Columns that depend on the data cannot be checked; name the values',
      }
    : { range, reason: `Unexpected ${quoted(sql, range)}, expected one SELECT`, note: SELECT_ONLY };
}

const SELECT_ONLY = 'A query reads the draft’s data and queries; it changes nothing and reads nothing else';

/** Make rows of nothing but their arguments. */
const TABLE_FUNCTIONS = ['range', 'generate_series', 'unnest', 'repeat', 'repeat_row', 'json_each', 'json_tree'];

/** Stand still at `as_of` by macros of ours, so a query may use them. */
const FROZEN = new Set(['now', 'today', 'current_date', 'current_timestamp', 'get_current_timestamp']);

/** Depend on the clock or the session, though the engine does not list them as such. */
const HIDDEN_UNSTABLE = new Set([
  ...['localtime', 'localtimestamp', 'current_time', 'current_localtime', 'current_localtimestamp', 'ago'],
  ...['pg_conf_load_time', 'pg_postmaster_start_time', 'pg_sleep'],
  ...['current_setting', 'current_user', 'session_user', 'current_role', 'current_catalog', 'user', 'vector_type'],
  // Draws a sample to find its answer
  'reservoir_quantile',
]);

/** Run an aggregate on a list, and take its name as text. */
const AGGREGATE_BY_NAME = new Set(['list_aggregate', 'list_aggr', 'array_aggregate', 'array_aggr', 'aggregate']);

/** Raises an error on purpose, so it does no harm. */
const HARMLESS = new Set(['error']);

function secondStatement(sql: string, statements: readonly StatementTree[] = []): Violation | undefined {
  const [first, second] = statementStarts(sql);
  // The engine's own count holds, should it ever read quotes otherwise than we do
  const range = second ?? (statements.length > 1 ? first : undefined);
  if (!range) return undefined;
  const reason = `Unexpected second statement ${quoted(sql, range)}, expected one SELECT`;
  return { range, reason, note: 'Put each query into a block of its own' };
}

function judge(node: SyntaxNode, sql: string, vocabulary: Vocabulary): Violation | undefined {
  if (isNode(node['sample'])) return sample(node, sql);
  switch (textOf(node, 'type')) {
    case 'SHOW_REF':
      return wholeStatement(sql);
    case 'BASE_TABLE':
      return judgeTable(node, sql);
    case 'TABLE_FUNCTION':
      return judgeTableFunction(node, sql);
    case 'VALUE_PARAMETER':
      return parameter(sql);
    case 'COLUMN_REF':
      return judgeColumn(node, sql);
  }
  return textOf(node, 'function_name') === '' ? undefined : judgeFunction(node, sql, vocabulary);
}

function wholeStatement(sql: string): Violation {
  const range = findWord(sql, /^(?:describe|desc|summarize|show)$/i) ?? statementStarts(sql)[0] ?? { start: 0, end: 0 };
  return { range, reason: `Unexpected ${quoted(sql, range)}, expected one SELECT`, note: SELECT_ONLY };
}

function judgeTable(node: SyntaxNode, sql: string): Violation | undefined {
  const parts = ['catalog_name', 'schema_name', 'table_name'].map((part) => textOf(node, part)).filter(Boolean);
  const name = parts.join('.');
  if (parts.length === 1 && !/[/\\.*?:]/.test(name)) return undefined;
  return {
    range: tokenRange(sql, node),
    reason: `Unexpected table \`${name}\`, expected the name of a query or of declared data`,
    note: 'Declare a file under `data:` in the front matter, and read it by its name there',
  };
}

function judgeTableFunction(node: SyntaxNode, sql: string): Violation | undefined {
  const call = node['function'] as SyntaxNode | undefined;
  const name = call ? textOf(call, 'function_name').toLowerCase() : '';
  if (TABLE_FUNCTIONS.includes(name) || macroNamed(name)) return undefined;
  const near = nearestName(
    name,
    TABLE_MACROS.map((macro) => macro.name),
  );
  return {
    range: tokenRange(sql, node),
    reason: `Unexpected table function \`${name}\`, expected a query, declared data or one of ${list(TABLE_FUNCTIONS)}`,
    note:
      near === undefined
        ? 'Declare a file under `data:` in the front matter, and read it by its name there'
        : `Did you mean \`${near}\`?`,
  };
}

/** A sample is drawn by chance, also where a seed is given: the next version of the engine may draw another. */
function sample(node: SyntaxNode, sql: string): Violation {
  const range =
    findWord(sql, textOf(node, 'type') === 'SELECT_NODE' ? /^sample$/i : /^tablesample$/i) ?? tokenRange(sql, node);
  return {
    range,
    reason: `Unexpected ${quoted(sql, range)}, expected rows that are the same every time`,
    note: 'Choose rows by what they hold, as in `ORDER BY day DESC LIMIT 10`',
  };
}

function judgeColumn(node: SyntaxNode, sql: string): Violation | undefined {
  const names = node['column_names'] as readonly string[] | undefined;
  const name = names?.length === 1 ? (names[0] ?? '').toLowerCase() : '';
  // Written without brackets these are the clock, unless a column has the name, which quotes then make plain.
  const isClock = ['localtime', 'localtimestamp', 'current_time'].includes(name);
  const range = tokenRange(sql, node);
  return isClock && sql[range.start] !== '"' ? unstable(sql, range) : undefined;
}

function judgeFunction(node: SyntaxNode, sql: string, { unstableFunctions }: Vocabulary): Violation | undefined {
  const name = textOf(node, 'function_name').toLowerCase();
  const range = tokenRange(sql, node);
  const args = nodesOf(node, 'children');
  if (textOf(node, 'catalog') !== '' || !['', 'main'].includes(textOf(node, 'schema'))) {
    const note = `Write \`${name}\` without what stands before it`;
    return { range, reason: `Unexpected schema before the function \`${name}\``, note };
  }
  if (name === 'getvariable') return isAsOf(args) ? undefined : variable(range);
  if (name === 'age' && args.length === 1)
    return unstable(sql, range, 'Give it both points in time: `age(as_of(), …)`');
  if (FROZEN.has(name) || HARMLESS.has(name)) return undefined;
  if (unstableFunctions.has(name) || HIDDEN_UNSTABLE.has(name)) return unstable(sql, range);
  return AGGREGATE_BY_NAME.has(name) ? judgeNamedAggregate(args[1], sql, range) : undefined;
}

/** The engine works the name out of an expression as well, which would hide it from us. */
function judgeNamedAggregate(argument: SyntaxNode | undefined, sql: string, call: SqlRange): Violation | undefined {
  if (!argument) return undefined;
  const text = constantOf(argument);
  const range = offsetOf(argument) === undefined ? call : tokenRange(sql, argument);
  if (typeof text !== 'string') {
    const reason = `Unexpected expression as the name of an aggregate, expected text such as \`'sum'\``;
    return { range, reason, note: 'Write the name itself' };
  }
  return HIDDEN_UNSTABLE.has(text.toLowerCase()) ? unstable(sql, range, MEDIAN) : undefined;
}

function isAsOf(args: readonly SyntaxNode[]): boolean {
  return args.length === 1 && constantOf(args[0]) === 'as_of';
}

function constantOf(node: SyntaxNode | undefined): unknown {
  return isNode(node?.['value']) ? node['value']['value'] : undefined;
}

function variable(range: SqlRange): Violation {
  return { range, reason: "Unexpected variable, expected `getvariable('as_of')`", note: 'Or write `as_of()`' };
}

function unstable(sql: string, range: SqlRange, note = unstableNote(sql.slice(range.start, range.end))): Violation {
  return {
    range,
    reason: `Unexpected ${quoted(sql, range)}, expected only functions that give the same answer every time`,
    note,
  };
}

const MEDIAN = 'For a median or another quantile write `quantile_cont` or `quantile_disc`';

function unstableNote(name: string): string {
  if (/reservoir/i.test(name)) return MEDIAN;
  return /time|date|ago/i.test(name)
    ? 'For the day of the data write `as_of()`'
    : 'A draft must give the same figures whenever and wherever it is built';
}

function parameter(sql: string): Violation {
  const range = findWord(sql, /^(?:\?|\$[\p{L}\p{N}_]*)$/u) ?? { start: 0, end: 0 };
  const note = 'Write the value itself; the day of the data is `as_of()`';
  return { range, reason: `Unexpected parameter ${quoted(sql, range)}, expected a value`, note };
}

function tokenRange(sql: string, node: SyntaxNode): SqlRange {
  const offset = offsetOf(node);
  return offset === undefined ? (statementStarts(sql)[0] ?? { start: 0, end: 0 }) : tokenAt(sql, offset);
}

function quoted(sql: string, { start, end }: SqlRange): string {
  return `\`${sql.slice(start, end)}\``;
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
