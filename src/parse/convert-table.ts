import type { Table, TableCell, TableRow } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import { convertInline } from './convert-inline.js';
import { foldBlocks } from './fold-blocks.js';
import type { InlineContext } from './inline-context.js';
import { markerName, type MarkerNode, type OpenFlow, type OpenInline } from './marker.js';
import { trimEdges, trimLines } from './trim-lines.js';

/** Converts a table. A tag on the line under it reads as one more row, so the last rows that are nothing but a tag go after it. */
export function convertTable(node: Table, context: InlineContext): OpenFlow[] {
  const rows = node.children.map((row): ReadRow => ({
    row,
    cells: row.children.map((cell) => ({ cell, inline: convertInline(cell.children, context) })),
  }));
  const after: MarkerNode[] = [];
  for (let tags = tagsAlone(rows.at(-1)); rows.length > 1 && tags; tags = tagsAlone(rows.at(-1))) {
    rows.pop();
    after.unshift(...tags);
  }
  const between = rows.slice(1).flatMap((read) => tagsAlone(read) ?? []);
  const opened = between.filter(({ tag }) => tag.kind === 'open');
  // What a tag around rows is closed by is not blamed too
  for (const tag of opened.length > 0 ? opened.slice(0, 1) : between) context.messages.push(tagAsRow(tag, context));
  const children = rows.flatMap((read, index) => (index > 0 && tagsAlone(read) ? [] : [convertRow(read, context)]));
  const closed = between.filter(({ tag }) => tag.kind === 'close').length;
  return [{ ...node, children }, ...after.slice(Math.max(0, opened.length - closed))];
}

interface ReadRow {
  readonly row: TableRow;
  readonly cells: readonly { readonly cell: TableCell; readonly inline: readonly OpenInline[] }[];
}

function convertRow({ row, cells }: ReadRow, { source, messages }: InlineContext): TableRow {
  const children = cells.map(({ cell, inline }) => ({
    ...cell,
    children: trimEdges(foldBlocks(trimLines(inline), source, messages)),
  }));
  return { ...row, children };
}

/** The tags of a row that is nothing but block tags in one cell. */
function tagsAlone(read: ReadRow | undefined): MarkerNode[] | undefined {
  const [only, ...others] = read?.cells ?? [];
  if (!only || others.length > 0) return undefined;
  const markers = only.inline.filter((node) => node.type === 'marker');
  return markers.length > 0 && markers.length === only.inline.length ? markers : undefined;
}

function tagAsRow(marker: MarkerNode, { source }: InlineContext): ReturnType<typeof messageAt> {
  const reason = `Unexpected \`${markerName(marker)}\` as a row of a table`;
  const note =
    marker.tag.kind === 'open'
      ? 'Let a query choose the rows and write a `table` block, or put the tag around the whole table'
      : 'Put an empty line between the table and the tag';
  return messageAt(source, marker.span, 'block-unclosed', reason, note);
}
