import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';

/** Pages are made by steps that call themselves for each level. */
const MOST_LEVELS = 100;

const TAG = /<!--[^]*?(?:-->|$)|<(\/?)([a-z][^\s/>]*)/gi;

/** Have no end tag, or one that is commonly left out because the next of them ends them. */
const UNCOUNTED =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|td|th|tr|thead|tbody|tfoot|option|colgroup)$/i;

/** Says where the tags of raw HTML stand in each other past all reason. */
export function checkHtmlDepth(root: Root, source: SourceFile): Message | undefined {
  const open: string[] = [];
  let found: number | undefined;
  visit(root, 'html', (node) => {
    const start = node.position?.start.offset ?? 0;
    for (const { 1: slash, 2: name, index } of node.value.matchAll(TAG)) {
      if (name === undefined || UNCOUNTED.test(name)) continue;
      const tag = name.toLowerCase();
      if (slash === '') open.push(tag);
      else if (open.includes(tag)) open.length = open.lastIndexOf(tag);
      if (open.length <= MOST_LEVELS) continue;
      found = start + index;
      return false;
    }
    return undefined;
  });
  if (found === undefined) return undefined;
  return messageAt(
    source,
    { start: found, end: found + 1 },
    'draft-too-deep',
    `Unexpected level ${MOST_LEVELS + 1} of HTML tags within each other, expected at most ${MOST_LEVELS}`,
    'Close each with its end tag, such as `</div>`',
  );
}
