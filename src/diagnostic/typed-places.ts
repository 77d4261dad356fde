import type { SourceFile, Span } from '../model/position.js';

/**
 * Where each character stands that the writer typed. Markdown takes away backslashes, the spaces around line breaks and
 * the marks of quotations, and a line break goes with a block's tag; it turns character references into what they stand for, so the two are read side by side.
 */
export function typedPlaces(value: string, span: Span, source: SourceFile): Span[] {
  let at = span.start;
  return Array.from({ length: value.length }, (_, index): Span => {
    const start = Math.min(skipTo(value.charAt(index), at, source.text), span.end);
    const end = Math.min(start + lengthAt(value.charAt(index), start, source.text), span.end);
    at = end;
    return { start, end };
  });
}

function skipTo(character: string, at: number, source: string): number {
  if (source.charAt(at) === character) return at;
  if (source.charAt(at) === '\\' && source.charAt(at + 1) === character) return at + 1;
  const skipped = at + (matchAt(character === '\n' ? /[ \t\r]+/y : /[ \t\r\n>]+/y, at, source)?.length ?? 0);
  return source.charAt(skipped) === character ? skipped : at;
}

/** A character reference is many characters of the source; what cannot be found takes no place. */
function lengthAt(character: string, at: number, source: string): number {
  if (source.charAt(at) === character) return matchAt(/&(?:amp|#38|#x26);/iy, at, source)?.length ?? 1;
  return matchAt(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/iy, at, source)?.length ?? 0;
}

function matchAt(pattern: RegExp, at: number, text: string): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
