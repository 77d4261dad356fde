import type { Element, ElementContent, Properties } from 'hast';
import { createSlot, type Slot } from './slot.js';

/**
 * A table that scrolls in its own box on a narrow screen, with numbers set in columns.
 *
 * @param labelledBy Id of the caption; without one the box is named after the table's heads.
 */
export function tableElement(table: Element, labelledBy?: string): Slot {
  const groups = onlyElements(table);
  const rows = groups.flatMap(onlyElements);
  const [head, ...body] = rows.map(onlyElements);
  const columns = (head ?? []).map((cell, index) => {
    const aligned = cell.properties['align'];
    if (typeof aligned === 'string') return aligned;
    return isNumeric(body.map((row) => textOf(row[index]))) ? 'right' : undefined;
  });
  for (const cells of [head ?? [], ...body]) {
    for (const [index, cell] of cells.entries()) {
      delete cell.properties['align'];
      const align = columns[index];
      if (align) cell.properties['className'] = [align];
      if (cell.tagName === 'th') cell.properties['scope'] = 'col';
    }
  }
  const label = `Table: ${(head ?? []).map(textOf).filter(Boolean).join(', ')}`;
  return scrollBox(table, labelledBy === undefined ? { ariaLabel: label } : { ariaLabelledBy: [labelledBy] });
}

/** The box in which a table scrolls, under its name. */
export function scrollBox(table: ElementContent, name: Properties): Slot {
  return createSlot('div', { className: ['table-scroll'], role: 'region', ...name, tabIndex: 0 }, [table]);
}

/** Takes away the line breaks between rows, which the HTML parser would move out of the table. */
function onlyElements(element: Element): Element[] {
  const elements = element.children.filter((child) => child.type === 'element');
  element.children = elements;
  return elements;
}

function isNumeric(cells: readonly string[]): boolean {
  const values = cells.filter((cell) => cell !== '' && cell !== '–' && cell !== '—');
  return values.length > 0 && values.every((cell) => /^[−+-]?[£$€]?\d[\d.,\u2009\u202f ]*[%‰]?$/.test(cell));
}

function textOf(node: ElementContent | undefined): string {
  if (!node) return '';
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('').trim() : '';
}
