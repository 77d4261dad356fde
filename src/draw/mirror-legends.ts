import type { View } from 'vega';
import { marksOf, sceneOf, type SceneItem } from './scene.js';

/** Turns legends of symbols round, so that they are read from the right: the first at the right, each before its name. */
export function mirrorLegends(view: View): void {
  for (const { role, items = [] } of marksOf(sceneOf(view))) {
    if (role !== 'legend-entry') continue;
    for (const legend of items) for (const { items: entries = [] } of legend.items ?? []) mirrorEntries(entries);
  }
}

function mirrorEntries(entries: readonly SceneItem[]): void {
  const named = entries.filter(({ bounds, items = [] }) => bounds && items.some(({ role }) => role === 'legend-label'));
  const [left, right] = ends(named);
  for (const entry of named) {
    const [from, to] = ends([entry]);
    const inside = from + to - 2 * (entry.x ?? 0);
    for (const { items = [] } of entry.items ?? []) for (const item of items) mirror(item, inside);
    move(entry, left + right - from - to);
  }
}

/** What stood so far from the left stands so far from the right. */
function mirror(item: SceneItem, sum: number): void {
  const [from, to] = ends([item]);
  item.bounds?.translate(sum - to - from, 0);
  item.x = sum - (item.x ?? 0);
  if (item.text !== undefined) item.align = 'right';
}

function move(item: SceneItem, by: number): void {
  item.x = (item.x ?? 0) + by;
  item.bounds?.translate(by, 0);
}

function ends(items: readonly SceneItem[]): readonly [left: number, right: number] {
  return [
    Math.min(...items.map(({ bounds }) => bounds?.x1 ?? Infinity)),
    Math.max(...items.map(({ bounds }) => bounds?.x2 ?? -Infinity)),
  ];
}
