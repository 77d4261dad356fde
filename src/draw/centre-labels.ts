import type { View } from 'vega';
import { marksOf, sceneOf } from './scene.js';

/** Sets names of several lines beside an axis so that their middle is at what they name: Vega sets their first line there. */
export function centreLabels(view: View): void {
  for (const { role, items = [] } of marksOf(sceneOf(view))) {
    if (role !== 'axis-label') continue;
    for (const item of items) {
      const { text, baseline, fontSize = 11, lineHeight = fontSize + 2 } = item;
      if (!Array.isArray(text) || baseline !== 'middle' || (item.angle ?? 0) !== 0) continue;
      const move = ((1 - text.length) * lineHeight) / 2;
      item.y = (item.y ?? 0) + move;
      item.bounds?.translate(0, move);
    }
  }
}
