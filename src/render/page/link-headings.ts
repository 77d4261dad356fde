import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Makes each heading of a text a link to itself, so that its address can be copied. */
export function linkHeadings(page: Root): void {
  visit(page, 'element', (element) => {
    if (!/^h[2-4]$/.test(element.tagName)) return undefined;
    const { id } = element.properties;
    if (typeof id !== 'string' || id === 'footnote-label' || holdsLink(element)) return SKIP;
    const properties = { className: ['self'], href: `#${id}` };
    element.children = [{ type: 'element', tagName: 'a', properties, children: element.children }];
    return SKIP;
  });
}

function holdsLink(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' && (child.tagName === 'a' || holdsLink(child)));
}
