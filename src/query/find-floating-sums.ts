import type { FloatingSum } from '../model/answers.js';
import { tokenAt } from '../sql/scan-sql.js';
import type { SyntaxNode } from './engine.js';
import {
  columnRead,
  holdsFloating,
  isEquality,
  isExact,
  isFloatingSum,
  isRounded,
  ordersIn,
  valueParts,
} from './floating-sum.js';
import { mayTie, outputName, selectShape, withCommonTables, type Shapes } from './row-shape.js';
import { columnName, columnsIn, functionName, isWindow } from './sql-expression.js';
import { isNode, nodesOf, offsetOf, textOf, walk } from './syntax-tree.js';

/** What is known of a column. */
export interface ColumnFacts {
  /** Whether it holds floating numbers. */
  readonly floating: boolean;
  /** True where its values are whole numbers, decimals or no numbers, whatever its type is. */
  readonly exact: boolean;
  /** The sums of floating numbers that its values come from. */
  readonly sums: readonly FloatingSum[];
}

/** By name in lower case, in the order of the columns; the empty name stands for those whose names are not known. */
export type TableFacts = ReadonlyMap<string, ColumnFacts>;

/** The query that is looked at. */
export interface FloatingContext {
  readonly query: string;
  readonly sql: string;
  /** By the name of a query or data table that it reads, in lower case. */
  readonly tables: ReadonlyMap<string, TableFacts>;
  readonly shapes: Shapes;
}

/**
 * Follows sums of floating numbers to the columns in which they come out unrounded. The engine adds the rows up as
 * they come, and each addition rounds: in another order the last digits are others, and so may be what is printed.
 */
export function findFloatingSums(statement: SyntaxNode, context: FloatingContext): TableFacts {
  return queryFacts(statement, context, new Map());
}

/** @param outer the columns of the queries around this one */
function queryFacts(node: SyntaxNode, around: FloatingContext, outer: TableFacts): TableFacts {
  const context = withTables(node, around, outer);
  if (textOf(node, 'type') === 'SELECT_NODE') return selectFacts(node, context, outer);
  const sides = [node['left'], node['right'], ...nodesOf(node, 'children')].filter(isNode);
  return sides.map((side) => queryFacts(side, context, outer)).reduce(stacked, NO_COLUMNS);
}

const NO_COLUMNS: TableFacts = new Map();
const NOTHING: ColumnFacts = { floating: false, exact: false, sums: [] };

/** With the tables of its WITH; one that reads itself is known by the part that does not. */
function withTables(node: SyntaxNode, context: FloatingContext, outer: TableFacts): FloatingContext {
  const map = node['cte_map'];
  let tables = context.tables;
  const shapes = withCommonTables(node, context.shapes);
  for (const { key, value } of isNode(map) ? nodesOf(map, 'map') : []) {
    const query = isNode(value) && isNode(value['query']) ? value['query']['node'] : undefined;
    if (!isNode(query)) continue;
    const name = String(key).toLowerCase();
    const named = (facts: TableFacts): TableFacts => renamed(value as SyntaxNode, facts, 'aliases');
    const seen = { ...context, tables, shapes };
    const { left, right } = query;
    if (textOf(query, 'type') === 'RECURSIVE_CTE_NODE' && isNode(left) && isNode(right)) {
      const first = queryFacts(left, seen, outer);
      const again = queryFacts(right, { ...seen, tables: new Map([...tables, [name, named(first)]]) }, outer);
      tables = new Map([...tables, [name, named(stacked(first, again))]]);
    } else {
      tables = new Map([...tables, [name, named(queryFacts(query, seen, outer))]]);
    }
  }
  return { ...context, tables, shapes };
}

function selectFacts(node: SyntaxNode, context: FloatingContext, outer: TableFacts): TableFacts {
  const source = tableFacts(node['from_table'], context, outer);
  const found = new Map<string, ColumnFacts>();
  const read: ItemScope = {
    context,
    columnOf: (name) => source.get(name) ?? found.get(name) ?? outer.get(name) ?? source.get('') ?? NOTHING,
    isSettled: settledIn(node, context),
    columns: new Map([...outer, ...source]),
    answered: new Map(),
  };
  for (const item of nodesOf(node, 'select_list')) {
    if (textOf(item, 'type') === 'STAR') {
      for (const [name, facts] of source) found.set(name, facts);
      for (const { key, value } of nodesOf(item, 'replace_list'))
        if (isNode(value)) found.set(String(key).toLowerCase(), itemFacts(value, read));
    } else if (hasStar(item)) {
      // COLUMNS(…): for each of them a column of a name that may be another
      const all = [...source.values()].reduce(beside, NOTHING);
      found.set('', itemFacts(item, { ...read, columnOf: (name) => (name === '' ? all : read.columnOf(name)) }));
    } else {
      found.set(outputName(item), itemFacts(item, read));
    }
  }
  return found;
}

/** What an item of a SELECT sees. */
interface ItemScope {
  readonly context: FloatingContext;
  readonly columnOf: (name: string) => ColumnFacts;
  /** Whether a sum has its rows in one order, whatever order they come in. */
  readonly isSettled: (sum: SyntaxNode) => boolean;
  readonly columns: TableFacts;
  /** What is known of the queries within. */
  readonly answered: Map<SyntaxNode, ColumnFacts>;
}

