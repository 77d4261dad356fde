import type { SqlDoubt } from '../model/answers.js';
import type { SyntaxNode } from './engine.js';
import { itemNamed, mayTie, selectShape, type RowShape, type SelectShape, type Shapes } from './row-shape.js';
import { tokenAt } from '../sql/scan-sql.js';
import { floatingSum, isEquality } from './floating-sum.js';
import { ownParts, selects } from './select-nodes.js';
import {
  canonical,
  columnName,
  columnsIn,
  expressionsOf,
  functionName,
  isConstant,
  isWindow,
  ordersOf,
} from './sql-expression.js';
import { isNode, nodesOf, offsetOf, textOf } from './syntax-tree.js';

/**
 * Finds where chance decides what a query answers: rows cut off, picked or joined in no order, or in one that leaves
 * ties. Where it is not known what tells rows apart, as with those of data, an order is taken to be enough.
 *
 * @param shapes what is known of the queries that it reads
 * @param floating the columns of what it reads that are floating numbers, in lower case
 */
export function findChances(
  sql: string,
  statement: SyntaxNode,
  shapes: Shapes,
  floating: ReadonlySet<string> = new Set(),
): SqlDoubt[] {
  return [...selects(statement, shapes)]
    .flatMap(({ node, shapes: seen }) =>
      textOf(node, 'type') === 'SELECT_NODE' ? inSelect(node, seen, floating) : inSet(node),
    )
    .map(({ at, reason, note }) => {
      const offset = at && firstOffset(at);
      const range = offset === undefined ? { start: 0, end: 0 } : tokenAt(sql, offset);
      return { ...range, reason, note };
    });
}

interface Chance {
  readonly at: SyntaxNode | undefined;
  readonly reason: string;
  readonly note: string;
}

function inSelect(node: SyntaxNode, shapes: Shapes, floating: ReadonlySet<string>): Chance[] {
  const select = selectShape(node, shapes);
  return [
    ...limits(node, select),
    ...distinctOn(node, select),
    ...[...ownParts(node)].flatMap(({ part, within }) => {
      if (isWindow(part)) return windows(part, select);
      if (textOf(part, 'class') === 'COMPARISON') return floatingSums(part, floating);
      return textOf(part, 'class') === 'FUNCTION' ? aggregates(part, within, select) : [];
    }),
  ];
}

/** A UNION with a LIMIT and no order. */
function inSet(node: SyntaxNode): Chance[] {
  const limit = limitOf(node);
  return limit && ordersOf(node).length === 0 ? [unorderedLimit(limit)] : [];
}

function limits(node: SyntaxNode, { rows, items }: SelectShape): Chance[] {
  const limit = limitOf(node);
  if (!limit || rows.identity?.length === 0) return [];
  const orders = ordersOf(node);
  if (orders.length === 0) return rows.ordered || items.every(isConstant) ? [] : [unorderedLimit(limit)];
  if (orders.some((order) => textOf(order, 'type') === 'STAR')) return [];
  const ordered = orders.map((order) => itemNamed(order, items) ?? order);
  const told = new Set([...ordered.map(canonical), ...rows.fixed]);
  const isTold = items.every((item) => told.has(canonical(item)) || isToldBy(item, told));
  if (isTold || !mayTie(rows, ordered)) return [];
  return [
    {
      at: orders[0],
      reason: 'Unexpected order that leaves ties before a `LIMIT`: which of two equals is left is chance',
      note: `Add what tells them apart: ${order(rows)}`,
    },
  ];
}

function unorderedLimit(limit: SyntaxNode): Chance {
  return {
    at: limit,
    reason: 'Unexpected `LIMIT` without an order: which rows are left is chance',
    note: 'Add ORDER BY, with columns that no two rows share',
  };
}

function limitOf(node: SyntaxNode): SyntaxNode | undefined {
  for (const modifier of nodesOf(node, 'modifiers'))
    if (textOf(modifier, 'type').startsWith('LIMIT'))
      for (const key of ['limit', 'offset']) if (isNode(modifier[key])) return modifier[key];
  return undefined;
}

