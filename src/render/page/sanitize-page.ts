import type { Root } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { SLOT_NAME } from './slot.js';

/** Removes from a page everything but harmless structure: no script, no style, nothing loaded, no odd addresses. */
export function sanitizePage(tree: Root): Root {
  const clean = sanitize(tree, SCHEMA);
  return clean.type === 'root' ? clean : { type: 'root', children: clean.type === 'doctype' ? [] : [clean] };
}

const TAG_NAMES = (
  'a abbr aside b bdi bdo blockquote br caption cite code data dd del details dfn div dl dt em figcaption figure ' +
  'h1 h2 h3 h4 h5 h6 hr i input ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup ' +
  'table tbody td tfoot th thead time tr u ul var wbr'
).split(' ');

/** What a draft may bring along in elements and attributes. */
const SCHEMA: Schema = {
  tagNames: [...TAG_NAMES, SLOT_NAME],
  attributes: {
    '*': ['id', 'className', 'dir', 'lang', 'title'],
    [SLOT_NAME]: ['dataN'],
    a: ['href', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteBackref', 'dataFootnoteRef'],
    blockquote: ['cite'],
    data: ['value'],
    del: ['cite', 'dateTime'],
    details: ['open'],
    input: [['disabled', true], ['type', 'checkbox'], 'checked'],
    ins: ['cite', 'dateTime'],
    li: ['value'],
    ol: ['start', 'reversed', 'type'],
    q: ['cite'],
    section: ['dataFootnotes'],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
    time: ['dateTime'],
  },
  protocols: { href: ['http', 'https', 'mailto'], cite: ['http', 'https'] },
  ancestors: {
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  required: { input: { disabled: true, type: 'checkbox' } },
  // No script ever runs on a page, so no id can shadow anything.
  clobber: [],
  strip: ['iframe', 'math', 'noscript', 'object', 'script', 'select', 'style', 'svg', 'template', 'textarea', 'title'],
};

/** True for an element that the page may hold. */
export function isAllowedElement(tagName: string): boolean {
  return ALLOWED.has(tagName);
}

const ALLOWED: ReadonlySet<string> = new Set(SCHEMA.tagNames);

/** True for an address that a link on a page may have. */
export function isAllowedAddress(address: string): boolean {
  return /^(?:https?:\/\/|mailto:|#)/i.test(address);
}
