import type { SourceFile, Span } from '../../model/position.js';
import type { Mark, TracedText } from './traced-text.js';

/** How far apart two characters of a text may stand in the source: an indentation, a quote mark, a character reference. */
const MOST_BETWEEN = 80;

/**
 * Words that the writer typed, each character with its place. Markdown takes away backslashes and the indentation of lines,
 * so the characters are looked up one after the other.
 */
export function writtenText(value: string, span: Span, source: SourceFile): TracedText {
  let at = span.start;
  const marks = Array.from({ length: value.length }, (_, index): Mark => {
    const found = source.text.indexOf(value.charAt(index), at);
    if (found >= 0 && found < Math.min(span.end, at + MOST_BETWEEN)) at = found;
    const start = Math.min(at, span.end);
    at = start + 1;
    return { origin: 'draft', span: { start, end: Math.min(start + 1, span.end) } };
  });
  return { text: value, marks };
}
