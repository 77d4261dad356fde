import type { View } from 'vega';
import { sceneOf, type SceneItem, type SceneMark } from './scene.js';
import { ROLES } from './theme.js';

/** Gives words that a line runs through an edge in the colour of the paper; words on bars and areas stay as they are. */
export function haloTexts(view: View): void {
  const found: Found = { texts: [], lines: [], fills: [] };
  collect(sceneOf(view), 0, 0, found);
  const { texts, lines, fills } = found;
  for (const { item, box } of texts)
    if (
      item.stroke === undefined &&
      lines.some((line) => touches(line, box)) &&
      !fills.some((fill) => touches(fill, box))
    ) {
      item.stroke = ROLES.background;
      item.strokeWidth = EDGE;
    }
}

/** Lets the edge of words lie behind their letters; Vega would draw it over them. */
export function withHalos(svg: string): string {
  return svg.replace(
    new RegExp(`<text(?=[^>]*\\sstroke="${ROLES.background}")`, 'g'),
    '<text paint-order="stroke" stroke-linejoin="round"',
  );
}

/** CSS pixels, of which the outer half is seen. */
const EDGE = 4;

type Box = readonly [left: number, top: number, right: number, bottom: number];

interface Found {
  readonly texts: { readonly item: SceneItem; readonly box: Box }[];
  readonly lines: Box[];
  readonly fills: Box[];
}

function collect({ marktype, role, items = [] }: SceneMark, left: number, top: number, found: Found): void {
  for (const item of items) {
    for (const mark of item.items ?? []) collect(mark, left + (item.x ?? 0), top + (item.y ?? 0), found);
    if (role !== 'mark' || !item.bounds) continue;
    const { x1, y1, x2, y2 } = item.bounds;
    const box: Box = [left + x1, top + y1, left + x2, top + y2];
    if (marktype === 'text') found.texts.push({ item, box });
    else if (LINES.includes(marktype)) found.lines.push(box);
    else if (FILLS.includes(marktype) && item.fill !== ROLES.grid) found.fills.push(box);
  }
  // The points of a path are its items, each without a box of what joins them
  if (role === 'mark' && PATHS.includes(marktype))
    for (const [index, item] of items.entries()) {
      const next = items[index + 1];
      if (next) found.lines.push(boxBetween(item, next, left, top));
    }
}

function boxBetween(from: SceneItem, to: SceneItem, left: number, top: number): Box {
  const [xs, ys] = [
    [from.x ?? 0, to.x ?? 0],
    [from.y ?? 0, to.y ?? 0],
  ];
  return [left + Math.min(...xs), top + Math.min(...ys), left + Math.max(...xs), top + Math.max(...ys)];
}

const LINES: readonly string[] = ['rule'];
const PATHS: readonly string[] = ['line', 'trail'];
const FILLS: readonly string[] = ['rect', 'arc', 'area', 'shape'];

function touches(one: Box, other: Box): boolean {
  return one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];
}
