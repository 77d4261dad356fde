import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { takeId } from './heading-id.js';
import type { PageContext } from './page-context.js';

/**
 * Marks the figures and claims of a page that are on record: a click on their words, or a button on the keyboard, opens
 * the record where one reads. The words stay words, outside of any button, so that they wrap, can be selected, and are
 * kept by readers that drop what belongs to forms; where they are part of a link, a heading or a cell they are not marked.
 */
export function markFigures(page: Root, { records, ids }: PageContext): void {
  if (records.size === 0) return;
  visit(page, 'element', (element, index, parent) => {
    if (UNMARKED.has(element.tagName)) return SKIP;
    const record = records.get(figureOf(element));
    if (record === undefined || !parent || index === undefined || holdsLink(element)) return undefined;
    parent.children[index] = marked(element, record, takeId(`mark-${record}`, ids));
    return SKIP;
  });
}

/** A second thing to click in these would be one too many. */
const UNMARKED: ReadonlySet<string> = new Set('a button h1 h2 h3 h4 h5 h6 label summary td th'.split(' '));

function figureOf({ properties }: Element): string {
  const id = properties['dataFigure'] ?? properties['dataCheck'];
  return typeof id === 'string' ? id : '';
}

function holdsLink(element: Element): boolean {
  let found = false;
  visit(element, 'element', ({ tagName }) => {
    found ||= tagName === 'a';
  });
  return found;
}

function marked(words: Element, popoverTarget: string, id: string): Element {
  const made = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => {
    return { type: 'element', tagName, properties, children };
  };
  return made('span', { className: ['mark'] }, [
    made('label', { htmlFor: [id] }, [words]),
    made('button', { type: 'button', id, popoverTarget }, []),
  ]);
}
