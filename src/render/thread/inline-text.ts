import type { FigureNode } from '../../model/draft.js';
import type { PhrasingContent } from 'mdast';
import { linkText } from './link-text.js';
import { report, spanOf, type RenderContext } from './render-context.js';
import { EMPTY, join, replace, slice, traced, whole, type TracedText } from './traced-text.js';
import { writtenText } from './written-text.js';

/** Inline nodes as the words of a post. */
export function inlineText(nodes: readonly PhrasingContent[], context: RenderContext): TracedText {
  const parts: TracedText[] = [];
  let last = '';
  let vanished = false;
  for (const node of nodes) {
    let part = nodeText(node, context);
    // What leaves no text leaves only one of the spaces around it
    if (vanished && part.text.startsWith(' ') && /^\s?$/.test(last)) part = slice(part, 1);
    vanished = part.text === '' && (vanished || node.type === 'media' || node.type === 'html');
    last = part.text.slice(-1) || last;
    parts.push(part);
  }
  return join(parts);
}

function nodeText(node: PhrasingContent, context: RenderContext): TracedText {
  switch (node.type) {
    case 'text': {
      const words = writtenText(node.value, spanOf(node), context.source);
      return context.breaks === 'join' ? replace(words, /\n/g, () => ' ') : words;
    }
    case 'inlineCode':
      return whole(writtenText(node.value, spanOf(node), context.source), { kind: 'code' });
    case 'figure':
      return figureText(node);
    case 'break':
      return traced('\n', { origin: 'draft', span: spanOf(node) });
    case 'claim':
      return whole(inlineText(node.children, context), { kind: 'claim', id: node.id });
    case 'emphasis':
    case 'strong':
    case 'linkReference':
      return inlineText(node.children, context);
    case 'delete':
      report(
        context,
        spanOf(node),
        'thread-strikethrough',
        'Unexpected strikethrough in a thread, where the struck words would stand as if they held',
        'Take the words out, or put them into `{{#only "brief" "report"}}…{{/only}}`',
      );
      return EMPTY;
    case 'link':
      return whole(linkText(node, inlineText(node.children, context), context), { kind: 'link with its words' });
    case 'html':
      return htmlText(node.value, spanOf(node), context);
    case 'footnoteReference':
      report(
        context,
        spanOf(node),
        'thread-table',
        'Unexpected footnote in a thread, expected it in brief and report only',
        'Put it into `{{#only "brief" "report"}}…{{/only}}`',
      );
      return EMPTY;
    case 'media':
    case 'image':
    case 'imageReference':
      return EMPTY;
    default:
      throw new Error(`A filled story holds no inline \`${node.type}\` node`);
  }
}

/** A value is one run of words: a line break in the data starts no line of the post. */
function figureText({ text, origin, span, id, refersTo }: FigureNode): TracedText {
  const line = text.replace(/(?<!\s)\s*[\n\r\v\f\u0085\u2028\u2029]\s*/g, ' ');
  return whole(traced(line, { origin, span }), { kind: 'figure', id, refersTo });
}

/** Raw HTML as words: comments go in silence, `<br>` is a line break, other tags go with one warning a post. */
export function htmlText(value: string, span: { start: number; end: number }, context: RenderContext): TracedText {
  const shown = value
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '<$1>')
    .replace(/<br\s*\/?>\n?/gi, '\n');
  const words = shown.replace(/<[/!?a-z][^<>]*>/gi, '');
  if (words !== shown && !context.messages.some(({ rule }) => rule === 'raw-html')) {
    report(
      context,
      span,
      'raw-html',
      'Unexpected raw HTML, whose tags threads leave out',
      'Write Markdown, or put it into `{{#only "brief" "report"}}…{{/only}}`',
    );
  }
  return traced(words, { origin: 'draft', span });
}
