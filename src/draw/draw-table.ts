import type { PreparedTable, TablePicture } from '../model/table-picture.js';
import { directTexts } from './direct-texts.js';
import { chartFontFaces } from './fonts.js';
import { BASELINE, frameFor, GAP_ABOVE_FOOT } from './frame.js';
import { layoutTable, type LaidRow, type TableLayout } from './layout-table.js';
import type { Look } from './look.js';
import type { OwnFonts } from './own-fonts.js';
import { postSvg } from './post-svg.js';
import type { Sheet } from './protocol.js';
import { repaint } from './repaint.js';
import { readText } from './read-svg.js';
import { escapeXml, rounded } from './svg-text.js';
import { ROLES, TABLE_TYPE, type TextStyle } from './theme.js';

/** Draws the picture of a table for posts, in the hand of charts; throws for one that `checkTable` refuses. */
export async function drawTable(table: PreparedTable, { colours, fonts }: Look = {}): Promise<TablePicture> {
  const layout = layoutTable(table, fonts);
  if (!layout) throw new Error(`The table ${table.name} is too wide to be drawn`);
  const sheet = tableSheet(table, layout, fonts);
  // Loaded with the first table: a check draws none
  const { rasterise } = await import('./rasterise.js');
  const { png, pixels } = rasterise(repaint(postSvg(sheet, { faces: '', fonts }), colours), fonts);
  const faces = await chartFontFaces(sheet.text, fonts);
  return { name: table.name, svg: repaint(postSvg(sheet, { faces, fonts }), colours), png, pixels };
}

/** A table with its title, its notes and its source, without a margin. */
export function tableSheet(
  { title, notes, source, direction = 'ltr' }: PreparedTable,
  layout: TableLayout,
  fonts?: OwnFonts,
): Sheet {
  const { width, head, rows, total, height } = layout;
  const foot = [...notes, ...(source === '' ? [] : [source])].join('\n');
  const frame = frameFor({ title, subtitle: '', source: foot }, width, { direction, fonts });
  const drawn = [
    rowTexts(head, TABLE_TYPE.head, ROLES.muted, layout),
    line(head.top + head.height, ROLES.ink, 1.25, width),
    ...rows.flatMap((row, index) => [
      rowTexts(row, TABLE_TYPE.cell, ROLES.ink, layout),
      index === rows.length - 1 ? '' : line(row.top + row.height, ROLES.grid, 1, width),
    ]),
    total ? line(total.top, ROLES.ink, 1.25, width) + rowTexts(total, TABLE_TYPE.total, ROLES.ink, layout) : '',
    line(height, ROLES.axis, 1, width),
  ].join('');
  const inside = directTexts(drawn, direction);
  const body = [
    frame.head,
    `<g transform="translate(0,${rounded(frame.top)})">${inside}</g>`,
    frame.foot && `<g transform="translate(0,${rounded(frame.top + height + GAP_ABOVE_FOOT)})">${frame.foot}</g>`,
  ].join('');
  return { body, width, height: Math.ceil(frame.top + height + frame.bottom), text: readText(body) };
}

function rowTexts({ cells, top, height }: LaidRow, style: TextStyle, color: string, { columns }: TableLayout): string {
  const most = Math.max(1, ...cells.map(({ length }) => length));
  const padding = (height - most * style.line) / 2;
  const texts = cells.flatMap((lines, column) => {
    const { left = 0, right = 0, align = 'left' } = columns[column] ?? {};
    const [x, anchor] = { left: [left, 'start'], right: [right, 'end'], center: [(left + right) / 2, 'middle'] }[align];
    return lines.map((text, index) => {
      const y = top + padding + (index + BASELINE) * style.line;
      return `<text x="${rounded(Number(x))}" y="${rounded(y)}" text-anchor="${String(anchor)}">${escapeXml(text)}</text>`;
    });
  });
  return `<g font-size="${style.size}" font-weight="${style.weight}" fill="${color}">${texts.join('')}</g>`;
}

function line(y: number, color: string, thickness: number, width: number): string {
  return `<path d="M0,${rounded(y)}H${rounded(width)}" stroke="${color}" stroke-width="${thickness}"/>`;
}
