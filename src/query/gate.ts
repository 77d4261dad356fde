import type { StatementTree, SyntaxNode, Vocabulary } from './engine.js';
import { findWord, statementStarts, tokenAt, type SqlRange } from './scan-sql.js';
import { nodesOf, offsetOf, textOf, walk } from './syntax-tree.js';

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
  const second = secondStatement(sql);
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
  ...['pg_conf_load_time', 'pg_postmaster_start_time', 'current_setting', 'current_user', 'session_user'],
]);

/** Raises an error on purpose, so it does no harm. */
const HARMLESS = new Set(['error']);

function secondStatement(sql: string): Violation | undefined {
  const range = statementStarts(sql)[1];
  if (!range) return undefined;
  const reason = `Unexpected second statement ${quoted(sql, range)}, expected one SELECT`;
  return { range, reason, note: 'Put each query into a block of its own' };
}

function judge(node: SyntaxNode, sql: string, vocabulary: Vocabulary): Violation | undefined {
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
  if (TABLE_FUNCTIONS.includes(name)) return undefined;
  return {
    range: tokenRange(sql, node),
    reason: `Unexpected table function \`${name}\`, expected a query, declared data or one of ${list(TABLE_FUNCTIONS)}`,
    note: 'Declare a file under `data:` in the front matter, and read it by its name there',
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
  return unstableFunctions.has(name) || HIDDEN_UNSTABLE.has(name) ? unstable(sql, range) : undefined;
}

function isAsOf(args: readonly SyntaxNode[]): boolean {
  const value = args[0]?.['value'] as { value?: unknown } | undefined;
  return args.length === 1 && value?.value === 'as_of';
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

function unstableNote(name: string): string {
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