function itemFacts(item: SyntaxNode, scope: ItemScope): ColumnFacts {
  const { columnOf, isSettled, context } = scope;
  const isFloating = (name: string): boolean => columnOf(name).floating;
  const sums: FloatingSum[] = [];
  // One that is compared for equality is told as chance
  for (const part of valueParts(item, (each) => isRounded(each) || isEquality(each))) {
    const column = columnRead(part);
    if (column !== undefined) sums.push(...columnOf(column).sums);
    if (isFloatingSum(part, isFloating) && !isSettled(part)) sums.push(sumAt(part, context));
    sums.push(...scalarFacts(part, scope).sums);
  }
  const own = columnName(item);
  const values = [...valueParts(item, isExact)];
  return {
    floating: holdsFloating(item, isFloating) || values.some((part) => scalarFacts(part, scope).floating),
    exact: isExact(item) || (own !== undefined && columnOf(own).exact),
    sums: [...new Map(sums.map((sum) => [`${sum.start} ${sum.query}`, sum])).values()],
  };
}

/** A query in brackets gives the value of its only column. */
function scalarFacts(part: SyntaxNode, { answered, context, columns }: ItemScope): ColumnFacts {
  if (textOf(part, 'class') !== 'SUBQUERY' || textOf(part, 'subquery_type') !== 'SCALAR') return NOTHING;
  const known = answered.get(part);
  if (known) return known;
  const query = isNode(part['subquery']) ? part['subquery']['node'] : undefined;
  const [facts = NOTHING] = isNode(query) ? queryFacts(query, context, columns).values() : [];
  answered.set(part, facts);
  return facts;
}

function settledIn(node: SyntaxNode, { shapes }: FloatingContext): ItemScope['isSettled'] {
  const { source, keys } = selectShape(node, shapes);
  const group = [...source.fixed, ...(keys ?? []).flatMap((key) => columnsIn(key))];
  const isOfOne = source.identity?.every((column) => group.includes(column)) ?? false;
  return (sum) => {
    if (isOfOne && !isWindow(sum)) return true;
    const orders = ordersIn(sum);
    return orders.length > 0 && !mayTie(source, [...orders, ...nodesOf(sum, 'partitions')]);
  };
}

function tableFacts(table: unknown, context: FloatingContext, outer: TableFacts): TableFacts {
  if (!isNode(table)) return NO_COLUMNS;
  switch (textOf(table, 'type')) {
    case 'BASE_TABLE':
      return renamed(table, context.tables.get(textOf(table, 'table_name').toLowerCase()) ?? NO_COLUMNS);
    case 'SUBQUERY': {
      const query = isNode(table['subquery']) ? table['subquery']['node'] : undefined;
      return isNode(query) ? renamed(table, queryFacts(query, context, outer)) : NO_COLUMNS;
    }
    case 'JOIN':
      return ['left', 'right'].map((side) => tableFacts(table[side], context, outer)).reduce(joined, NO_COLUMNS);
    case 'PIVOT': {
      const source = tableFacts(table['source'], context, outer);
      return new Map([...source, ['', pivoted(table, source, context)]]);
    }
    default:
      return NO_COLUMNS;
  }
}

/** What comes out of a PIVOT in columns of new names; out of an UNPIVOT come the values that were in others. */
function pivoted(table: SyntaxNode, source: TableFacts, context: FloatingContext): ColumnFacts {
  const aggregates = nodesOf(table, 'aggregates');
  if (aggregates.length === 0) return [...source.values()].reduce(beside, NOTHING);
  const columnOf = (name: string): ColumnFacts => source.get(name) ?? NOTHING;
  const scope = { context, columnOf, isSettled: () => false, columns: source, answered: new Map() };
  return aggregates.map((aggregate) => itemFacts(aggregate, scope)).reduce(beside, NOTHING);
}

/** `FROM t AS u(a, b)`. */
function renamed(table: SyntaxNode, facts: TableFacts, key = 'column_name_alias'): TableFacts {
  const names = table[key];
  if (!Array.isArray(names) || names.length === 0) return facts;
  return new Map([...facts].map(([name, known], at) => [String(names[at] ?? name).toLowerCase(), known]));
}

/** Rows of one under those of the other: the names are the first one’s. */
function stacked(above: TableFacts, below: TableFacts): TableFacts {
  if (above.size === 0) return below;
  const others = [...below.values()];
  return new Map(
    [...above].map(([name, facts], at) => [name, beside(facts, others[at] ?? below.get(name) ?? NOTHING)]),
  );
}

function joined(left: TableFacts, right: TableFacts): TableFacts {
  const all = new Map(left);
  for (const [name, facts] of right) all.set(name, beside(all.get(name) ?? facts, facts));
  return all;
}

function beside(one: ColumnFacts, other: ColumnFacts): ColumnFacts {
  const sums = [...one.sums, ...other.sums.filter((sum) => !one.sums.includes(sum))];
  return { floating: one.floating || other.floating, exact: one.exact && other.exact, sums };
}

function hasStar(item: SyntaxNode): boolean {
  return [...walk(item)].some((part) => textOf(part, 'type') === 'STAR');
}

function sumAt(part: SyntaxNode, { query, sql }: FloatingContext): FloatingSum {
  const offset = offsetOf(part);
  const range = offset === undefined || offset >= sql.length ? { start: 0, end: 0 } : tokenAt(sql, offset);
  const name = functionName(part);
  const args = nodesOf(part, 'children').map((arg) => columnName(arg) ?? '…');
  const value = args.join(', ');
  const decimals = EXACT_OF_DECIMALS.has(name) ? `, sum decimals, \`${name}(CAST(${value} AS DECIMAL(18, 6)))\`,` : '';
  return {
    ...{ query, ...range },
    reason: `Unexpected \`${name}\` of floating numbers in what is published: its last digits follow the order of the rows`,
    note: LISTED.test(name)
      ? `Write \`${name}(list_sort(…))\`, or round it`
      : `Write \`${name}(${value} ORDER BY ${value})\`, which any order of the rows gives alike${decimals} or round it`,
  };
}

const EXACT_OF_DECIMALS = new Set(['sum', 'avg', 'mean']);
const LISTED = /^(?:list|array)_/;