function distinctOn(node: SyntaxNode, { rows }: SelectShape): Chance[] {
  const distinct = nodesOf(node, 'modifiers').find((each) => textOf(each, 'type') === 'DISTINCT_MODIFIER');
  const targets = distinct ? nodesOf(distinct, 'distinct_on_targets') : [];
  const orders = ordersOf(node);
  if (targets.length === 0 || (orders.length > 0 ? !mayTie(rows, [...targets, ...orders]) : rows.ordered)) return [];
  return [
    {
      at: targets[0],
      reason: 'Unexpected `DISTINCT ON` without an order that leaves no ties: which row of each is left is chance',
      note: 'Add ORDER BY, with columns that no two rows share',
    },
  ];
}

/** Take the value of a row, or number the rows, as they come. */
const BY_PLACE = new Set([
  'row_number',
  'first_value',
  'last_value',
  'nth_value',
  'lag',
  'lead',
  'ntile',
  'first',
  'last',
]);

function windows(part: SyntaxNode, { rows }: SelectShape): Chance[] {
  const name = functionName(part);
  if (!(BY_PLACE.has(name) || isRunning(part)) || rows.identity?.length === 0) return [];
  const orders = expressionsOf(part);
  const partitions = nodesOf(part, 'partitions');
  const told = new Set([...orders, ...partitions].map(canonical));
  const args = nodesOf(part, 'children');
  const isTold =
    BY_PLACE.has(name) && args.length > 0 && args.every((arg) => told.has(canonical(arg)) || isConstant(arg));
  if (isTold || (orders.length > 0 ? !mayTie(rows, [...orders, ...partitions]) : rows.ordered)) return [];
  return [
    {
      at: part,
      reason:
        orders.length > 0
          ? `Unexpected \`${name}\` over an order that leaves ties: which of two equals comes first is chance`
          : `Unexpected \`${name}\` over rows in no order: which comes first is chance`,
      note:
        orders.length > 0
          ? `Add what tells them apart: ${order(rows)}${name === 'row_number' ? '; or count ties with `rank()`' : ''}`
          : `Write \`OVER (ORDER BY …)\`${name === 'row_number' ? '' : ' with columns that no two rows share'}`,
    },
  ];
}

/** Whether a window goes on row by row, so that it parts rows which its order does not. */
function isRunning(part: SyntaxNode): boolean {
  return ['start', 'end'].some((end) => textOf(part, end).endsWith('_ROWS'));
}

/** A sum of floating numbers differs in its last digits with the order of the rows. */
function floatingSums(part: SyntaxNode, floating: ReadonlySet<string>): Chance[] {
  if (!isEquality(part)) return [];
  const sum = [part['left'], part['right']]
    .map((side) => floatingSum(side, (name) => floating.has(name)))
    .find((found) => found);
  if (!sum) return [];
  return [
    {
      at: sum,
      reason: `Unexpected comparison of \`${functionName(sum)}\` of floating numbers for equality: its last digits follow the order of the rows`,
      note: 'Round it, `round(…, 2) = …`, or sum a DECIMAL',
    },
  ];
}

const PICKS = new Set(['first', 'last', 'any_value', 'arbitrary']);
const JOINS = new Set(['list', 'array_agg', 'string_agg', 'group_concat', 'listagg']);
const EXTREMES = /^(?:(?:arg|arg_)(?:min|max)(?:_null)?|(?:min|max)_by)$/;

/** Make no use of the order of the list they are given. */
const ORDERLESS =
  /^(?:(?:list|array)_(?:sort|reverse_sort|unique|contains|has|has_any|has_all|min|max|sum|avg|count|median|length)|len|length|array_length|list_(?:grade_up|mad|var_pop|stddev_pop))$/;

