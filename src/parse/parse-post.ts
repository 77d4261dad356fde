import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { PostAttributes, PostNode, SplitMode } from '../model/draft.js';
import type { SourceFile, Span } from '../model/position.js';

/** What a post without a comment has. */
const DEFAULT_ATTRIBUTES: PostAttributes = { id: undefined, marks: 'draft', split: undefined };

const MARKS: readonly PostAttributes['marks'][] = ['draft', 'roman', 'roman-paren'];
const KEYS = ['id', 'marks', 'split'];

/** Reads `<!-- post: id=burst marks=roman split=error -->`; `undefined` for any other comment. */
export function parsePost(html: string, source: SourceFile, span: Span, messages: Message[]): PostNode | undefined {
  const match = /^<!--\s*post\s*:((?:(?!-->)[^])*)-->\s*$/.exec(html);
  if (!match) return undefined;
  let attributes = DEFAULT_ATTRIBUTES;
  let idSpan: Span | undefined;
  const from = span.start + html.indexOf(':') + 1;
  for (const word of (match[1] ?? '').matchAll(/\S+/g)) {
    const at: Span = { start: from + word.index, end: from + word.index + word[0].length };
    const [key = '', value = ''] = word[0].split('=', 2);
    if (key === 'id' && /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(value)) {
      attributes = { ...attributes, id: value };
      idSpan = at;
    } else if (key === 'marks' && isMarks(value)) attributes = { ...attributes, marks: value };
    else if (key === 'split' && isSplit(value)) attributes = { ...attributes, split: value };
    else
      messages.push(
        messageAt(
          source,
          at,
          'post-attributes',
          `Unexpected \`${word[0]}\` in a post’s comment`,
          attributeHint(key, value),
        ),
      );
  }
  return { type: 'post', attributes, idSpan, span };
}

function attributeHint(key: string, value: string): string {
  if (key === 'marks') return `\`marks\` is one of ${MARKS.map((mark) => `\`${mark}\``).join(', ')}`;
  if (key === 'id') return `An id has letters, digits, \`_\` and \`-\`, a letter first; \`${value}\` has not`;
  if (key === 'split') return '`split` is `auto` or `error`';
  const near = nearestName(key, KEYS);
  return near ? `Did you mean \`${near}=\`?` : 'A post takes `id=NAME`, `marks=roman` and `split=error`';
}

function isMarks(value: string): value is PostAttributes['marks'] {
  return (MARKS as readonly string[]).includes(value);
}

function isSplit(value: string): value is SplitMode {
  return value === 'auto' || value === 'error';
}
