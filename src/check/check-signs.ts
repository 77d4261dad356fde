import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { Draft, TagNode } from '../model/draft.js';
import { draftNodes } from './draft-nodes.js';
import { tagsOf } from './tags-of.js';

/** Finds a `#` or `@` before a tag that writes its own: `#{{tag place.name}}` would print `##Aldmouth`. */
export function checkSigns(draft: Draft): Message[] {
  const { source } = draft;
  return tagsOf(draftNodes(draft)).flatMap((node) => {
    const at = node.span.start - 1;
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

/** `tag`, or a list of hashtags. */
function writesSign({ tag: { expression } }: TagNode): boolean {
  if (expression.type !== 'call') return false;
  return expression.name === 'tag' || expression.pairs.some(({ name }) => name === 'tag');
}
