import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Writes the numbers of lists into their items. A browser's own have no tag in a PDF, and a reader that speaks would not
 * say them. Lists in letters keep their own.
 */
export function numberLists(tree: Root): void {
  visit(tree, 'element', (list) => {
    const { type, start, reversed } = list.properties;
    if (list.tagName !== 'ol' || type !== undefined) return;
    const items = list.children.filter((child): child is Element => child.type === 'element' && child.tagName === 'li');
    const step = isSet(reversed) ? -1 : 1;
    let number = numberOf(start) ?? (step < 0 ? items.length : 1);
    for (const item of items) {
      number = numberOf(item.properties['value']) ?? number;
      placeOf(item).children.unshift(marker(`${number}.`), { type: 'text', value: ' ' });
      number += step;
    }
    const { className } = list.properties;
    list.properties['className'] = [...(Array.isArray(className) ? className : []), 'numbered'];
  });
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

/** A number that the draft gives to a list or an item; a browser passes over what is none. */
function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined;
}

/** Where an item's first words are. */
function placeOf(item: Element): Element {
  const first = item.children.find((child) => child.type === 'element' || !isBlank(child));
  return first?.type === 'element' && first.tagName === 'p' ? first : item;
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function marker(value: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['number'] },
    children: [{ type: 'text', value }],
  };
}
