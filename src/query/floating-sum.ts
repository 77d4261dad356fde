import type { SyntaxNode } from './engine.js';
import { canonical, columnName, constantOf, expressionsOf, functionName, isWindow } from './sql-expression.js';
import { isNode, nodesOf, textOf } from './syntax-tree.js';

/** Whether a column holds floating numbers, by its name in lower case; the empty name stands for all of them. */
export type IsFloatingColumn = (name: string) => boolean;

/** A sum or a mean of floating numbers that decides the value of an expression, unless it is rounded. */
export function floatingSum(expression: unknown, isFloating: IsFloatingColumn): SyntaxNode | undefined {
  for (const part of valueParts(expression, isRounded)) if (isFloatingSum(part, isFloating)) return part;
  return undefined;
}

/** Whether the engine adds floating numbers up here, one after the other as the rows come. */
export function isFloatingSum(part: SyntaxNode, isFloating: IsFloatingColumn): boolean {
  const name = functionName(part);
  const args = nodesOf(part, 'children');
  const orders = new Set(ordersIn(part).map(canonical));
  // Rows that an order by all of the values leaves equal add up alike
  if (args.every((arg) => orders.has(canonical(arg)))) return false;
  if (MOMENTS.test(name)) return args.length > 0;
  if (SUMS.test(name)) return args.some((arg) => holdsFloating(arg, isFloating));
  // Of a list that was made in no order: `list` itself is not told where its order is lost
  return LIST_SUMS.test(name) && args.some((arg) => hasUnorderedList(arg, isFloating));
}

/** Exact of whole numbers and decimals in any order, and so is a mean of them. */
const SUMS = /^(?:sum|avg|mean|favg|fsum|kahan_sum|sumkahan|product|geomean|geometric_mean|wavg|weighted_avg)$/;

/** Computed in floating numbers whatever they are given. */
const MOMENTS =
  /^(?:stddev(?:_pop|_samp)?|variance|var_(?:pop|samp)|covar_(?:pop|samp)|corr|regr_(?!count).+|sem|skewness|kurtosis(?:_pop)?|entropy)$/;

const LIST_SUMS = /^(?:list|array)_(?:sum|avg|product|stddev_(?:pop|samp)|var_(?:pop|samp)|sem|skewness|kurtosis)$/;

function hasUnorderedList(arg: SyntaxNode, isFloating: IsFloatingColumn): boolean {
  for (const part of valueParts(arg, (inner) => SORTS.has(functionName(inner)))) {
    if (
      LISTS.has(functionName(part)) &&
      ordersIn(part).length === 0 &&
      nodesOf(part, 'children').some((of) => holdsFloating(of, isFloating))
    )
      return true;
  }
  return false;
}

/** The orders in which a function is given its rows: `sum(x ORDER BY day)`, `sum(x) OVER (ORDER BY day)`. */
export function ordersIn(part: SyntaxNode): readonly SyntaxNode[] {
  if (!isWindow(part)) return isNode(part['order_bys']) ? expressionsOf(part['order_bys']) : [];
  const own = expressionsOf(part, 'arg_orders');
  return own.length > 0 ? own : expressionsOf(part);
}

const EQUALITIES = new Set(['COMPARE_EQUAL', 'COMPARE_NOTEQUAL', 'COMPARE_DISTINCT_FROM', 'COMPARE_NOT_DISTINCT_FROM']);

/** Whether both sides must be the same, to the last digit. */
export function isEquality(part: SyntaxNode): boolean {
  return EQUALITIES.has(textOf(part, 'type'));
}

const LISTS = new Set(['list', 'array_agg']);
const SORTS = new Set(['list_sort', 'array_sort', 'list_reverse_sort', 'array_reverse_sort']);

/** Whether an expression gives floating numbers that may be no whole ones. */
export function holdsFloating(expression: SyntaxNode, isFloating: IsFloatingColumn): boolean {
  for (const part of valueParts(expression, isExact)) {
    const column = columnRead(part);
    if (column !== undefined && isFloating(column)) return true;
    if (FLOATING.has(functionName(part)) || MOMENTS.test(functionName(part))) return true;
    if (isCastTo(part, FLOATS) || isFloatingConstant(part)) return true;
  }
  return false;
}

