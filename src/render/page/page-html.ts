import type { Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** Writes a page's tree as HTML, drawings as they are; no `<` stands in it but at the start of a tag. */
export function pageHtml(page: Nodes): string {
  // The serialiser leaves `<` in quoted values, where it is allowed and trips readers that look for tags
  return toHtml(page, { allowDangerousHtml: true }).replace(TAG, (tag) => `<${tag.slice(1).replaceAll('<', '&lt;')}`);
}

const TAG = /<(?:"[^"]*"|[^">])*>/g;
