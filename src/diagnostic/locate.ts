import type { Embedded, Place, SourceFile, Span } from '../model/position.js';

const lineStartsOf = new WeakMap<SourceFile, readonly number[]>();

/** Turns a span of a source file into lines and columns. */
export function locate(source: SourceFile, span: Span): Place {
  const starts = lineStarts(source);
  const start = point(starts, clamp(span.start, source));
  const end = point(starts, clamp(Math.max(span.end, span.start), source));
  return { file: source.path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** The offset in a source file of a line and column. */
export function offsetAt(source: SourceFile, { line, column }: Pick<Place, 'line' | 'column'>): number {
  return (lineStarts(source)[line - 1] ?? source.text.length) + column - 1;
}

/** The span in the source file of a range of an embedded text. */
export function embeddedSpan(embedded: Embedded, start: number, end: number): Span {
  return { start: embeddedOffset(embedded, start), end: embeddedOffset(embedded, end) };
}

/** The offset in the source file of an offset in an embedded text. */
export function embeddedOffset(embedded: Embedded, offset: number): number {
  const before = embedded.text.slice(0, offset);
  const line = before.split('\n').length - 1;
  const column = offset - (before.lastIndexOf('\n') + 1);
  const lastLine = embedded.lineOffsets.length - 1;
  return (embedded.lineOffsets[Math.min(line, lastLine)] ?? 0) + column;
}

function lineStarts(source: SourceFile): readonly number[] {
  const known = lineStartsOf.get(source);
  if (known) return known;
  const starts = [0];
  for (const match of source.text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  lineStartsOf.set(source, starts);
  return starts;
}

function point(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

function clamp(offset: number, source: SourceFile): number {
  return Math.min(Math.max(offset, 0), source.text.length);
}
