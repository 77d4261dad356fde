import type { Reference } from '../../model/draft.js';
import type { Span } from '../../model/position.js';

/** Where one UTF-16 unit of a post came from. */
export interface Mark {
  /** `draft` also for what the rendering adds: labels, list marks, quotation marks. */
  readonly origin: 'draft' | 'data' | 'phrase' | 'tag';
  /** In the source: of the character itself, or of the tag that computed it. */
  readonly span: Span;
  /** The same object for every unit of one address that must stay live. */
  readonly address?: Address | undefined;
  /** What it is a part of, the innermost first; the same object for every unit of one. */
  readonly wholes?: readonly Whole[] | undefined;
}

/** A stretch of a post that is one thing: a figure, the words of a claim, a link with its address, code. */
export interface Whole {
  readonly kind: 'figure' | 'claim' | 'link with its words' | 'code';
  /** Of a figure or claim on record. */
  readonly id?: string | undefined;
  readonly refersTo?: Reference | undefined;
}

/** An address that a link in the draft asks for. */
export interface Address {
  readonly url: string;
  readonly span: Span;
}

/** A text that remembers where each of its UTF-16 units came from: `marks` is as long as `text`. */
export interface TracedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export const EMPTY: TracedText = { text: '', marks: [] };

/** A text all of one origin. */
export function traced(text: string, mark: Mark): TracedText {
  return { text, marks: new Array<Mark>(text.length).fill(mark) };
}

/** Marks a text as one thing. */
export function whole({ text, marks }: TracedText, kind: Whole): TracedText {
  return { text, marks: marks.map((mark) => ({ ...mark, wholes: [...(mark.wholes ?? []), kind] })) };
}

/** Joins texts, `separator` between them. */
export function join(parts: readonly TracedText[], separator = ''): TracedText {
  const text = parts.map((part) => part.text).join(separator);
  const marks = parts.flatMap((part, index) => {
    if (index === 0 || separator === '') return part.marks;
    const mark = part.marks[0] ?? parts[index - 1]?.marks.at(-1);
    return [...traced(separator, plain(mark)).marks, ...part.marks];
  });
  return { text, marks };
}

/** The part between two UTF-16 offsets. */
export function slice({ text, marks }: TracedText, start: number, end?: number): TracedText {
  return { text: text.slice(start, end), marks: marks.slice(start, end) };
}

/** Replaces every match; new units take the origin of the most computed of those they replace. */
export function replace(
  whole: TracedText,
  pattern: RegExp,
  replacement: (match: string, offset: number) => string,
): TracedText {
  const parts: TracedText[] = [];
  let at = 0;
  for (const match of whole.text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    parts.push(slice(whole, at, match.index), substitute(whole, match.index, end, replacement(match[0], match.index)));
    at = end;
  }
  return parts.length === 0 ? whole : join([...parts, slice(whole, at)]);
}

const COMPUTED: readonly Mark['origin'][] = ['data', 'phrase', 'tag'];

function substitute(whole: TracedText, start: number, end: number, text: string): TracedText {
  const marks = whole.marks.slice(start, end);
  if (text === whole.text.slice(start, end)) return { text, marks };
  const computed = COMPUTED.map((origin) => marks.find((mark) => mark.origin === origin)).find(Boolean);
  return traced(text, computed ?? marks[0] ?? plain(whole.marks[start - 1]));
}

function plain(mark: Mark | undefined): Mark {
  return { origin: 'draft', span: mark?.span ?? { start: 0, end: 0 } };
}
