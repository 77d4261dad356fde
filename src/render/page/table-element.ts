import type { Element, ElementContent } from 'hast';
import { createSlot, type Slot } from './slot.js';

/** A table that scrolls in its own box on a narrow screen, with numbers set in columns. */
export function tableElement(table: Element): Slot {
  const rows = table.children.filter(isElement).flatMap((group) => group.children.filter(isElement));
  const [head, ...body] = rows.map((row) => row.children.filter(isElement));
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
  return createSlot('div', { className: ['table-scroll'], role: 'region', ariaLabel: label, tabIndex: 0 }, [table]);
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

function isElement(node: ElementContent): node is Element {
  return node.type === 'element';
}
