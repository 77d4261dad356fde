import type { QueryDoubts } from '../model/answers.js';
import { findChances } from './find-chances.js';
import { findFrozenDays } from './find-frozen-days.js';
import type { QueryReading } from './read-queries.js';
import { outputName, rowShape, type RowShape } from './row-shape.js';
import { isConstant, isSelfComparison } from './sql-expression.js';
import { nodesOf } from './syntax-tree.js';

/** Finds what the texts of queries give reason to doubt; `readings` in the order in which they read each other. */
export function findDoubts(readings: readonly QueryReading[]): ReadonlyMap<string, QueryDoubts> {
  const shapes = new Map<string, RowShape>();
  const doubts = new Map<string, QueryDoubts>();
  for (const { query, statement } of readings) {
    const { node } = statement;
    const shape = rowShape(node, shapes);
    doubts.set(query.name, {
      chances: findChances(query.sql.text, node, shapes),
      frozenDays: findFrozenDays(query.sql.text, node),
      constants: nodesOf(node, 'select_list')
        .filter((item) => isConstant(item) || isSelfComparison(item))
        .map(outputName),
      ordered: shape.ordered,
    });
    shapes.set(query.name.toLowerCase(), shape);
  }
  return doubts;
}
