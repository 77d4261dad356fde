import type { View } from 'vega';
import { marksOf, sceneOf, type SceneItem } from './scene.js';

/**
 * Draws a note, a line or a band once that stands in a chart with many rows: Vega draws it for each row, all in one
 * place, so that words look bold and what is faint does not.
 */
export function mergeRepeats(view: View): void {
  for (const { marktype, role, items = [] } of marksOf(sceneOf(view))) {
    if (role !== 'mark' || !NOTES.includes(marktype) || items.length < 2) continue;
    const [first] = items.map(placeOf);
    if (items.every((item) => placeOf(item) === first)) items.length = 1;
  }
}

const NOTES: readonly string[] = ['text', 'rule', 'rect'];

function placeOf({ text, x, y, x2, y2, width, height, fill, stroke }: SceneItem): string {
  return JSON.stringify([text, x, y, x2, y2, width, height, fill, stroke].map((value) => value ?? null));
}