/** The name of a column that stands here, in lower case; the empty name for all of them, as in `COLUMNS(*)`. */
export function columnRead(part: SyntaxNode): string | undefined {
  return columnName(part) ?? (textOf(part, 'type') === 'STAR' ? '' : undefined);
}

/** Give floating numbers whatever they are given. */
const FLOATING = new Set([
  ...['/', 'avg', 'mean', 'median', 'sqrt', 'cbrt', 'ln', 'log', 'log2', 'log10', 'exp', 'pow', 'power', '^', '**'],
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'radians', 'degrees', 'pi', 'fsum', 'kahan_sum', 'favg'],
  ...['quantile_cont', 'list_avg', 'geomean', 'geometric_mean', 'percent_rank', 'cume_dist'],
]);
const FLOATS = new Set(['DOUBLE', 'FLOAT']);

/** Whether a column of this type holds floating numbers. */
export function isFloatingType(type: string): boolean {
  return FLOATS.has(type);
}

function isFloatingConstant(part: SyntaxNode): boolean {
  const value = textOf(part, 'type') === 'VALUE_CONSTANT' ? part['value'] : undefined;
  return isNode(value) && isNode(value['type']) && FLOATS.has(textOf(value['type'], 'id'));
}

/** Gives whole numbers, decimals or no numbers at all, whatever is in it. */
export function isExact(part: SyntaxNode): boolean {
  if (COUNTS.has(functionName(part)) || textOf(part, 'class') === 'COMPARISON') return true;
  if (isCast(part)) return !isCastTo(part, FLOATS);
  const [, digits] = nodesOf(part, 'children');
  return ROUNDS.has(functionName(part)) && (digits === undefined || constantOf(digits) === 0);
}

const COUNTS = new Set(['count', 'count_star', 'count_if', 'countif', 'regr_count', '//', 'sign', 'len', 'length']);
const ROUNDS = new Set(['round', 'round_even', 'floor', 'ceil', 'ceiling', 'trunc']);

/** Sets last digits aside: what stands in it may differ in them. */
export function isRounded(part: SyntaxNode): boolean {
  const name = functionName(part);
  return ROUNDS.has(name) || COUNTS.has(name) || PRINTS.has(name) || (isCast(part) && !isCastTo(part, INTACT));
}

/** With `{:.1f}` and the like they round. */
const PRINTS = new Set(['format', 'printf']);
const INTACT = new Set([...FLOATS, 'VARCHAR']);

function isCast(part: SyntaxNode): boolean {
  return textOf(part, 'type') === 'OPERATOR_CAST';
}

function isCastTo(part: SyntaxNode, types: ReadonlySet<string>): boolean {
  return isCast(part) && isNode(part['cast_type']) && types.has(textOf(part['cast_type'], 'id'));
}

/**
 * The nodes that make the value of an expression, without those for which `isLeft` is true and what is in them:
 * not what filters, orders or parts its rows, and nothing of a query within it.
 */
export function* valueParts(expression: unknown, isLeft: (node: SyntaxNode) => boolean): Generator<SyntaxNode> {
  // A stack of its own: a tree may be deeper than the calls that fit on the machine’s
  const waiting: unknown[] = [expression];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (Array.isArray(next)) for (let at = next.length - 1; at >= 0; at--) waiting.push(next[at]);
    if (!isNode(next) || isLeft(next)) continue;
    yield next;
    if (textOf(next, 'class') === 'SUBQUERY') continue;
    for (const [key, part] of Object.entries(next).reverse()) if (!ASIDE.has(key)) waiting.push(part);
  }
}

const ASIDE = new Set([
  ...['filter', 'filter_expr', 'order_bys', 'orders', 'arg_orders', 'partitions'],
  ...['start_expr', 'end_expr', 'cast_type'],
]);
