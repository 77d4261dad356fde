import type { SyntaxNode } from './engine.js';
import { columnName, functionName, walkBut } from './sql-expression.js';
import { isNode, nodesOf, textOf } from './syntax-tree.js';

/** A sum or a mean of floating numbers in an expression, unless it is rounded; `floating` are columns that are such. */
export function floatingSum(expression: unknown, floating: ReadonlySet<string>): SyntaxNode | undefined {
  for (const part of walkBut(expression, isExact))
    if (SUMS.test(functionName(part)) && nodesOf(part, 'children').some((child) => isFloating(child, floating)))
      return part;
  return undefined;
}

/** Does the engine add them up one by one; a sum of whole numbers or decimals is exact in any order. */
const SUMS = /^(?:sum|avg|mean|product|stddev.*|var(?:iance|_pop|_samp)|covar_.*|corr|geomean|geometric_mean)$/;

function isFloating(expression: SyntaxNode, floating: ReadonlySet<string>): boolean {
  for (const part of walkBut(expression, isExact)) {
    const column = columnName(part);
    if (column !== undefined && floating.has(column)) return true;
    if (FLOATING.has(functionName(part)) || isCastTo(part, FLOATS)) return true;
  }
  return false;
}

/** Give floating numbers whatever they are given. */
const FLOATING = new Set([
  '/',
  'avg',
  'mean',
  'median',
  'sqrt',
  'cbrt',
  'ln',
  'log',
  'log2',
  'log10',
  'exp',
  'pow',
  'power',
]);
const FLOATS = new Set(['DOUBLE', 'FLOAT']);

/** Whether a column of this type holds floating numbers. */
export function isFloatingType(type: string): boolean {
  return FLOATS.has(type);
}

function isExact(part: SyntaxNode): boolean {
  return ROUNDING.has(functionName(part)) || (textOf(part, 'type') === 'OPERATOR_CAST' && !isCastTo(part, FLOATS));
}

const ROUNDING = new Set(['round', 'floor', 'ceil', 'ceiling', 'trunc', 'count', 'count_star', '//']);

function isCastTo(part: SyntaxNode, types: ReadonlySet<string>): boolean {
  return (
    textOf(part, 'type') === 'OPERATOR_CAST' && isNode(part['cast_type']) && types.has(textOf(part['cast_type'], 'id'))
  );
}