function aggregates(part: SyntaxNode, within: readonly SyntaxNode[], select: SelectShape): Chance[] {
  const name = functionName(part);
  const args = nodesOf(part, 'children');
  const [value, by] = args;
  const { source } = select;
  const group = keyColumns(select);
  const isAlike = value !== undefined && columnsIn(value).every((column) => group.includes(column));
  const isSingle = source.identity?.every((column) => group.includes(column)) ?? false;
  if (isAlike || isSingle) return [];
  if (EXTREMES.test(name) && by) {
    const isPart = columnsIn(value).every((column) => columnsIn(by).includes(column));
    if (isPart || !mayTie(source, [by])) return [];
    const [what, order] = [value, by].map((arg) => (arg && columnName(arg)) ?? '…');
    const note = `Let one more value tell them apart: \`${name}(${what}, (${order}, ${what}))\`, or write ORDER BY and LIMIT`;
    return [
      {
        at: part,
        reason: `Unexpected \`${name}\` over values that may tie: which of two equals it takes is chance`,
        note,
      },
    ];
  }
  if (name === 'mode') return modes(part, value);
  if (name.startsWith('approx_')) return [estimate(part, name)];
  const isJoin = JOINS.has(name);
  if (!isJoin && !PICKS.has(name)) return [];
  const orders = isNode(part['order_bys']) ? expressionsOf(part['order_bys']) : [];
  const isLost = isJoin && part['distinct'] === true;
  if (orders.length > 0 || (source.ordered && !isLost)) return [];
  if (isJoin && within.some((outer) => ORDERLESS.test(functionName(outer)))) return [];
  const reason = isJoin
    ? `Unexpected \`${name}\` of rows in no order: how its items follow each other is chance`
    : `Unexpected \`${name}\` of rows in no order: which of their values it takes is chance`;
  const note = isJoin ? `Write \`${name}(… ORDER BY …)\`` : `Write \`min(…)\`, or \`first(… ORDER BY …)\``;
  return [{ at: part, reason, note }];
}

function modes(part: SyntaxNode, value: SyntaxNode | undefined): Chance[] {
  const what = (value && columnName(value)) ?? '…';
  return [
    {
      at: part,
      reason: 'Unexpected `mode` over values that may tie: which of two that are as frequent it takes is chance',
      note: `Write a query with \`GROUP BY ${what} ORDER BY count(*) DESC, ${what} LIMIT 1\``,
    },
  ];
}

function estimate(part: SyntaxNode, name: string): Chance {
  const exact = EXACT[name];
  return {
    at: part,
    reason: `Unexpected \`${name}\`, which estimates: another version of the engine may answer otherwise`,
    note: exact === undefined ? 'Compute it exactly' : `Write \`${exact}\``,
  };
}

const EXACT: Readonly<Record<string, string>> = {
  approx_count_distinct: 'count(DISTINCT …)',
  approx_quantile: 'quantile_cont(…, …)',
};

/** The columns that are the same in all rows of a group. */
function keyColumns({ keys, source }: SelectShape): string[] {
  return [...source.fixed, ...(keys ?? []).flatMap((key) => columnsIn(key))];
}

function isToldBy(item: SyntaxNode, told: ReadonlySet<string>): boolean {
  if (isConstant(item)) return true;
  const columns = columnsIn(item, 'aggregates');
  return columns.length > 0 && columns.length === columnsIn(item).length && columns.every((column) => told.has(column));
}

/** What tells rows apart, as an order to write. */
function order({ identity = [] }: RowShape): string {
  const names = identity.filter((name) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name));
  return names.length > 0 ? `\`ORDER BY …, ${names.join(', ')}\`` : 'order by what the rows are grouped by too';
}

/** Where an expression begins: some nodes do not say where they stand, what is in them does. */
function firstOffset(node: SyntaxNode): number | undefined {
  const own = offsetOf(node);
  if (own !== undefined) return own;
  for (const part of Object.values(node)) {
    const found = isNode(part) ? firstOffset(part) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
