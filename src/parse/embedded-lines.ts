import type { Embedded, SourceFile } from '../model/position.js';

/**
 * Finds each line of a block's text in the source, whatever indentation or quote marks stand before it.
 *
 * @param from Offset of the source line on which the text's first line stands.
 */
export function embeddedLines(source: SourceFile, from: number, text: string): Embedded {
  const lineOffsets: number[] = [];
  let at = from;
  for (const line of text.split(/\r?\n/)) {
    const end = lineEnd(source.text, at);
    lineOffsets.push(Math.max(at, end - line.length));
    at = nextLine(source.text, end);
  }
  return { text: text.replace(/\r\n/g, '\n'), lineOffsets };
}

/** The offset after the line break that ends the line at `offset`. */
export function lineAfter(source: SourceFile, offset: number): number {
  return nextLine(source.text, lineEnd(source.text, offset));
}

function lineEnd(text: string, offset: number): number {
  const match = /\r\n|\n|\r/.exec(text.slice(offset));
  return match ? offset + match.index : text.length;
}

function nextLine(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}
