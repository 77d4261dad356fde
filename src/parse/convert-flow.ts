import type { BlockContent, DefinitionContent, Heading, List, ListItem, Paragraph, RootContent, Table } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import type { Span } from '../model/position.js';
import { convertClosed, convertInline, type InlineContext } from './convert-inline.js';
import { foldBlocks, unmatchedMarkers } from './fold-blocks.js';
import { markerName, type MarkerNode } from './marker.js';
import { isDefinition } from './parse-fence.js';
import { parsePost } from './parse-post.js';
import { splitAtMarkers, trimEdges, trimLines } from './trim-lines.js';

/** Turns the children of a container into ours, its block tags folded. */
export function convertFlow(nodes: readonly RootContent[], context: InlineContext): RootContent[] {
  return foldBlocks(convertOpen(nodes, context), context.source, context.messages);
}

/** As `convertFlow`, but with the block tags still markers among the nodes. */
export function convertOpen(nodes: readonly RootContent[], context: InlineContext): RootContent[] {
  return nodes.flatMap((node) => convertNode(node, context));
}

function convertNode(node: RootContent, context: InlineContext): RootContent[] {
  switch (node.type) {
    case 'paragraph':
      return convertParagraph(node, context);
    case 'heading':
      reportSetext(node, context);
      return [{ ...node, children: convertClosed(node.children, context) }];
    case 'list':
      reportListAccident(node, context);
      return convertList(node, context);
    case 'blockquote': {
      const { inside, after } = hoistTrailing(convertOpen(node.children, context));
      return [{ ...node, children: foldFlow(inside, context) }, ...after];
    }
    case 'footnoteDefinition':
      return [{ ...node, children: foldFlow(convertOpen(node.children, context), context) }];
    case 'table':
      return convertTable(node, context);
    case 'html':
      return convertHtml(node.value, spanOf(node, context), node, context);
    case 'code':
      if (isDefinition(node)) {
        const lang = node.lang ?? '';
        context.messages.push(
          messageAt(
            context.source,
            spanOf(node, context),
            'block-name',
            `Unexpected \`${lang}\` block inside a list, quote or note, expected it at the left margin`,
          ),
        );
        return [];
      }
      return [node];
    case 'definition':
      return [];
    default:
      return [node];
  }
}

function convertParagraph(node: Paragraph, context: InlineContext): RootContent[] {
  const inline = convertInline(node.children, context);
  const apart = unmatchedMarkers(inline);
  if (apart.size === 0) return paragraph(node, convertedChildren(inline, context));
  const parts = splitAtMarkers(inline, apart);
  if (!parts) {
    for (const marker of apart) context.messages.push(notAlone(marker, context));
    return paragraph(
      node,
      convertedChildren(
        inline.filter((child) => child.type !== 'marker'),
        context,
      ),
    );
  }
  return parts.flatMap((part) => (Array.isArray(part) ? paragraph(node, convertedChildren(part, context)) : [part]));
}

function convertedChildren(inline: Paragraph['children'], context: InlineContext): Paragraph['children'] {
  return trimEdges(foldBlocks(trimLines(inline), context.source, context.messages));
}

function paragraph(node: Paragraph, children: Paragraph['children']): RootContent[] {
  return children.length > 0 ? [{ ...node, children }] : [];
}

/** A block's tags that Markdown pulled into list items go between the items, or after the list. */
function convertList(node: List, context: InlineContext): RootContent[] {
  const items: (ListItem | MarkerNode)[] = [];
  for (const item of node.children) {
    const { inside, after } = hoistTrailing(convertOpen(item.children, context));
    items.push({ ...item, children: foldFlow(inside, context) }, ...after);
  }
  const unmatched = unmatchedMarkers(items);
  const after: MarkerNode[] = [];
  for (let last = items.at(-1); last?.type === 'marker' && unmatched.has(last); last = items.at(-1)) {
    items.pop();
    after.unshift(last);
  }
  const children = foldBlocks(items, context.source, context.messages);
  // A block among list items holds list items, which mdast's types cannot say
  return [{ ...node, children: children as ListItem[] }, ...after];
}

