import type { Element } from 'hast';
import { messageAt } from '../../diagnostic/create-message.js';
import type { Span } from '../../model/position.js';
import { measureTable } from './measure-table.js';
import type { PageContext } from './page-context.js';

interface FitOptions {
  /** Where the table stands in the draft. */
  readonly span: Span;
  /** True for a table on a sheet across. */
  readonly landscape: boolean;
}

/**
 * Makes a table fit on paper, and says so where words in it are broken for it, or a row runs over pages. On a screen a
 * table scrolls.
 */
export function fitTable(table: Element, { span, landscape }: FitOptions, context: PageContext): Element {
  if (context.screen) return table;
  const { fitsAcross, fitsDown } = measureTable(table, landscape);
  const say = (rule: 'table-wide' | 'row-tall', reason: string, note: string): void => {
    context.messages.push(messageAt(context.draft.source, span, rule, reason, note));
  };
  if (!fitsDown) say('row-tall', TOO_TALL, SHORTEN);
  if (!fitsAcross) say('table-wide', TOO_WIDE, landscape ? FEWER : TURN);
  const className = [...(fitsAcross ? [] : ['squeezed']), ...(fitsDown ? [] : ['tall'])];
  return className.length === 0 ? table : { ...table, properties: { ...table.properties, className } };
}

const TOO_TALL = 'A row of the table is taller than the report’s page, and runs over to the next';
const SHORTEN = 'Move its long text out of the table, into a paragraph or a footnote';
const TOO_WIDE = 'The table is wider than the report’s page, and words in it are broken';
const FEWER = 'Show fewer columns, or shorter words in them';
const TURN = `Turn its sheet with \`landscape\`, or show fewer columns`;
