import type { Element, ElementContent } from 'hast';
import { messageAt } from '../../diagnostic/create-message.js';
import type { Span } from '../../model/position.js';
import { isTooWide } from './is-too-wide.js';
import type { PageContext } from './page-context.js';

interface FitOptions {
  /** Where the table stands in the draft. */
  readonly span: Span;
  /** True for a table on a sheet across. */
  readonly landscape: boolean;
}

/** Makes a table fit on paper, and says so where words in it are broken for it. On a screen it scrolls. */
export function fitTable(table: Element, { span, landscape }: FitOptions, context: PageContext): Element {
  if (context.screen || !isTooWide(rowsOf(table), landscape)) return table;
  context.messages.push(messageAt(context.draft.source, span, 'table-wide', TOO_WIDE, landscape ? FEWER : TURN));
  return { ...table, properties: { ...table.properties, className: ['squeezed'] } };
}

const TOO_WIDE = 'The table is wider than the report’s page, and words in it are broken';
const FEWER = 'Show fewer columns, or shorter words in them';
const TURN = `Turn its sheet with \`landscape\`, or show fewer columns`;

function rowsOf(table: Element): readonly (readonly string[])[] {
  return elementsOf(table).flatMap((group) => elementsOf(group).map((row) => elementsOf(row).map(textOf)));
}

/** Without the line breaks between rows and cells. */
function elementsOf({ children }: Element): readonly Element[] {
  return children.filter((child) => child.type === 'element');
}

function childrenOf(node: ElementContent): readonly ElementContent[] {
  return 'children' in node ? node.children : [];
}

function textOf(node: ElementContent): string {
  return node.type === 'text' ? node.value : childrenOf(node).map(textOf).join('');
}
