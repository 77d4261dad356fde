import type { Code, Html, InlineCode, Root } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { Span } from '../model/position.js';
import { mapSpan, spanOf, type InlineContext } from './inline-context.js';
import { meantLanguage } from './meant-language.js';

/**
 * Reports what Markdown left as text although it means something to us: `{{`, or the middle of a link that it did not
 * take. A backslash before `{{` has made it another node.
 */
export function reportLeftovers(tree: Root, context: InlineContext): void {
  for (const { start, end } of tree.data?.texts ?? []) {
    for (const match of context.text.slice(start, end).matchAll(LEFTOVER)) {
      const from = start + match.index;
      if (match[0] === '](' && !isLinkBegun(context.text, from)) continue;
      context.messages.push(
        leftover(match[0], mapSpan({ start: from, end: from + match[0].length }, context), context),
      );
    }
  }
}

/** `{{`; `](check:` and its like; a note without its text; `](` before what looks like an address, or was made a link by itself. */
const LEFTOVER =
  /\{\{|\]\(<?(?:check|chart|table):|\[\^[^\]\s]+\]|\]\((?=$|\s*(?:<?(?:https?:|mailto:|report:|brief:)|<?[^\s()<>]*[^\s()<>]\/|<?[^\n()<>]*\.(?:png|jpe?g|gif|webp|avif|svg|pdf|html?)\b))/gi;

/** Says whether the words before `](` begin with a bracket that no backslash takes for text. */
function isLinkBegun(text: string, at: number): boolean {
  // Far more words than a link has
  const before = text.slice(Math.max(at - 500, 0), at);
  const open = before.lastIndexOf('[');
  return open >= 0 && before[open - 1] !== '\\' && !/\]|\n\s*\n/.test(before.slice(open));
}

function leftover(text: string, at: Span, { source }: InlineContext): Message {
  if (text.startsWith('[^')) {
    return messageAt(
      source,
      at,
      'link-syntax',
      `Unexpected \`${text}\`, no note has this name`,
      `Add the note on a line of its own: \`${text}: …\``,
    );
  }
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
        text === ']('
          ? 'An address has no space in it: write `%20`, or put it into angle brackets, `(<images/a b.png>)`; a caption stands in quotes'
          : text.toLowerCase().endsWith('check:')
            ? 'An address with spaces stands in angle brackets: `[words](<check:gt a.n b.n>)`'
            : `A caption stands in quotes: \`![what it shows](${text.toLowerCase().endsWith('table:') ? 'table:places' : 'chart:daily'} 'caption')\``,
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

/** Reports code that was meant to be computed: a tag in it, or a fence whose language is nearly one of ours. */
export function reportCode(node: Code | InlineCode, context: InlineContext): void {
  const span = spanOf(node, context);
  const meant = node.type === 'code' ? meantLanguage(node) : undefined;
  if (node.type === 'code' && meant !== undefined) {
    const written = context.source.text.slice(span.start, span.end);
    const end = written.search(/[\r\n]/);
    context.messages.push(
      messageAt(
        context.source,
        { start: span.start, end: end < 0 ? span.end : span.start + end },
        'block-name',
        `Unexpected language \`${node.lang ?? ''}\`, this block would be published as it is typed`,
        `Did you mean \`\`\`${meant} NAME?`,
      ),
    );
  }
  const start = context.source.text.slice(span.start, span.end).indexOf('{{');
  if (start < 0) return;
  context.messages.push(
    messageAt(
      context.source,
      { start: span.start + start, end: span.start + start + 2 },
      'tag-in-code',
      'Unexpected tag inside code, which is printed as it is typed',
      'Take the backticks or the indentation away to have it computed',
    ),
  );
}
