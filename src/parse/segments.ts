import type { RootContent, ThematicBreak } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';
import { isInvisible } from './convert-html.js';
import { isDefinition } from './parse-fence.js';

/**
 * Checks the posts as written: one without anything in it is an error; one of definitions only is no post,
 * so its break goes too.
 */
export function dropDefinitionSegments(
  nodes: readonly RootContent[],
  source: SourceFile,
  messages: Message[],
): RootContent[] {
  const kept: RootContent[] = [];
  const parts = segments(nodes);
  let pending: ThematicBreak | undefined;
  let started = false;
  for (const [index, { children, end }] of parts.entries()) {
    const content = children.filter((node) => !isDefinition(node) && !printsNothing(node));
    const definitions = children.some(isDefinition);
    if (content.length === 0 && !definitions && parts.length > 1) {
      const blamed = end ?? parts[index - 1]?.end;
      const offset = blamed?.position?.start.offset ?? 0;
      messages.push(
        messageAt(
          source,
          { start: offset, end: blamed?.position?.end.offset ?? offset },
          'post-empty',
          `Unexpected \`---\` ${end ? 'with no post above it' : 'with no post below it'}`,
          'Take the line away: `---` stands between two posts',
        ),
      );
    }
    if (content.length > 0 && started && pending) kept.push(pending);
    if (content.length > 0) started = true;
    kept.push(...children);
    if (content.length > 0 || pending === undefined) pending = end;
    else pending = end ?? pending;
  }
  return kept;
}

interface Segment {
  readonly children: readonly RootContent[];
  /** The break that ends it; `undefined` for the last. */
  readonly end: ThematicBreak | undefined;
}

function segments(nodes: readonly RootContent[]): Segment[] {
  const found: Segment[] = [];
  let children: RootContent[] = [];
  for (const node of nodes) {
    if (node.type === 'thematicBreak') {
      found.push({ children, end: node });
      children = [];
    } else children.push(node);
  }
  found.push({ children, end: undefined });
  return found;
}

/** True for what prints nothing anywhere: comments, addresses of links. */
export function printsNothing(node: RootContent): boolean {
  return node.type === 'definition' || node.type === 'yaml' || (node.type === 'html' && isInvisible(node.value));
}
