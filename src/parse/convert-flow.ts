import type { Paragraph, RootContent } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import { convertHtml } from './convert-html.js';
import { convertClosed, convertInline } from './convert-inline.js';
import { convertTable } from './convert-table.js';
import { convertTableFigure } from './convert-table-figure.js';
import { foldBlocks, foldFlow, isUnknown, unmatchedMarkers } from './fold-blocks.js';
import { gatherItems } from './gather-items.js';
import { hoistMarkers } from './hoist-markers.js';
import { spanOf, type InlineContext } from './inline-context.js';
import { markerName, type MarkerNode, type OpenFlow, type OpenInline } from './marker.js';
import { isDefinition } from './parse-fence.js';
import { reportCode } from './report-leftovers.js';
import { isSetext, reportListAccidents, reportSetext } from './report-accidents.js';
import { splitAtMarkers, trimEdges, trimLines } from './trim-lines.js';

/** What the conversion of flow nodes needs to know. */
export interface FlowContext extends InlineContext {
  /** True inside a list, quote or note, where nothing is defined. */
  readonly nested: boolean;
}

/** Turns the flow nodes of a draft into ours, its block tags folded. */
export function convertFlow(nodes: readonly RootContent[], context: InlineContext): RootContent[] {
  return foldBlocks(convertOpen(nodes, { ...context, nested: false }), context.source, context.messages);
}

/** The same with the block tags still markers among the nodes. */
function convertOpen(nodes: readonly RootContent[], context: FlowContext): OpenFlow[] {
  let taken: RootContent | undefined;
  return nodes.flatMap((node, index) => {
    if (node === taken) return [];
    const below = nodes[index + 1];
    const figure = node.type === 'html' ? convertTableFigure(node, below, context) : undefined;
    if (figure?.tookTable) taken = below;
    return figure?.nodes ?? convertNode(node, context);
  });
}

function convertNode(node: RootContent, context: FlowContext): OpenFlow[] {
  const inner = { ...context, nested: true };
  switch (node.type) {
    case 'paragraph':
      return convertParagraph(node, context);
    case 'heading':
      if (isSetext(node, context)) {
        const isBreak = reportSetext(node, context);
        const text = convertParagraph({ ...node, type: 'paragraph' }, context);
        return isBreak ? [...text, { type: 'thematicBreak' }] : text;
      }
      return [{ ...node, children: convertClosed(node.children, context) }];
    case 'list':
      reportListAccidents(node, context);
      return gatherItems(
        node,
        node.children.map((item) => convertOpen(item.children, inner)),
        context,
      );
    case 'blockquote':
    case 'footnoteDefinition': {
      const { inside, after } = hoistMarkers(convertOpen(node.children, inner));
      return [{ ...node, children: foldFlow(inside, context) }, ...after];
    }
    case 'table':
      return convertTable(node, context);
    case 'html':
      return convertHtml(node, context);
    case 'code':
      if (!isDefinition(node)) {
        reportCode(node, context);
        return [node];
      }
      context.messages.push(
        messageAt(
          context.source,
          spanOf(node, context),
          'block-name',
          `Unexpected \`${node.lang ?? ''}\` block inside a list, quote or note, expected it at the left margin`,
        ),
      );
      return [];
    case 'definition':
      return [];
    default:
      return [node];
  }
}

function convertParagraph(node: Paragraph, context: InlineContext): OpenFlow[] {
  const inline = convertInline(node.children, context);
  const apart = unmatchedMarkers(inline);
  if (apart.size === 0) return paragraph(node, inline, context);
  const parts = splitAtMarkers(inline, apart);
  if (parts) return parts.flatMap((part) => (Array.isArray(part) ? paragraph(node, part, context) : [part]));
  for (const marker of apart) if (!isUnknown(marker)) context.messages.push(notAlone(marker, context));
  return paragraph(
    node,
    inline.filter((child) => child.type !== 'marker' || !apart.has(child)),
    context,
  );
}

function paragraph(node: Paragraph, inline: readonly OpenInline[], context: InlineContext): OpenFlow[] {
  const children = trimEdges(foldBlocks(trimLines(inline), context.source, context.messages));
  return children.length > 0 ? [{ ...node, children }] : [];
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
