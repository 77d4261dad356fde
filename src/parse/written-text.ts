import type { Scalar } from 'yaml';
import type { Embedded } from '../model/position.js';
import { scalarText } from './scalar-text.js';

/**
 * A YAML string as the file holds it, so that every place in it is exact: line breaks that YAML would fold stay.
 * Only where an escape parts text and value does it fall back to the value.
 *
 * @param container The YAML text that `node` was parsed from.
 */
export function writtenText(container: Embedded, node: Scalar, value: string, toFile: ToFile): Embedded {
  const [start = 0, end = start] = node.range ?? [];
  const raw = container.text.slice(start, end);
  const content = contentRange(node, raw);
  const lines = content ? linesOf(raw, content) : [];
  // A tag that spans lines needs YAML's folding, lest a break end up inside one of its strings
  if (lines.length === 0 || (lines.length > 1 && lines.some(opensTag))) return scalarText(container, node, value);
  return {
    text: lines.map(({ text }) => text).join('\n'),
    lineOffsets: lines.map(({ offset }) => toFile(start + offset)),
  };
}

type ToFile = (offset: number) => number;

/** Where the words stand in a scalar that has no escapes. */
function contentRange(node: Scalar, raw: string): { start: number; end: number } | undefined {
  switch (node.type) {
    case 'QUOTE_SINGLE':
      return raw.slice(1, -1).includes("'") ? undefined : { start: 1, end: raw.length - 1 };
    case 'QUOTE_DOUBLE':
      return raw.includes('\\') ? undefined : { start: 1, end: raw.length - 1 };
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return { start: raw.indexOf('\n') + 1, end: raw.length };
    default:
      return { start: 0, end: raw.length };
  }
}

function linesOf(raw: string, range: { start: number; end: number }): { text: string; offset: number }[] {
  const content = raw.slice(range.start, range.end).trimEnd();
  const lines: { text: string; offset: number }[] = [];
  let at = range.start;
  for (const line of content.split('\n')) {
    const indent = /^[ \t]*/u.exec(line)?.[0].length ?? 0;
    lines.push({ text: line.trim(), offset: at + indent });
    at += line.length + 1;
  }
  return lines;
}

function opensTag(line: { text: string }): boolean {
  return line.text.lastIndexOf('{{') > line.text.lastIndexOf('}}');
}
