import type { Numbering } from '../../model/draft.js';
import { join, traced, type TracedText } from './traced-text.js';

/** The number of the post at `index`, or `null` when it carries none. */
export function postNumber(index: number, { style, first, start }: Numbering): number | null {
  return style === 'none' || (index === 0 && !first) ? null : start + index;
}

/** The label of the post at `index` of so many, empty when it carries none. */
export function postLabel(index: number, posts: number, numbering: Numbering): string {
  const number = postNumber(index, numbering);
  return number === null ? '' : labelText(number, numbering.start + posts - 1, numbering.style);
}

/** Adds a label: before the words, or on a line of its own when it would stand before the mark of a list; or after them. */
export function labelled(
  text: TracedText,
  label: string,
  { place, list }: { readonly place: Numbering['place']; readonly list: boolean },
): TracedText {
  if (label === '') return text;
  const mark = traced(label, { origin: 'draft', span: text.marks[0]?.span ?? { start: 0, end: 0 } });
  if (text.text === '') return mark;
  return place === 'end' ? join([text, mark], ' ') : join([mark, text], list ? '\n' : ' ');
}

/** The same without places, where only its length matters. */
export function labelledText(text: string, label: string, place: Numbering['place']): string {
  return [place === 'start' ? label : text, place === 'start' ? text : label].filter((part) => part !== '').join(' ');
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
