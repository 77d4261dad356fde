import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { ThreadPost } from '../../model/thread.js';
import { isAllowedAddress } from '../page/sanitize-page.js';
import { safeHtml, type Html } from '../page/template-data.js';

/** The text of a post as HTML, every character of it, with what its platform makes live marked: links, hashtags, mentions. */
export function postHtml({ text, entities }: Pick<ThreadPost, 'text' | 'entities'>): Html {
  const nodes: ElementContent[] = [];
  let at = 0;
  for (const { kind, start, end, value } of entities) {
    if (start < at) continue;
    nodes.push({ type: 'text', value: text.slice(at, start) });
    const children: ElementContent[] = [{ type: 'text', value: text.slice(start, end) }];
    const isLink = kind === 'link' && isAllowedAddress(value);
    nodes.push(
      isLink
        ? { type: 'element', tagName: 'a', properties: { href: value, ...AWAY }, children }
        : { type: 'element', tagName: 'span', properties: { className: ['live'] }, children },
    );
    at = end;
  }
  nodes.push({ type: 'text', value: text.slice(at) });
  return safeHtml(toHtml(nodes));
}

/** A link opens beside the kit, and the page it leads to learns nothing of it. */
const AWAY = { target: '_blank', rel: ['noopener', 'noreferrer'] };
