import type { Html, Root } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { Span } from '../model/position.js';
import { mapSpan, spanOf, type InlineContext } from './inline-context.js';

/**
 * Reports what Markdown left as text although it means something to us: `{{`, or the middle of a link that it did not
 * take. A backslash before `{{` has made it another node.
 */
export function reportLeftovers(tree: Root, context: InlineContext): void {
  for (const { start, end } of tree.data?.texts ?? []) {
    for (const match of context.text.slice(start, end).matchAll(/\{\{|\]\(<?(?:check|chart|table):/gi)) {
      const from = start + match.index;
      context.messages.push(
        leftover(match[0], mapSpan({ start: from, end: from + match[0].length }, context), context),
      );
    }
  }
}

function leftover(text: string, at: Span, { source }: InlineContext): Message {
  return text === '{{'
    ? messageAt(
        source,
        at,
        'tag-unclosed',
        'Unexpected `{{`, this tag is never closed',
        'Close it with `}}` in the same paragraph, with straight quotes in pairs; write `\\{{` for two braces',
      )
    : messageAt(
        source,
        at,
        'link-syntax',
        `Unexpected \`${text}\`, Markdown did not read this as a link`,
        text.toLowerCase().endsWith('check:')
          ? 'An address with spaces stands in angle brackets: `[words](<check:gt a.n b.n>)`'
          : "A caption stands in quotes: `![what it shows](chart:daily 'caption')`",
      );
}

/** Reports a tag inside raw HTML, where nothing is computed; comments are left alone. */
export function reportTagInHtml(node: Html, context: InlineContext): void {
  const span = spanOf(node, context);
  const written = context.source.text.slice(span.start, span.end);
  const index = written.replace(/<!--[^]*?-->/g, (comment) => ' '.repeat(comment.length)).indexOf('{{');
  if (index < 0) return;
  const start = span.start + index;
  const close = written.indexOf('}}', index);
  context.messages.push(
    messageAt(
      context.source,
      { start, end: close < 0 ? start + 2 : span.start + close + 2 },
      'tag-place',
      'Unexpected tag inside raw HTML',
      'Raw HTML is not computed; write Markdown',
    ),
  );
}
