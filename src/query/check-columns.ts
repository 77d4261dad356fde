import type { Column } from '../model/value.js';
import type { StatementTree, SyntaxNode } from './engine.js';
import { tokenAt, type SqlRange } from '../sql/scan-sql.js';
import { isNode, nodesOf, offsetOf, textOf } from './syntax-tree.js';

/** A column that prose and charts could not name. */
export interface ColumnFault {
  /** In the SQL text; `undefined` when the engine does not say where it stands. */
  readonly range: SqlRange | undefined;
  readonly reason: string;
  readonly note: string;
}

/** Finds columns without a name, and two whose names are the same when case is folded. */
export function checkColumns(
  sql: string,
  statement: StatementTree | undefined,
  columns: readonly Column[],
): readonly ColumnFault[] {
  const nodes = statement ? resultColumns(statement.node) : [];
  const unnamed = nodes.filter((node) => isUnnamed(node, columns));
  if (unnamed.length > 0) return unnamed.map((node) => unnamedFault(sql, node));
  // With a star among them, which node makes which column is not known.
  const placed = nodes.length === columns.length ? nodes : [];
  return repeated(columns).map(({ name, twin, index }) => ({
    range: rangeOf(sql, placed[index]),
    reason: `Unexpected second column \`${name}\`, expected every name once`,
    note:
      name === twin
        ? `Give one of them another name with \`AS\``
        : `Case makes no difference, so \`${twin}\` is the same name; give one of them another with \`AS\``,
  }));
}

/** What the result's columns are made of; those of the first SELECT name the columns of a UNION. */
function resultColumns(node: SyntaxNode): readonly SyntaxNode[] {
  let first = node;
  while (isNode(first['left'])) first = first['left'];
  return nodesOf(first, 'select_list');
}

function isUnnamed(node: SyntaxNode, columns: readonly Column[]): boolean {
  if (textOf(node, 'alias') !== '') return false;
  if (textOf(node, 'function_name') === 'unnest') return columns.some(({ name }) => name.startsWith('unnest('));
  return !['COLUMN_REF', 'STAR'].includes(textOf(node, 'class')) && !holdsStar(node);
}

/** `COLUMNS(…)` inside an expression keeps the names of the columns. */
function holdsStar(node: SyntaxNode): boolean {
  return Object.values(node).some((value) =>
    listOf(value).some((part) => isNode(part) && (textOf(part, 'class') === 'STAR' || holdsStar(part))),
  );
}

function unnamedFault(sql: string, node: SyntaxNode): ColumnFault {
  const name = textOf(node, 'function_name').replace(/^count_star$/, 'count');
  const what = /^\w+$/.test(name) ? ` of \`${name}\`` : '';
  const reason = `Unexpected column${what} without a name`;
  return { range: rangeOf(sql, node), reason, note: 'Write `AS name` after it' };
}

function rangeOf(sql: string, node: SyntaxNode | undefined): SqlRange | undefined {
  const offset = node && (offsetOf(node) ?? offsetBelow(node));
  return offset === undefined ? undefined : tokenAt(sql, offset);
}

function offsetBelow(node: SyntaxNode): number | undefined {
  const below = Object.values(node).flatMap(listOf);
  for (const part of below) {
    const offset = isNode(part) ? (offsetOf(part) ?? offsetBelow(part)) : undefined;
    if (offset !== undefined) return offset;
  }
  return undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function repeated(columns: readonly Column[]): readonly { name: string; twin: string; index: number }[] {
  const seen = new Map<string, string>();
  return columns.flatMap(({ name }, index) => {
    const folded = name.toLowerCase();
    const twin = seen.get(folded);
    seen.set(folded, twin ?? name);
    return twin === undefined ? [] : [{ name, twin, index }];
  });
}
