import type { ListForms } from '../locale.js';

/** Arabic lists: the word for “and” stands before each item but the first, and is written together with it. */
export const arabicLists: ListForms = {
  conjunctions: ['و', 'أو'],
  join(items, { kind }) {
    const joint = kind === 'and' ? 'و' : 'أو ';
    const joined = items.map((item, index) => (index === 0 ? item : `${joint}${apart(item, kind)}${item}`)).join(' ');
    return kind === 'either' && items.length > 1 ? `إما ${joined}` : joined;
  },
};

/** What does not begin with an Arabic letter, such as a hashtag or a foreign name, stands by itself. */
function apart(item: string, kind: string): string {
  return kind !== 'and' || /^\p{Script=Arabic}/u.test(item) ? '' : ' ';
}
