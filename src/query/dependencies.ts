import type { MacroCall } from './macro-calls.js';
import type { StatementTree, SyntaxNode } from './engine.js';
import { isNode, offsetOf, textOf } from './syntax-tree.js';

/** A table that a query reads. */
export interface Dependency {
  /** As the query writes it. */
  readonly name: string;
  /** Of its first mention in the SQL text. */
  readonly offset: number | undefined;
}

/**
 * The tables that a query reads and does not define itself, each once, case folded, in the order they stand.
 * So is a query that a macro is given by its name.
 * A name in WITH hides a table only where it can be seen: in what follows it, and in itself when it is recursive.
 */
export function findDependencies(
  statements: readonly StatementTree[],
  macroCalls: readonly MacroCall[],
): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  for (const { query, range } of macroCalls) add(found, { name: query, offset: range.start });
  const waiting: Visit[] = [{ part: statements, scope: new Set() }];
  for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
    const { part, scope } = visit;
    if (Array.isArray(part)) {
      for (const item of part) waiting.push({ part: item as unknown, scope });
    } else if (isNode(part)) {
      record(part, scope, found);
      waiting.push(...visitsBelow(part, scope));
    }
  }
  return [...found.values()].sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0));
}

interface Visit {
  readonly part: unknown;
  /** Names that a WITH defines here, in lower case. */
  readonly scope: ReadonlySet<string>;
}

function record(node: SyntaxNode, scope: ReadonlySet<string>, found: Map<string, Dependency>): void {
  if (textOf(node, 'type') !== 'BASE_TABLE') return;
  const name = textOf(node, 'table_name');
  if (scope.has(name.toLowerCase())) return;
  add(found, { name, offset: offsetOf(node) });
}

function add(found: Map<string, Dependency>, dependency: Dependency): void {
  const folded = dependency.name.toLowerCase();
  const known = found.get(folded);
  if (!known || (dependency.offset ?? Infinity) < (known.offset ?? Infinity)) found.set(folded, dependency);
}

function visitsBelow(node: SyntaxNode, scope: ReadonlySet<string>): Visit[] {
  const visits: Visit[] = [];
  let inner = scope;
  for (const { key, value } of commonTables(node)) {
    const seen = new Set(inner).add(key.toLowerCase());
    visits.push({ part: value, scope: isRecursive(value) ? seen : inner });
    inner = seen;
  }
  for (const [property, part] of Object.entries(node)) {
    if (property !== 'cte_map') visits.push({ part, scope: inner });
  }
  return visits;
}

function commonTables(node: SyntaxNode): readonly { key: string; value: SyntaxNode }[] {
  const map = node['cte_map'] as { map?: readonly { key: string; value: SyntaxNode }[] } | undefined;
  return map?.map ?? [];
}

function isRecursive(commonTable: SyntaxNode): boolean {
  const query = commonTable['query'] as { node?: SyntaxNode } | undefined;
  return query?.node !== undefined && textOf(query.node, 'type') === 'RECURSIVE_CTE_NODE';
}
