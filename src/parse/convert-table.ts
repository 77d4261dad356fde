import type { Table } from 'mdast';
import { convertInline } from './convert-inline.js';
import { foldBlocks } from './fold-blocks.js';
import type { InlineContext } from './inline-context.js';
import type { MarkerNode, OpenFlow, OpenInline } from './marker.js';
import { trimEdges, trimLines } from './trim-lines.js';

/** Converts a table. A tag on the line under it reads as one more row, so the last rows that are nothing but a tag go after it. */
export function convertTable(node: Table, context: InlineContext): OpenFlow[] {
  const rows = node.children.map((row) => ({
    row,
    cells: row.children.map((cell) => ({ cell, inline: convertInline(cell.children, context) })),
  }));
  const after: MarkerNode[] = [];
  for (let last = rows.at(-1); rows.length > 1 && last; last = rows.at(-1)) {
    const [only, ...others] = last.cells;
    if (!only || others.length > 0 || only.inline.length === 0 || !only.inline.every(isMarker)) break;
    rows.pop();
    after.unshift(...only.inline.filter(isMarker));
  }
  const children = rows.map(({ row, cells }) => ({
    ...row,
    children: cells.map(({ cell, inline }) => ({
      ...cell,
      children: trimEdges(foldBlocks(trimLines(inline), context.source, context.messages)),
    })),
  }));
  return [{ ...node, children }, ...after];
}

function isMarker(node: OpenInline): node is MarkerNode {
  return node.type === 'marker';
}
