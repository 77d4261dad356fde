import type { PhrasingContent, RootContent } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { BlockNode, Draft, TagNode } from '../model/draft.js';
import { draftNodes } from './draft-nodes.js';
import { tagsOf } from './tags-of.js';

/** Finds a `#` or `@` before a tag that writes its own: `#{{tag place.name}}` would print `##Aldmouth`. */
export function checkSigns(draft: Draft): Message[] {
  const { source } = draft;
  return tagsInPlace(draftNodes(draft)).flatMap(({ node, start }) => {
    const at = start - 1;
    const sign = source.text.charAt(at);
    if (!/[#＃@＠]/u.test(sign) || !writesSign(node)) return [];
    return [
      messageAt(
        source,
        { start: at, end: at + 1 },
        'tag-sign',
        `Unexpected \`${sign}\` before a tag that writes its own \`#\``,
        `Leave it out: \`{{${node.tag.source}}}\``,
      ),
    ];
  });
}

type Node = RootContent | PhrasingContent;

/** Every tag, and where what is printed before it ends: before the block that it opens an arm of. */
function tagsInPlace(nodes: readonly Node[]): { readonly node: TagNode; readonly start: number }[] {
  const inBlocks = blocksOf(nodes).flatMap((block) =>
    openingTags(block).map((node) => ({ node, start: block.span.start })),
  );
  return [...tagsOf(nodes).map((node) => ({ node, start: node.span.start })), ...inBlocks];
}

function blocksOf(nodes: readonly Node[]): BlockNode[] {
  return nodes.flatMap((node): BlockNode[] => {
    if (node.type === 'block') return [node, ...node.arms.flatMap(({ children }) => blocksOf(children))];
    if (node.type === 'media') return blocksOf([...node.alt.children, ...(node.caption?.children ?? [])]);
    return 'children' in node ? blocksOf(node.children) : [];
  });
}

/** The tags that an arm of a block begins with. */
function openingTags({ arms }: BlockNode): TagNode[] {
  return arms.flatMap(({ children: [first] }): TagNode[] => {
    if (first?.type === 'tag') return [first];
    return first?.type === 'block' ? openingTags(first) : [];
  });
}

/** `tag`, or a list of hashtags. */
function writesSign({ tag: { expression } }: TagNode): boolean {
  if (expression.type !== 'call') return false;
  return expression.name === 'tag' || expression.pairs.some(({ name }) => name === 'tag');
}
