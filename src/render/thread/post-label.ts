import type { Numbering } from '../../model/draft.js';
import { join, traced, type TracedText } from './traced-text.js';

/** The number of the post at `index`, or `null` when it carries none. */
export function postNumber(index: number, { style, first, start }: Numbering): number | null {
  return style === 'none' || (index === 0 && !first) ? null : start + index;
}

/** Adds a post's label: before its words, or on a line of its own when it would stand before the mark of a list; or after them. */
export function labelled(
  text: TracedText,
  number: number | null,
  { style, place, start }: Numbering,
  { posts, list }: { readonly posts: number; readonly list: boolean },
): TracedText {
  if (number === null) return text;
  const label = traced(labelText(number, start + posts - 1, style), {
    origin: 'draft',
    span: text.marks[0]?.span ?? { start: 0, end: 0 },
  });
  if (text.text === '') return label;
  return place === 'end' ? join([text, label], ' ') : join([label, text], list ? '\n' : ' ');
}

function labelText(number: number, last: number, style: Numbering['style']): string {
  switch (style) {
    case '1.':
      return `${number}.`;
    case '1/':
      return `${number}/`;
    case '1/n':
      return `${number}/${last}`;
    case '(1/n)':
      return `(${number}/${last})`;
    case 'none':
      return '';
  }
}
