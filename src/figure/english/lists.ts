import type { ListForms } from '../locale.js';

/** English lists: a comma or a word inside an item brings the mark that keeps items apart. */
export const englishLists: ListForms = {
  conjunctions: ['and', 'or'],
  join(items, { kind, serialComma }) {
    const last = items.at(-1) ?? '';
    const before = items.slice(0, -1);
    if (before.length === 0) return last;
    const mark = items.some((item) => /[,;]/.test(item)) ? ';' : ',';
    const apart = mark === ';' || items.some((item) => / (?:and|or) /i.test(item)) || (serialComma && items.length > 2);
    const joined = `${before.join(`${mark} `)}${apart ? mark : ''} ${kind === 'and' ? 'and' : 'or'} ${last}`;
    return kind === 'either' ? `either ${joined}` : joined;
  },
};
