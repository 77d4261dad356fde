import type { SyntaxNode } from './engine.js';
import { partsOf, withCommonTables, type Shapes } from './row-shape.js';
import { isNode, textOf } from './syntax-tree.js';

/** Every SELECT of a statement with the shapes that can be seen in it. */
export function* selects(node: unknown, outer: Shapes): Generator<{ node: SyntaxNode; shapes: Shapes }> {
  if (Array.isArray(node)) for (const part of node) yield* selects(part, outer);
  if (!isNode(node)) return;
  const shapes = withCommonTables(node, outer);
  if (textOf(node, 'type').endsWith('_NODE')) yield { node, shapes };
  for (const part of Object.values(node)) yield* selects(part, shapes);
}

/** The parts of a SELECT that belong to it and to no SELECT within it. */
export function* ownParts(node: SyntaxNode): Generator<{ part: SyntaxNode; within: readonly SyntaxNode[] }> {
  yield* partsBelow(node, [], true);
}

function* partsBelow(
  node: SyntaxNode,
  within: readonly SyntaxNode[],
  isRoot = false,
): Generator<{ part: SyntaxNode; within: readonly SyntaxNode[] }> {
  if (!isRoot && textOf(node, 'type').endsWith('_NODE')) return;
  if (!isRoot) yield { part: node, within };
  const inner = isRoot ? within : [...within, node];
  for (const [key, part] of Object.entries(node)) {
    if (key === 'cte_map') continue;
    for (const below of partsOf(part)) yield* partsBelow(below, inner);
  }
}
