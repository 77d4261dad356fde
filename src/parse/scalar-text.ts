import type { Scalar } from 'yaml';
import { embeddedOffset } from '../diagnostic/locate.js';
import type { Embedded } from '../model/position.js';

/**
 * The text of a YAML string with its place in the source: exact where the file holds the text as it is, line by line
 * for a block scalar; where an escape parts the two, every line points at the start of the scalar.
 *
 * @param container The YAML text that `node` was parsed from.
 */
export function scalarText(container: Embedded, node: Scalar, text: string): Embedded {
  const [start = 0, end = start] = node.range ?? [];
  const raw = container.text.slice(start, end);
  const offsets: number[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    const at = raw.indexOf(line, from);
    if (at < 0) return { text, lineOffsets: text.split('\n').map(() => embeddedOffset(container, start)) };
    offsets.push(embeddedOffset(container, start + at));
    from = at + line.length;
  }
  return { text, lineOffsets: offsets };
}
