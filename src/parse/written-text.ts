import type { Scalar } from 'yaml';
import type { Embedded } from '../model/position.js';
import { scalarText } from './scalar-text.js';

/**
 * A YAML string as the file holds it, so that the places in it are exact: line breaks that YAML would fold stay.
 * Only where text and value part too far does it fall back to the value.
 *
 * @param container The YAML text that `node` was parsed from.
 * @param toFile Turns an offset in that text into one in the file.
 */
export function writtenText(
  container: Embedded,
  node: Scalar,
  value: string,
  toFile: (offset: number) => number,
): Embedded {
  const [start = 0, end = start] = node.range ?? [];
  const content = contentOf(node, container.text.slice(start, end));
  const lines = content ? linesOf(content) : [];
  if (lines.length === 0 || breaksString(lines)) return scalarText(container, node, value);
  return {
    text: lines.map(({ text }) => text).join('\n'),
    lineOffsets: lines.map(({ offset }) => toFile(start + offset)),
  };
}

interface Content {
  readonly raw: string;
  /** Where the words start and end in it. */
  readonly start: number;
  readonly end: number;
  /** The sign that stands before an escaped one: `''`, `\"`. */
  readonly escape: "'" | '\\' | undefined;
}

interface Line {
  readonly text: string;
  /** Where it starts in the scalar as written. */
  readonly offset: number;
}

function contentOf(node: Scalar, raw: string): Content | undefined {
  switch (node.type) {
    case 'QUOTE_SINGLE':
      return { raw, start: 1, end: raw.length - 1, escape: "'" };
    case 'QUOTE_DOUBLE':
      // `\n` and `\u00e9` are seldom enough in a title
      return /\\[^"\\/]/u.test(raw) ? undefined : { raw, start: 1, end: raw.length - 1, escape: '\\' };
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return { raw, start: raw.indexOf('\n') + 1, end: raw.trimEnd().length, escape: undefined };
    default:
      return { raw, start: 0, end: raw.length, escape: undefined };
  }
}

/**
 * The lines of the words. Behind an escape the text is shorter than the file, and only a line's start has a place of
 * its own: so a new line starts at the next blank outside tags and addresses, which reads as a blank.
 */
function linesOf({ raw, start, end, escape }: Content): Line[] {
  const lines: Line[] = [];
  let offset = skipBlanks(raw, start);
  let text = '';
  let depth = 0;
  let drifted = false;
  for (let at = offset; at < end; at += 1) {
    const escaped = raw.charAt(at) === escape;
    if (escaped) at += 1;
    const sign = raw.charAt(at);
    if (sign === '{' || sign === '(') depth += 1;
    if (sign === '}' || sign === ')') depth = Math.max(0, depth - 1);
    const single = sign === ' ' && !/\s/u.test(raw.charAt(at - 1) + raw.charAt(at + 1));
    if (sign === '\n' || (drifted && depth === 0 && single)) {
      lines.push({ text: text.trimEnd(), offset });
      offset = skipBlanks(raw, at + 1);
      at = offset - 1;
      text = '';
      drifted = false;
    } else text += sign;
    drifted ||= escaped;
  }
  return [...lines, { text: text.trimEnd(), offset }];
}

function skipBlanks(raw: string, from: number): number {
  return from + (/^[ \t]*/u.exec(raw.slice(from))?.[0].length ?? 0);
}

/** Whether a line ends inside a string of a tag, where a line break would not read as a blank. */
function breaksString(lines: readonly Line[]): boolean {
  return lines.slice(0, -1).some((_, index) => {
    const before = lines.slice(0, index + 1).map(({ text }) => text);
    const tag = /\{\{(?:(?!\}\}).)*$/su.exec(before.join(' '))?.[0] ?? '';
    return tag.split(/["']/u).length % 2 === 0;
  });
}
