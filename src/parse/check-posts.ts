import type { RootContent } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import { locate } from '../diagnostic/locate.js';
import type { Message } from '../diagnostic/message.js';
import type { BlockNode } from '../model/draft.js';
import type { SourceFile } from '../model/position.js';

/** Checks that a block which holds a `---` holds whole posts: it may stand around posts, never half inside one. */
export function checkPosts(nodes: readonly RootContent[], source: SourceFile): Message[] {
  return nodes.flatMap((node, index) => {
    if (node.type !== 'block') return [];
    const inner = node.arms.flatMap(({ children }) => checkPosts(children, source));
    const cut = node.arms.some(({ children }) => isCut(children, shown(nodes[index - 1]), shown(nodes[index + 1])));
    return cut ? [...inner, halfPost(node, source)] : inner;
  });
}

/** True when a post begins outside the arm and ends inside it, or the other way round. */
function isCut(children: readonly RootContent[], before: boolean, after: boolean): boolean {
  const holdsBreak = children.some(({ type }) => type === 'thematicBreak');
  if (!holdsBreak) return false;
  return (before && children[0]?.type !== 'thematicBreak') || (after && children.at(-1)?.type !== 'thematicBreak');
}

/** True when a node is part of the same post as its neighbour. */
function shown(node: RootContent | undefined): boolean {
  return node !== undefined && node.type !== 'thematicBreak' && node.type !== 'post';
}

function halfPost({ name, span }: BlockNode, source: SourceFile): Message {
  const { line } = locate(source, { start: span.end, end: span.end });
  return messageAt(
    source,
    { start: span.start, end: Math.min(span.end, span.start + `{{#${name}`.length) },
    'block-half-post',
    `Unexpected \`{{#${name}}}\` around a \`---\` and part of a post, up to line ${line}`,
    'Put the tags right above or below a `---`, so that the block holds whole posts',
  );
}
