import type { SyntaxNode } from './engine.js';
import {
  canonical,
  columnName,
  columnsIn,
  constantOf,
  functionName,
  isAggregate,
  isWindow,
  ordersOf,
  walkBut,
} from './sql-expression.js';
import { isNode, nodesOf, textOf } from './syntax-tree.js';

/** What is known about the rows of a query or table from the text that makes them; names in lower case. */
export interface RowShape {
  /** Columns of which no two rows have the same; none for a single row, `undefined` where it is not known. */
  readonly identity: readonly string[] | undefined;
  /** Columns that are the same in every row. */
  readonly fixed: readonly string[];
  /** True when the rows stand in an order that the text gives them. */
  readonly ordered: boolean;
}

/** Rows of which nothing is known, as those of data. */
const ANY_ROWS: RowShape = { identity: undefined, fixed: [], ordered: false };
const ONE_ROW: RowShape = { identity: [], fixed: [], ordered: true };

/** By name in lower case, what is known of the queries that can be read here. */
export type Shapes = ReadonlyMap<string, RowShape>;

/** A SELECT as far as chance is concerned. */
export interface SelectShape {
  /** Of what it reads, after its WHERE. */
  readonly source: RowShape;
  /** What it groups by; `undefined` where it does not aggregate. */
  readonly keys: readonly SyntaxNode[] | undefined;
  /** Before DISTINCT and LIMIT, by the names of what it reads. */
  readonly rows: RowShape;
  readonly items: readonly SyntaxNode[];
}

/** Works out what is known about the rows that a SELECT makes on its way. */
export function selectShape(node: SyntaxNode, shapes: Shapes): SelectShape {
  const items = nodesOf(node, 'select_list');
  const source = filtered(sourceShape(node['from_table'], shapes), node['where_clause']);
  const keys = keysOf(node, items);
  if (!keys) return { source, keys, items, rows: source };
  const identity = keys.map((key) => columnName(key) ?? canonical(key)).filter((name) => !source.fixed.includes(name));
  return { source, keys, items, rows: { identity, fixed: source.fixed, ordered: identity.length === 0 } };
}

/** Works out what is known about the rows that come out of a query. */
export function rowShape(node: SyntaxNode, outer: Shapes): RowShape {
  const shapes = withCommonTables(node, outer);
  const isOrdered = ordersOf(node).length > 0;
  if (textOf(node, 'type') !== 'SELECT_NODE') return { ...ANY_ROWS, ordered: isOrdered };
  const { rows, items } = selectShape(node, shapes);
  const distinct = nodesOf(node, 'modifiers').find((each) => textOf(each, 'type') === 'DISTINCT_MODIFIER');
  const isDistinct = distinct !== undefined && nodesOf(distinct, 'distinct_on_targets').length === 0;
  const names = (column: string): string[] => outputNames(column, items);
  const identity =
    isDistinct && items.every((item) => textOf(item, 'type') !== 'STAR')
      ? items.map(outputName)
      : rows.identity?.map((column) => names(column)[0]);
  const isLimited = nodesOf(node, 'modifiers').some((each) => isNode(each['limit']) && constantOf(each['limit']) === 1);
  return {
    identity: isLimited ? [] : allKnown(identity),
    fixed: rows.fixed.flatMap(names),
    ordered: isOrdered || isLimited || (rows.ordered && !distinct),
  };
}

/** The shapes that can be seen inside of a query: those of its WITH too. */
export function withCommonTables(node: SyntaxNode, outer: Shapes): Shapes {
  const map = node['cte_map'];
  const tables = isNode(map) ? nodesOf(map, 'map') : [];
  let shapes = outer;
  for (const { key, value } of tables) {
    const query = isNode(value) && isNode(value['query']) ? value['query']['node'] : undefined;
    shapes = new Map([...shapes, [String(key).toLowerCase(), isNode(query) ? rowShape(query, shapes) : ANY_ROWS]]);
  }
  return shapes;
}

/** The name of a column that a SELECT gives out, in lower case; the text of its expression where it has none. */
export function outputName(item: SyntaxNode): string {
  return textOf(item, 'alias').toLowerCase() || canonical(item);
}

