import { createMessage } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { PreparedTable } from '../model/table-picture.js';
import { tableSheet } from './draw-table.js';
import { missingCharacters } from './fonts.js';
import { layoutTable, TABLE_WIDTHS, type TableLayout } from './layout-table.js';
import type { OwnFonts } from './own-fonts.js';
import { CHART_FAMILY, TYPE } from './theme.js';

/** The highest picture, in parts of its width: a phone shows it whole, in words that can be read. */
const HIGHEST = 2;

/** Says why a table cannot be a picture that is read on a phone; draws nothing. */
export function checkTable(table: PreparedTable, fonts?: OwnFonts): Message[] {
  const { name, place, columns, rows } = table;
  const layout = layoutTable(table, fonts);
  const refuse = (reason: string, note: string): Message[] => [createMessage('table-picture', place, reason, note)];
  if (!layout)
    return refuse(
      `Unexpected table \`${name}\` of ${columns.length} columns, whose words are wider than the ${TABLE_WIDTHS.most} pixels of a picture in a post`,
      'Show fewer columns there, in a `table` block of its own, or shorten its words and labels',
    );
  const { width, height, text } = tableSheet(table, layout, fonts);
  const missing = missingCharacters(text, CHART_FAMILY, fonts);
  return [
    ...(height > width * HIGHEST
      ? refuse(
          `Unexpected table \`${name}\` of ${rows.length} rows, whose picture in a post would be ${height} pixels high and ${width} wide`,
          `Show about ${fitting(layout, height)} rows there, with ORDER BY and \`limit\` in a \`table\` block of its own`,
        )
      : []),
    ...(missing.length > 0 ? [missingMessage(table, missing)] : []),
  ];
}

/** How many rows there is room for, and for the line that says how many there are. */
function fitting({ rows, width }: TableLayout, height: number): number {
  const each = rows.reduce((sum, row) => sum + row.height, 0) / rows.length;
  return Math.max(1, rows.length - Math.ceil((height + TYPE.source.line - width * HIGHEST) / each));
}

const MOST_SHOWN = 8;

function missingMessage({ name, place }: PreparedTable, missing: readonly string[]): Message {
  const shown = missing.slice(0, MOST_SHOWN).map((character) => `\`${character}\``);
  const reason = `Unexpected ${shown.join(', ')} in the picture of the table \`${name}\`: none of the bundled fonts has ${missing.length === 1 ? 'it' : 'them'}`;
  const note = 'Write it in letters, or keep the table for `{{#only "brief"}}`, where readers’ own fonts step in';
  return createMessage('font-missing', place, reason, note);
}
