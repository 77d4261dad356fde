import type { Mark, Spec, View } from 'vega';
import { sceneOf, type SceneMark } from './scene.js';

/**
 * Says whether marks run far out of their plot, as a bar from 0 does whose axis begins at 90. Vega fits all that is
 * drawn into the picture, and would leave the plot itself no room.
 */
export function runsOut(view: View): boolean {
  return leavesPlot(sceneOf(view), view.width(), view.height());
}

function leavesPlot({ marktype, role, items = [] }: SceneMark, width: number, height: number): boolean {
  return items.some(({ bounds, items: marks = [], width: ownWidth = width, height: ownHeight = height }) => {
    const isDrawn = role === 'mark' && CLIPPED.includes(marktype) && bounds !== undefined;
    const isOut = isDrawn && (isFar(bounds.x1, bounds.x2, width) || isFar(bounds.y1, bounds.y2, height));
    return isOut || marks.some((mark) => leavesPlot(mark, ownWidth, ownHeight));
  });
}

/** A large point on the edge stays whole; a plot that has lost its room has none, or a pixel. */
function isFar(from: number, to: number, size: number): boolean {
  return size < 1 || Math.max(-from, to - size) > Math.max(size / 4, Math.min(size, 24));
}

/** The same drawing, whose marks end where their plot does. */
export function clipMarks(spec: Spec): Spec {
  return { ...spec, ...(spec.marks && { marks: spec.marks.map(clipped) }) };
}

function clipped(mark: Mark): Mark {
  if (mark.type === 'group') return { ...mark, ...(mark.marks && { marks: mark.marks.map(clipped) }) };
  return CLIPPED.includes(mark.type) ? { ...mark, clip: true } : mark;
}

const CLIPPED: readonly string[] = ['rect', 'line', 'area', 'rule', 'symbol', 'trail'];
