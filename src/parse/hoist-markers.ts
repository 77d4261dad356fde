import { unmatchedMarkers } from './fold-blocks.js';
import type { OpenFlow } from './marker.js';

/**
 * Takes out what Markdown pulled into an item, a quote or a note although it belongs after it: a tag at the end
 * whose partner stands outside, and everything from an `{{else}}` or a closing tag on.
 */
export function hoistMarkers(nodes: readonly OpenFlow[]): { inside: OpenFlow[]; after: OpenFlow[] } {
  const unmatched = unmatchedMarkers(nodes);
  const isUnmatched = (node: OpenFlow | undefined): boolean => node?.type === 'marker' && unmatched.has(node);
  const first = nodes.findIndex((node) => isUnmatched(node) && node.type === 'marker' && node.tag.kind !== 'open');
  let from = first < 0 ? nodes.length : first;
  while (isUnmatched(nodes[from - 1])) from -= 1;
  return { inside: nodes.slice(0, from), after: nodes.slice(from) };
}
