import type { SyntaxNode } from './engine.js';

/** Every node of a syntax tree, outermost first, in the order they stand. */
export function* walk(tree: unknown): Generator<SyntaxNode> {
  // A stack of its own: a tree may be deeper than the calls that fit on the machine's.
  const waiting: unknown[] = [tree];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (Array.isArray(next)) for (let at = next.length - 1; at >= 0; at--) waiting.push(next[at]);
    if (!isNode(next)) continue;
    yield next;
    const values = Object.values(next);
    for (let at = values.length - 1; at >= 0; at--) waiting.push(values[at]);
  }
}

/** Whether a part of a syntax tree is a node. */
export function isNode(part: unknown): part is SyntaxNode {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

/** A text property of a node, or the empty text. */
export function textOf(node: SyntaxNode, property: string): string {
  const value = node[property];
  return typeof value === 'string' ? value : '';
}

/** Where a node stands in the SQL text, if the engine says so. */
export function offsetOf(node: SyntaxNode): number | undefined {
  const offset = node['query_location'];
  return typeof offset === 'number' ? offset : undefined;
}

/** The nodes in a list property of a node. */
export function nodesOf(node: SyntaxNode, property: string): readonly SyntaxNode[] {
  const value = node[property];
  return Array.isArray(value) ? value.filter(isNode) : [];
}
