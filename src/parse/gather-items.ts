import type { List, ListItem, RootContent } from 'mdast';
import { foldBlocks, foldFlow, unmatchedMarkers } from './fold-blocks.js';
import { hoistMarkers } from './hoist-markers.js';
import type { InlineContext } from './inline-context.js';
import type { MarkerNode, OpenFlow } from './marker.js';

/**
 * Gathers the converted items of a list again: block tags that Markdown pulled into an item go between the items,
 * and where their partners stand outside they part the list.
 */
export function gatherItems(list: List, items: readonly OpenFlow[][], context: InlineContext): OpenFlow[] {
  const sequence = items.flatMap((nodes, index): OpenFlow[] => {
    const { inside, after } = hoistMarkers(nodes);
    const item: ListItem = { type: 'listItem', ...list.children[index], children: foldFlow(inside, context) };
    return [item, ...after];
  });
  const unmatched = unmatchedMarkers(sequence);
  const mixed = sequence.some((node) => node.type !== 'listItem' && node.type !== 'marker');
  const parts: OpenFlow[] = [];
  let run: (ListItem | MarkerNode)[] = [];
  const endRun = (): void => {
    if (run.length > 0) {
      const folded: readonly RootContent[] = foldBlocks<RootContent>(run, context.source, context.messages);
      // A block among list items holds list items, which mdast's types cannot say
      parts.push({ ...list, children: folded as ListItem[] });
    }
    run = [];
  };
  for (const node of sequence) {
    if (node.type === 'listItem' || (node.type === 'marker' && !mixed && !unmatched.has(node))) run.push(node);
    else {
      endRun();
      parts.push(node);
    }
  }
  endRun();
  return parts;
}
