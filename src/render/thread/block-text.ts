import type { RootContent } from 'mdast';
import { htmlText, inlineText } from './inline-text.js';
import { listText } from './list-text.js';
import { report, spanOf, type RenderContext } from './render-context.js';
import { EMPTY, join, slice, traced, type TracedText } from './traced-text.js';
import { writtenText } from './written-text.js';

/**
 * Flow nodes as plain text. What an empty line parts in the draft an empty line parts in the post; what stands on the very
 * next line, as a list under its sentence, does so in the post.
 */
export function blockTexts(nodes: readonly RootContent[], context: RenderContext): TracedText {
  const parts: TracedText[] = [];
  let previous: RootContent | undefined;
  for (const node of nodes) {
    const text = blockText(node, context);
    if (text.text.trim() === '') continue;
    if (previous) {
      const separator = isNextLine(previous, node) ? '\n' : '\n\n';
      parts.push(traced(separator, { origin: 'draft', span: spanOf(node) }));
    }
    parts.push(text);
    previous = node;
  }
  return join(parts);
}

function isNextLine(previous: RootContent, node: RootContent): boolean {
  const [above, below] = [previous, node].map((one) => ('position' in one ? one.position : undefined));
  return above !== undefined && above.end.line + 1 === below?.start.line;
}

function blockText(node: RootContent, context: RenderContext): TracedText {
  switch (node.type) {
    case 'paragraph':
      return inlineText(node.children, context);
    case 'list':
      return listText(node, context, (inner) => blockTexts(inner, context));
    case 'listItem':
      return blockTexts(node.children, context);
    case 'blockquote':
      return quoted(blockTexts(node.children, context));
    case 'code':
      return writtenText(node.value, spanOf(node), context.source);
    case 'html':
      return htmlText(node.value, spanOf(node), context);
    case 'table':
    case 'tableFigure':
      report(
        context,
        spanOf(node),
        'thread-table',
        'Unexpected table in a thread, expected an image of it',
        'Put the table into `{{#only "brief" "report"}}…{{/only}}`; a `table` block is shown as a picture by `![…](table:NAME)`',
      );
      return EMPTY;
    case 'heading':
    case 'definition':
    case 'footnoteDefinition':
    case 'thematicBreak':
    case 'yaml':
    case 'post':
    case 'media':
      return EMPTY;
    case 'tag':
    case 'block':
    case 'tableRow':
    case 'tableCell':
      throw new Error(`A filled story holds no \`${node.type}\` node here`);
    case 'text':
    case 'figure':
    case 'claim':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'inlineCode':
    case 'link':
    case 'linkReference':
    case 'break':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return inlineText([node], context);
    default:
      // What a condition left out
      return EMPTY;
  }
}

const QUOTED = /^["“„«‹‘‚「『]/;
/** A last line that names who said it stays outside the quotation marks. */
const ATTRIBUTION = /\n+(?=(?:—|–|--) ?[^\n]*$)/;

function quoted(text: TracedText): TracedText {
  if (text.text === '' || QUOTED.test(text.text)) return text;
  const end = ATTRIBUTION.exec(text.text)?.index ?? text.text.length;
  return join([
    traced('“', { origin: 'draft', span: text.marks[0]?.span ?? { start: 0, end: 0 } }),
    slice(text, 0, end),
    traced('”', { origin: 'draft', span: text.marks[end - 1]?.span ?? { start: 0, end: 0 } }),
    slice(text, end),
  ]);
}
