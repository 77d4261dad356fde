import type { Embedded, SourceFile } from '../model/position.js';
import type { SourcePart } from './tag-nodes.js';

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

/**
 * Finds each line of a part of a link in the source, whatever quote marks stand before it.
 *
 * @param read The text that Markdown read, and how its offsets lie in the source.
 */
export function embeddedPart(
  { start, end, text }: SourcePart,
  read: { readonly text: string; readonly toSource: (offset: number) => number },
): Embedded {
  const lines = text.split(/\r\n|\n|\r/);
  let at = start;
  const lineOffsets = lines.map((line, index) => {
    const stop = lineEnd(read.text, at);
    at = nextLine(read.text, stop);
    if (index === 0) return read.toSource(start);
    return read.toSource((index === lines.length - 1 ? end : stop) - line.length);
  });
  return { text: lines.join('\n'), lineOffsets };
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
