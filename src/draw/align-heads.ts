import type { View } from 'vega';
import { sceneOf, type SceneItem, type SceneMark } from './scene.js';

/**
 * Lets the title above the vertical axis, and a legend above it, begin where the axis’s labels do: at the edge where the
 * chart’s own title and source begin. Of several plots, each keeps its own where it is.
 */
export function alignHeads(view: View): void {
  const found: Found = { labels: [], heads: [], plots: 0 };
  collect(sceneOf(view), found);
  const { labels, heads, plots } = found;
  const left = Math.min(0, ...[...labels, ...heads].filter(isBesidePlot).map(({ bounds }) => bounds?.x1 ?? 0));
  if (plots > 0 || left === 0) return;
  for (const head of heads)
    if (isAbovePlot(head)) {
      head.x = (head.x ?? 0) + left;
      head.bounds?.translate(left, 0);
    }
}

interface Found {
  readonly labels: SceneItem[];
  /** Titles of axes, and legends. */
  readonly heads: SceneItem[];
  /** Those that stand beside each other; a lone one is the whole. */
  plots: number;
}

function collect({ role, name, items = [] }: SceneMark, found: Found): void {
  if (role === 'axis-label') found.labels.push(...items);
  if (role === 'axis-title' || role === 'legend') found.heads.push(...items);
  // The lines of a chart are in a group too
  if (role === 'scope' && !name?.endsWith('pathgroup')) found.plots += items.length;
  if (role !== 'legend') for (const item of items) for (const inner of item.items ?? []) collect(inner, found);
}

/** A label of an axis at the left, or a title above its names. */
function isBesidePlot({ align, bounds, angle = 0 }: SceneItem): boolean {
  return align === 'right' && angle === 0 && bounds !== undefined && bounds.x2 <= 0;
}

/** Level, and begins where the plot does. */
function isAbovePlot({ align = 'left', bounds, angle = 0 }: SceneItem): boolean {
  return align === 'left' && angle === 0 && bounds !== undefined && Math.abs(bounds.x1) < 3 && bounds.y2 <= 0;
}
