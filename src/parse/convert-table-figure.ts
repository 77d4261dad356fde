import type { Html, RootContent } from 'mdast';
import type { TableFigureNode } from '../model/draft.js';
import { convertTable } from './convert-table.js';
import type { InlineContext } from './inline-context.js';
import type { OpenFlow } from './marker.js';
import { isTableComment, parseTableComment, strayTableComment } from './parse-table-comment.js';

/** Converts a table's comment with the table below it; a comment without its table is a message. */
export function convertTableFigure(
  node: Html,
  below: RootContent | undefined,
  context: InlineContext & { readonly nested: boolean },
): { readonly nodes: OpenFlow[]; readonly tookTable: boolean } | undefined {
  if (!isTableComment(node.value)) return undefined;
  const comment = context.nested ? undefined : parseTableComment(node, context);
  if (!comment || below?.type !== 'table') {
    const why = context.nested
      ? 'inside a list, quote or note'
      : comment
        ? 'without a table below it'
        : 'with more beside it';
    context.messages.push(strayTableComment(node, why, context));
    return { nodes: [], tookTable: false };
  }
  const { id, idSpan, caption, landscape, span } = comment;
  const [table, ...after] = convertTable(below, context);
  const figure: TableFigureNode = {
    type: 'tableFigure',
    name: id,
    nameSpan: idSpan,
    landscape,
    children: [
      ...(caption ? [{ type: 'paragraph' as const, children: [...caption.children] }] : []),
      ...(table?.type === 'table' ? [table] : []),
    ],
    span,
  };
  return { nodes: [figure, ...after], tookTable: true };
}
