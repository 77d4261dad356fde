import type { SyntaxNode } from './engine.js';
import { partsOf, withCommonTables, type Shapes } from './row-shape.js';
import { textOf } from './syntax-tree.js';

/** Every SELECT of a statement with the shapes that can be seen in it. */
export function* selects(statement: SyntaxNode, outer: Shapes): Generator<{ node: SyntaxNode; shapes: Shapes }> {
  // Stacks of their own: a tree may be deeper than the calls that fit on the machine’s
  const waiting = [{ node: statement, shapes: outer }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next;
    const shapes = withCommonTables(node, next.shapes);
    if (isQuery(node)) yield { node, shapes };
    for (const part of partsBelow(node)) waiting.push({ node: part, shapes });
  }
}

/** The parts of a SELECT that belong to it and to no SELECT within it, each with the functions around it. */
export function* ownParts(query: SyntaxNode): Generator<{ part: SyntaxNode; within: readonly SyntaxNode[] }> {
  const waiting = partsBelow(query, 'cte_map').map((part) => ({ part, within: [] as readonly SyntaxNode[] }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { part, within } = next;
    if (isQuery(part)) continue;
    yield next;
    const inner = textOf(part, 'function_name') === '' ? within : [...within, part];
    for (const below of partsBelow(part, 'cte_map')) waiting.push({ part: below, within: inner });
  }
}

function isQuery(node: SyntaxNode): boolean {
  return textOf(node, 'type').endsWith('_NODE');
}

/** From the last to the first, so that a stack gives the first first. */
function partsBelow(node: SyntaxNode, but?: string): SyntaxNode[] {
  return Object.entries(node)
    .flatMap(([key, part]) => (key === but ? [] : partsOf(part)))
    .reverse();
}
