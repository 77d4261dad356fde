import type { PhrasingContent, RootContent } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import { locate } from '../diagnostic/locate.js';
import type { Message } from '../diagnostic/message.js';
import type { SourceFile, Span } from '../model/position.js';

/** Checks that each post has an id of its own; of the arms of one block only one is published, so they may share it. */
export function checkPostIds(nodes: readonly RootContent[], source: SourceFile): Message[] {
  const messages: Message[] = [];
  look(nodes, new Map());
  return messages;

  /** @returns the ids that are taken behind the nodes. */
  function look(within: readonly (RootContent | PhrasingContent)[], taken: Ids): Ids {
    let known = taken;
    for (const node of within) {
      if (node.type === 'post') known = take(node.attributes.id, node.idSpan ?? node.span, known);
      else if (node.type === 'block')
        known = new Map(node.arms.flatMap(({ children }) => [...look(children, known)]).reverse());
    }
    return known;
  }

  function take(id: string | undefined, span: Span, known: Ids): Ids {
    if (id === undefined) return known;
    const first = known.get(id);
    if (!first) return new Map([...known, [id, span]]);
    const { line } = locate(source, first);
    messages.push(
      messageAt(
        source,
        span,
        'post-attributes',
        `Unexpected second post \`${id}\`, the first is on line ${line}`,
        'Give each post an id of its own; posts of which only one is published stand in `{{#if}}…{{else}}…{{/if}}`',
      ),
    );
    return known;
  }
}

/** Where each id is given first. */
type Ids = ReadonlyMap<string, Span>;
