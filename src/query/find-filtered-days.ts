import type { SqlDoubt } from '../model/answers.js';
import type { Coverage } from './coverage-of.js';
import type { SyntaxNode } from './engine.js';
import type { QueryReading } from './read-queries.js';
import { conjuncts, outputName } from './row-shape.js';
import { columnName, constantOf, functionName } from './sql-expression.js';
import { tokenAt } from '../sql/scan-sql.js';
import { isNode, nodesOf, offsetOf, textOf, walk } from './syntax-tree.js';

/**
 * Finds conditions that leave days out of a query whose calendar a macro looks at: on days that were watched and are
 * left out, it would take that nothing happened. They may stand in a query that it reads.
 *
 * @param readings by name in lower case
 * @returns by the name of the query whose SQL they stand in
 */
export function findFilteredDays(
  calendar: string,
  coverage: Coverage,
  readings: ReadonlyMap<string, QueryReading>,
): ReadonlyMap<string, readonly SqlDoubt[]> {
  const found = new Map<string, SqlDoubt[]>();
  const seen = new Set<string>();
  const waiting: { name: string; column: string }[] = [{ name: calendar.toLowerCase(), column: 'day' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { name, column } = next;
    const reading = readings.get(name);
    if (!reading || seen.has(`${name} ${column}`)) continue;
    seen.add(`${name} ${column}`);
    const { node } = reading.statement;
    const days = columnsBehind(node, column);
    for (const condition of conjuncts(node['where_clause'])) {
      const at = leavesOut(condition, days, coverage);
      if (!at) continue;
      const range = tokenAt(reading.query.sql.text, offsetOf(at) ?? 0);
      const doubts = found.get(reading.query.name) ?? [];
      found.set(reading.query.name, [...doubts, { ...range, ...words(calendar, coverage) }]);
    }
    for (const table of walk(node['from_table']))
      if (textOf(table, 'type') === 'BASE_TABLE')
        for (const day of days) waiting.push({ name: textOf(table, 'table_name').toLowerCase(), column: day });
  }
  return found;
}

function words(calendar: string, { from }: Coverage): Pick<SqlDoubt, 'reason' | 'note'> {
  return {
    reason: `Unexpected condition on the day of \`${calendar}\`, whose calendar is looked at: the days that it leaves out count as days on which nothing happened`,
    note: `Leave the condition out and choose among the days that the macro gives; \`covers\` begins on ${from}`,
  };
}

/** The columns of what it reads that a column of a query comes from. */
function columnsBehind(node: SyntaxNode, column: string): readonly string[] {
  const items = nodesOf(node, 'select_list');
  const own = items.filter((item) => textOf(item, 'type') !== 'STAR' && outputName(item) === column);
  if (own.length > 0) return own.flatMap((item) => dayOf(item) ?? []);
  return items.some((item) => textOf(item, 'type') === 'STAR') ? [column] : [];
}

/** The column of a day, as it is or cast. */
function dayOf(expression: unknown): string | undefined {
  if (!isNode(expression)) return undefined;
  return textOf(expression, 'type') === 'OPERATOR_CAST' ? dayOf(expression['child']) : columnName(expression);
}

/** The day’s column, or the year or month that it is in. */
function isDay(expression: unknown, days: readonly string[]): boolean {
  if (!isNode(expression)) return false;
  const day = dayOf(expression);
  if (day !== undefined) return days.includes(day);
  return PERIODS.has(functionName(expression)) && nodesOf(expression, 'children').some((child) => isDay(child, days));
}

const PERIODS = new Set(['year', 'date_trunc', 'datetrunc']);

/** Where a condition leaves out days that were watched. */
function leavesOut(condition: SyntaxNode, days: readonly string[], coverage: Coverage): SyntaxNode | undefined {
  const { left, right, input, lower, upper } = condition;
  const type = textOf(condition, 'type');
  const at = [left, input, ...nodesOf(condition, 'children').slice(0, 1)].find((one) => isDay(one, days));
  const after = isDay(right, days) && isNode(right) ? right : undefined;
  const node = isNode(at) ? at : after;
  if (!node) return undefined;
  const isBare = dayOf(node) !== undefined;
  switch (type) {
    case 'COMPARE_BETWEEN':
      return isBare && isFirst(lower, coverage, false) && isLast(upper, coverage, false) ? undefined : node;
    case 'COMPARE_GREATERTHAN':
    case 'COMPARE_GREATERTHANOREQUALTO':
    case 'COMPARE_LESSTHAN':
    case 'COMPARE_LESSTHANOREQUALTO': {
      const isFrom = type.startsWith('COMPARE_GREATER') === (node !== after);
      const isStrict = !type.endsWith('OREQUALTO');
      const bound = node === after ? left : right;
      if (!isBare) return isFrom || !isLast(bound, coverage, false) ? node : undefined;
      return (isFrom ? isFirst : isLast)(bound, coverage, isStrict) ? undefined : node;
    }
    case 'COMPARE_EQUAL':
    case 'COMPARE_IN':
      return isColumn(node === after ? left : right) ? undefined : node;
    default:
      return undefined;
  }
}

/** Of another table, as in a join. */
function isColumn(expression: unknown): boolean {
  return isNode(expression) && columnName(expression) !== undefined;
}

/** Whether a lower bound is not behind the first day that is covered. */
function isFirst(bound: unknown, { from }: Coverage, isStrict: boolean): boolean {
  const day = typedDay(bound);
  return day !== undefined && (isStrict ? day < from : day <= from);
}

/** Whether an upper bound is not before the last day that is covered, or before `as_of`, where the data ends. */
function isLast(bound: unknown, { to }: Coverage, isStrict: boolean): boolean {
  const days = daysAfterAsOf(bound);
  if (days !== undefined) return isStrict ? days > 0 : days >= 0;
  const day = typedDay(bound);
  return day !== undefined && (isStrict ? day > to : day >= to);
}

/** `as_of() + 1` is 1. */
function daysAfterAsOf(bound: unknown): number | undefined {
  if (!isNode(bound)) return undefined;
  if (AS_OF.has(functionName(bound))) return 0;
  const [day, more] = nodesOf(bound, 'children');
  const days = functionName(bound) === '+' && day && AS_OF.has(functionName(day)) ? constantOf(more) : undefined;
  return typeof days === 'number' ? days : undefined;
}

const AS_OF = new Set(['as_of', 'today', 'current_date']);

function typedDay(bound: unknown): string | undefined {
  if (!isNode(bound)) return undefined;
  const value = constantOf(
    textOf(bound, 'type') === 'OPERATOR_CAST' && isNode(bound['child']) ? bound['child'] : bound,
  );
  return typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}$/.exec(value)?.[0] : undefined;
}
