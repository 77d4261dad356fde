import type { SyntaxNode } from './engine.js';
import { isNode, nodesOf, textOf, walk } from './syntax-tree.js';

/** The text that two expressions share when they are written alike; a column is its last name, case folded. */
export function canonical(node: SyntaxNode): string {
  const name = columnName(node);
  return name ?? JSON.stringify(node, (key, value: unknown) => (UNSEEN.has(key) ? undefined : value));
}

const UNSEEN = new Set(['query_location', 'alias']);

/** The name of a column, without its table, in lower case; `undefined` for any other expression. */
export function columnName(node: SyntaxNode): string | undefined {
  if (textOf(node, 'type') !== 'COLUMN_REF') return undefined;
  const names = node['column_names'];
  return Array.isArray(names) ? String(names.at(-1)).toLowerCase() : undefined;
}

/** Every column that an expression names; with `outside: 'aggregates'`, not those inside of aggregates. */
export function columnsIn(node: unknown, outside?: 'aggregates'): string[] {
  const isLeft = (part: SyntaxNode): boolean => outside !== undefined && isAggregate(part);
  return [...walkBut(node, isLeft)].flatMap((part) => columnName(part) ?? []);
}

/** The nodes of a tree, without those for which `isLeft` is true and what is in them. */
export function* walkBut(tree: unknown, isLeft: (node: SyntaxNode) => boolean): Generator<SyntaxNode> {
  // A stack of its own: a tree may be deeper than the calls that fit on the machine’s
  const waiting: unknown[] = [tree];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (Array.isArray(next)) for (const part of next) waiting.push(part);
    if (!isNode(next) || isLeft(next)) continue;
    yield next;
    for (const part of Object.values(next)) waiting.push(part);
  }
}

/** Whether an expression gives the same whatever the data is. */
export function isConstant(node: SyntaxNode): boolean {
  for (const part of walk(node)) {
    const type = textOf(part, 'type');
    if (['COLUMN_REF', 'STAR', 'SUBQUERY', 'POSITIONAL_REFERENCE'].includes(type) || isWindow(part)) return false;
    if (isAggregate(part) || CLOCK.has(functionName(part))) return false;
  }
  return true;
}

/** Follow the draft's own day. */
const CLOCK = new Set([
  'as_of',
  'today',
  'now',
  'current_date',
  'current_timestamp',
  'get_current_timestamp',
  'getvariable',
]);

/** Whether both sides of a comparison are written alike. */
export function isSelfComparison(node: SyntaxNode): boolean {
  const { left, right } = node;
  return (
    textOf(node, 'class') === 'COMPARISON' && isNode(left) && isNode(right) && canonical(left) === canonical(right)
  );
}

/** The name of the function that a node calls, in lower case, or the empty text. */
export function functionName(node: SyntaxNode): string {
  return textOf(node, 'function_name').toLowerCase();
}

export function isWindow(node: SyntaxNode): boolean {
  return textOf(node, 'class') === 'WINDOW';
}

export function isAggregate(node: SyntaxNode): boolean {
  return textOf(node, 'class') === 'FUNCTION' && AGGREGATES.test(functionName(node));
}

const AGGREGATES =
  /^(?:count|count_star|count_if|countif|sum|sum_no_overflow|fsum|kahan_sum|sumkahan|avg|mean|favg|min|max|first|last|any_value|arbitrary|(?:arg|arg_)(?:min|max)(?:_null)?|(?:min|max)_by|list|array_agg|string_agg|group_concat|listagg|median|mode|mad|quantile(?:_cont|_disc)?|approx_.+|stddev.*|var(?:iance|_pop|_samp)|bool_(?:and|or)|bit_(?:and|or|xor)|product|geometric_mean|geomean|histogram(?:_exact)?|entropy|kurtosis(?:_pop)?|skewness|corr|covar_.+|regr_.+|sem|map_agg)$/;

/** The orders of an ORDER BY among a node's modifiers. */
export function ordersOf(node: SyntaxNode): readonly SyntaxNode[] {
  const modifier = nodesOf(node, 'modifiers').find((each) => textOf(each, 'type') === 'ORDER_MODIFIER');
  return modifier ? expressionsOf(modifier) : [];
}

/** What an ORDER BY orders by. */
export function expressionsOf(modifier: SyntaxNode, list = 'orders'): readonly SyntaxNode[] {
  return nodesOf(modifier, list).flatMap(({ expression }) => (isNode(expression) ? [expression] : []));
}

/** The value of a constant, or `undefined`. */
export function constantOf(node: SyntaxNode | undefined): unknown {
  return node && isNode(node['value']) && textOf(node, 'type') === 'VALUE_CONSTANT'
    ? node['value']['value']
    : undefined;
}
