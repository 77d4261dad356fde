import type { View } from 'vega';
import { marksOf, sceneOf } from './scene.js';

/** True when something is drawn besides axes, legends and titles. */
export function hasMarks(view: View): boolean {
  return [...marksOf(sceneOf(view))].some(
    ({ marktype, role, items = [] }) => marktype !== 'group' && role === 'mark' && items.length > 0,
  );
}