/** A tag on the line under a table reads as one more row, so the last rows that are nothing but a tag go after it. */
function convertTable(node: Table, context: InlineContext): RootContent[] {
  const rows = node.children.map((row) => row.children.map((cell) => convertInline(cell.children, context)));
  const after: MarkerNode[] = [];
  for (let last = rows.at(-1); rows.length > 1 && last?.length === 1; last = rows.at(-1)) {
    const markers = (last[0] ?? []).filter((child) => child.type === 'marker');
    if (markers.length === 0 || markers.length !== last[0]?.length) break;
    rows.pop();
    after.unshift(...markers);
  }
  const children = rows.map((cells, row) => ({
    ...node.children[row],
    type: 'tableRow' as const,
    children: cells.map((cell, column) => ({
      ...node.children[row]?.children[column],
      type: 'tableCell' as const,
      children: convertedChildren(cell, context),
    })),
  }));
  return [{ ...node, children }, ...after];
}

function hoistTrailing(nodes: readonly RootContent[]): { inside: RootContent[]; after: MarkerNode[] } {
  const unmatched = unmatchedMarkers(nodes);
  const inside = [...nodes];
  const after: MarkerNode[] = [];
  for (let last = inside.at(-1); last?.type === 'marker' && unmatched.has(last); last = inside.at(-1)) {
    inside.pop();
    after.unshift(last);
  }
  return { inside, after };
}

function foldFlow(nodes: readonly RootContent[], context: InlineContext): (BlockContent | DefinitionContent)[] {
  // Quotes, items and notes hold flow content, which is what the markers were folded among
  return foldBlocks(nodes, context.source, context.messages) as (BlockContent | DefinitionContent)[];
}

function convertHtml(value: string, span: Span, node: RootContent, context: InlineContext): RootContent[] {
  const post = parsePost(value, context.source, span, context.messages);
  if (post) return [post];
  if (value.startsWith('<!--') && value.trimEnd().endsWith('-->')) return [];
  const tag = value.replace(/<!--[\s\S]*?-->/g, '').indexOf('{{');
  if (tag >= 0)
    context.messages.push(
      messageAt(
        context.source,
        span,
        'tag-place',
        'Unexpected tag inside raw HTML',
        'Raw HTML is not computed; write Markdown',
      ),
    );
  return [node];
}

function reportSetext(node: Heading, context: InlineContext): void {
  const span = spanOf(node, context);
  const underline = /(?:^|[\r\n])[ \t]*(=+|-+)[ \t]*$/.exec(context.source.text.slice(span.start, span.end));
  if (!underline) return;
  const mark = underline[1] ?? '';
  const start = span.end - mark.length;
  context.messages.push(
    messageAt(
      context.source,
      { start, end: span.end },
      'setext-heading',
      `Unexpected \`${mark}\` directly under a line of text, which makes that line a heading`,
      mark.startsWith('-')
        ? 'Put an empty line above `---` to part two posts; write `## Heading` for a heading'
        : 'Write `## Heading` for a heading',
    ),
  );
}

/** From this number on, a list was hardly meant: `2021. It began`. */
const FIRST_UNLIKELY_NUMBER = 100;

function reportListAccident(node: List, context: InlineContext): void {
  const { start } = node;
  if (typeof start !== 'number' || start < FIRST_UNLIKELY_NUMBER) return;
  const span = spanOf(node, context);
  context.messages.push(
    messageAt(
      context.source,
      { start: span.start, end: span.start + String(start).length + 1 },
      'list-accident',
      `Unexpected \`${start}.\` at the start of a line, which makes it a list`,
      `Write \`${start}\\.\` or put another word first`,
    ),
  );
}

function notAlone(marker: MarkerNode, context: InlineContext): ReturnType<typeof messageAt> {
  return messageAt(
    context.source,
    marker.span,
    'block-unclosed',
    `Unexpected \`${markerName(marker)}\` whose partner is not in the same paragraph`,
    'A block stands within one paragraph, or each of its tags stands alone on its own line',
  );
}

function spanOf(
  node: { position?: { start: { offset?: number }; end: { offset?: number } } | undefined },
  context: InlineContext,
): Span {
  return {
    start: context.toSource(node.position?.start.offset ?? 0),
    end: context.toSource(node.position?.end.offset ?? 0),
  };
}
