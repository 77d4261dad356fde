import type { FrozenDay } from '../model/answers.js';
import type { SyntaxNode } from './engine.js';
import { conjuncts } from './row-shape.js';
import { tokenAt } from '../sql/scan-sql.js';
import { columnsIn, constantOf, isConstant } from './sql-expression.js';
import { nodesOf, offsetOf, isNode, textOf, walk } from './syntax-tree.js';

/** Finds days in conditions of WHERE that hold rows to that day, or to all up to it, whatever data comes. */
export function findFrozenDays(sql: string, statement: SyntaxNode): FrozenDay[] {
  return [...walk(statement)]
    .filter((node) => textOf(node, 'type') === 'SELECT_NODE')
    .flatMap((node) => conjuncts(node['where_clause']))
    .flatMap((condition) => frozenIn(condition, sql));
}

function frozenIn(condition: SyntaxNode, sql: string): FrozenDay[] {
  const { left, right, input, upper } = condition;
  const type = textOf(condition, 'type');
  if (type === 'COMPARE_BETWEEN') return frozen(input, upper, 'until', sql);
  if (type === 'COMPARE_IN') {
    const [tested, ...values] = nodesOf(condition, 'children');
    return values.flatMap((value) => frozen(tested, value, 'on', sql));
  }
  if (type === 'COMPARE_EQUAL') return [...frozen(left, right, 'on', sql), ...frozen(right, left, 'on', sql)];
  if (type.startsWith('COMPARE_LESSTHAN')) return frozen(left, right, 'until', sql);
  return type.startsWith('COMPARE_GREATERTHAN') ? frozen(right, left, 'until', sql) : [];
}

function frozen(tested: unknown, value: unknown, kind: FrozenDay['kind'], sql: string): FrozenDay[] {
  if (!isNode(tested) || !isNode(value) || columnsIn(tested).length === 0 || !isConstant(value)) return [];
  for (const part of walk(value)) {
    const text = constantOf(part);
    const day = typeof text === 'string' ? /^\d{4}-\d{2}-\d{2}(?=$|[ T])/.exec(text)?.[0] : undefined;
    const offset = offsetOf(part);
    if (day !== undefined && offset !== undefined) return [{ ...tokenAt(sql, offset), day, kind }];
  }
  return [];
}
