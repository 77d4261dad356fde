import { join, traced, type TracedText } from './traced-text.js';

/**
 * Platforms lay a post out by the first letter in it. In a language from right to left, one that begins with a foreign name
 * gets a right-to-left mark before it, behind the number of the post, which is no letter; all others need none.
 */
export function ledRight(text: TracedText, direction: 'ltr' | 'rtl'): TracedText {
  const first = /\p{L}/u.exec(text.text)?.[0];
  if (direction === 'ltr' || first === undefined || RIGHT_TO_LEFT.test(first)) return text;
  return join([traced('\u200f', { origin: 'draft', span: text.marks[0]?.span ?? { start: 0, end: 0 } }), text]);
}

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
