import type { MarkerNode, OpenInline } from './marker.js';

const MARKER = '\u0000';
const OTHER = '\uFFFC';

/**
 * Takes away the line breaks that stand beside block tags: a line of tags alone goes as a whole;
 * elsewhere a break right inside a block goes.
 */
export function trimLines(nodes: readonly OpenInline[]): OpenInline[] {
  const text = flatText(nodes);
  const dropped = new Set<number>();
  for (const line of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    if (!line[0].includes(MARKER)) continue;
    if (isTagLine(line[0])) dropLine(line.index, line[0], dropped);
    else dropInside(nodes, text, line.index, line[0], dropped);
  }
  return without(nodes, dropped);
}

/** Parts siblings at the lines that hold only tags with a partner elsewhere; `undefined` when such a tag is not alone on its line. */
export function splitAtMarkers(
  nodes: readonly OpenInline[],
  apart: ReadonlySet<MarkerNode>,
): (OpenInline[] | MarkerNode)[] | undefined {
  const text = flatText(nodes);
  let offset = 0;
  const parts: (OpenInline[] | MarkerNode)[] = [];
  let run: OpenInline[] = [];
  for (const node of nodes) {
    if (node.type === 'marker' && apart.has(node)) {
      const start = text.lastIndexOf('\n', offset - 1) + 1;
      const end = text.indexOf('\n', offset);
      if (!isTagLine(text.slice(start, end < 0 ? undefined : end))) return undefined;
      if (run.length > 0) parts.push(run);
      parts.push(node);
      run = [];
    } else run.push(node);
    offset += flatText([node]).length;
  }
  if (run.length > 0) parts.push(run);
  return parts
    .map((part) => (Array.isArray(part) ? trimEdges(part) : part))
    .filter((part) => !Array.isArray(part) || part.length > 0);
}

/** Takes white space from the start and the end of siblings. */
export function trimEdges<Node extends OpenInline>(nodes: readonly Node[]): Node[] {
  const text = flatText(nodes);
  const dropped = new Set<number>();
  const leading = /^\s*/.exec(text)?.[0].length ?? 0;
  const trailing = /\s*$/.exec(text.slice(leading))?.[0].length ?? 0;
  for (let index = 0; index < leading; index += 1) dropped.add(index);
  for (let index = text.length - trailing; index < text.length; index += 1) dropped.add(index);
  return without(nodes, dropped);
}

function isTagLine(line: string): boolean {
  return /^[\s\0]*\0[\s\0]*$/.test(line);
}

/** A last line has no break of its own; the one before it parts the rounds of a loop, and is trimmed when all is filled. */
function dropLine(start: number, line: string, dropped: Set<number>): void {
  for (let index = 0; index < line.length; index += 1) if (line[index] !== MARKER) dropped.add(start + index);
}

function dropInside(
  nodes: readonly OpenInline[],
  text: string,
  start: number,
  line: string,
  dropped: Set<number>,
): void {
  const markers = markersByOffset(nodes);
  for (let index = 0; index < line.length; index += 1) {
    const kind = markers.get(start + index)?.tag.kind;
    if (kind === undefined) continue;
    const at = start + index;
    // A comment between two words leaves one space
    if (kind === 'comment' && /^[ \t]?$/.test(text.charAt(at - 1)) && /[ \t]/.test(text.charAt(at + 1)))
      dropped.add(at + 1);
    if ((kind === 'open' || kind === 'else') && text[at + 1] === '\n') dropped.add(at + 1);
    if ((kind === 'close' || kind === 'else') && text[at - 1] === '\n') dropped.add(at - 1);
  }
}

function markersByOffset(nodes: readonly OpenInline[]): Map<number, MarkerNode> {
  const found = new Map<number, MarkerNode>();
  let offset = 0;
  for (const node of nodes) {
    if (node.type === 'marker') found.set(offset, node);
    offset += flatText([node]).length;
  }
  return found;
}

/** One character a node, except texts, so that offsets say where a node stands. */
function flatText(nodes: readonly OpenInline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'break') return '\n';
      return node.type === 'marker' ? MARKER : OTHER;
    })
    .join('');
}

function without<Node extends OpenInline>(nodes: readonly Node[], dropped: ReadonlySet<number>): Node[] {
  const kept: Node[] = [];
  let offset = 0;
  for (const node of nodes) {
    const start = offset;
    if (node.type === 'text') {
      offset += node.value.length;
      const value = Array.from({ length: node.value.length }, (_, index) =>
        dropped.has(start + index) ? '' : (node.value[index] ?? ''),
      ).join('');
      if (value !== '') kept.push({ ...node, value });
    } else {
      offset += 1;
      if (!dropped.has(start)) kept.push(node);
    }
  }
  return kept;
}