function sourceShape(table: unknown, shapes: Shapes): RowShape {
  if (!isNode(table)) return ANY_ROWS;
  switch (textOf(table, 'type')) {
    case 'EMPTY':
      return ONE_ROW;
    case 'BASE_TABLE':
      return shapes.get(textOf(table, 'table_name').toLowerCase()) ?? ANY_ROWS;
    case 'SUBQUERY': {
      const query = isNode(table['subquery']) ? table['subquery']['node'] : undefined;
      return isNode(query) && nodesOf(table, 'column_name_alias').length === 0 ? rowShape(query, shapes) : ANY_ROWS;
    }
    case 'EXPRESSION_LIST':
      return { ...ANY_ROWS, ordered: true };
    case 'TABLE_FUNCTION':
      return { ...ANY_ROWS, ordered: isNode(table['function']) && COUNTING.has(functionName(table['function'])) };
    case 'JOIN': {
      const sides = [sourceShape(table['left'], shapes), sourceShape(table['right'], shapes)] as const;
      const [one, other] = sides;
      const fixed = ['INNER', 'LEFT'].includes(textOf(table, 'join_type')) ? one.fixed : [];
      // Beside a single row stand the rows of the other side
      if (other.identity?.length === 0) return { ...one, fixed };
      if (one.identity?.length === 0) return { ...other, fixed: [] };
      return { ...ANY_ROWS, fixed };
    }
    default:
      return ANY_ROWS;
  }
}

/** Give their rows one after the other. */
const COUNTING = new Set(['range', 'generate_series', 'unnest', 'repeat']);

/** What a WHERE leaves: a column that is compared with a constant is the same in every row. */
function filtered(shape: RowShape, where: unknown): RowShape {
  const fixed = [...shape.fixed, ...conjuncts(where).flatMap(fixedBy)];
  const identity = shape.identity?.filter((name) => !fixed.includes(name));
  return { identity, fixed, ordered: shape.ordered || identity?.length === 0 };
}

function fixedBy(condition: SyntaxNode): string[] {
  const { left, right } = condition;
  if (textOf(condition, 'type') !== 'COMPARE_EQUAL' || !isNode(left) || !isNode(right)) return [];
  const name = columnName(left) ?? columnName(right);
  const other = columnName(left) === undefined ? left : right;
  return name !== undefined && columnsIn(other).length === 0 ? [name] : [];
}

/** The conditions that must all hold. */
export function conjuncts(condition: unknown): SyntaxNode[] {
  if (!isNode(condition)) return [];
  if (textOf(condition, 'type') !== 'CONJUNCTION_AND') return [condition];
  return nodesOf(condition, 'children').flatMap(conjuncts);
}

function keysOf(node: SyntaxNode, items: readonly SyntaxNode[]): readonly SyntaxNode[] | undefined {
  const written = nodesOf(node, 'group_expressions');
  if (written.length > 0) return written.map((key) => itemNamed(key, items) ?? key);
  const aggregated = items.filter(holdsAggregate);
  if (textOf(node, 'aggregate_handling') === 'FORCE_AGGREGATES')
    return items.filter((item) => !aggregated.includes(item));
  return aggregated.length > 0 || isNode(node['having']) ? [] : undefined;
}

/** What a number or an alias in GROUP BY or ORDER BY stands for. */
export function itemNamed(key: SyntaxNode, items: readonly SyntaxNode[]): SyntaxNode | undefined {
  const position = constantOf(key);
  if (typeof position === 'number') return items[position - 1];
  const name = columnName(key);
  return name === undefined ? undefined : items.find((item) => textOf(item, 'alias').toLowerCase() === name);
}

function holdsAggregate(item: SyntaxNode): boolean {
  const inside = walkBut(item, (part) => isWindow(part) || textOf(part, 'type') === 'SUBQUERY');
  return [...inside].some(isAggregate);
}

/**
 * True where it is known what tells the rows apart and an order has nothing of it. With a part of it the order may be
 * total all the same, since the other columns may depend on that.
 */
export function mayTie({ identity }: RowShape, orders: readonly SyntaxNode[]): boolean {
  if (identity === undefined || identity.length === 0) return false;
  const named = orders.flatMap((each) => [...columnsIn(each, 'aggregates'), canonical(each)]);
  return !identity.some((column) => named.includes(column));
}

/** The nodes in a property of a node. */
export function partsOf(part: unknown): SyntaxNode[] {
  return Array.isArray(part) ? part.filter(isNode) : isNode(part) ? [part] : [];
}

/** The names under which a column comes out. */
function outputNames(column: string, items: readonly SyntaxNode[]): string[] {
  return items.flatMap((item) => {
    if (textOf(item, 'type') === 'STAR') return [column];
    return (columnName(item) ?? canonical(item)) === column ? [outputName(item)] : [];
  });
}

function allKnown(names: readonly (string | undefined)[] | undefined): readonly string[] | undefined {
  const known = names?.filter((name) => name !== undefined);
  return known?.length === names?.length ? known : undefined;
}
