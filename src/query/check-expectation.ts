import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import { visibleLine } from '../diagnostic/visible-text.js';
import type { QueryBlock } from '../model/draft.js';
import { plainCell } from '../model/plain-cell.js';
import type { Cell } from '../model/value.js';
import type { Rows } from './engine.js';

/** How many rows a message shows, and how many characters of a cell. */
const SHOWN_ROWS = 5;
const SHOWN_CHARACTERS = 40;

/** Says what an expectation found: every row that an `expect-none` block returns is an offence. */
export function checkExpectation({ name, nameSpan, source }: QueryBlock, { columns, rows }: Rows): Message | undefined {
  if (rows.length === 0) return undefined;
  const found = rows.length === 1 ? '1 row' : `${rows.length} rows`;
  const shown = rows.slice(0, SHOWN_ROWS).map((row) => {
    const cells = row.map((cell, index) => `${visibleLine(columns[index]?.name ?? '')} ${cellText(cell)}`);
    return cells.join(', ');
  });
  const rest = rows.length > SHOWN_ROWS ? ` · and ${rows.length - SHOWN_ROWS} more` : '';
  const reason = `Unexpected ${found} of \`${name}\`, expected none`;
  return messageAt(source, nameSpan, 'expectation-failed', reason, `${shown.join(' · ')}${rest}`);
}

function cellText(cell: Cell): string {
  const text = visibleLine(plainCell(cell));
  const characters = Array.from(text);
  return characters.length > SHOWN_CHARACTERS ? `${characters.slice(0, SHOWN_CHARACTERS - 1).join('')}…` : text;
}
