import type { PhrasingContent, RootContent } from 'mdast';
import type { TagNode } from '../model/draft.js';

/** The tags among these nodes and in what they hold, in the order they stand. */
export function tagsOf(nodes: readonly (RootContent | PhrasingContent)[]): TagNode[] {
  return nodes.flatMap((node): TagNode[] => {
    if (node.type === 'tag') return [node];
    if (node.type === 'block') return node.arms.flatMap(({ children }) => tagsOf(children));
    if (node.type === 'media') return tagsOf([...node.alt.children, ...(node.caption?.children ?? [])]);
    return 'children' in node ? tagsOf(node.children) : [];
  });
}
