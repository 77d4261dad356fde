import type { View } from 'vega';
import { marksOf, sceneOf, type SceneItem, type SceneMark } from './scene.js';

/**
 * Moves labels that stand in one column, such as the names at the ends of lines, apart where they lie on each other.
 * None moves further than a line: a name that is not beside what it names says something false.
 */
export function partLabels(view: View): void {
  for (const mark of marksOf(sceneOf(view))) for (const column of labelColumns(mark)) part(column);
}

interface Label {
  readonly item: SceneItem;
  readonly top: number;
  readonly height: number;
}

/** The labels of a mark that stand one below the other, from the top down. */
function labelColumns({ marktype, role, items = [] }: SceneMark): Label[][] {
  if (marktype !== 'text' || role !== 'mark' || items.length > MOST_LABELS) return [];
  const columns = new Map<string, Label[]>();
  for (const item of items) {
    const { bounds, x = 0, align = 'left', angle = 0, text, opacity = 1, fillOpacity = 1 } = item;
    if (!bounds || angle !== 0 || Array.isArray(text) || opacity === 0 || fillOpacity === 0) continue;
    const key = `${align} ${Math.round(x).toString()}`;
    const label = { item, top: bounds.y1, height: bounds.y2 - bounds.y1 };
    columns.set(key, [...(columns.get(key) ?? []), label]);
  }
  return [...columns.values()].map((column) => column.sort((one, other) => one.top - other.top));
}

/** More than this are no labels of lines, but a texture. */
const MOST_LABELS = 200;

/** Parts runs of labels that touch: each run keeps its middle, and grows while it meets the next. */
function part(column: readonly Label[]): void {
  const runs: { readonly labels: readonly Label[]; readonly top: number; readonly bottom: number }[] = [];
  for (const label of column) {
    let run = { labels: [label], top: label.top, bottom: label.top + label.height };
    for (let before = runs.at(-1); before && before.bottom > run.top + SLACK; before = runs.at(-1)) {
      runs.pop();
      run = joined([...before.labels, ...run.labels]);
    }
    runs.push(run);
  }
  for (const { labels, top } of runs) {
    let at = top;
    const moves = labels.map((label) => {
      const move = at - label.top;
      at += label.height;
      return { label, move };
    });
    if (moves.some(({ label, move }) => Math.abs(move) > label.height)) continue;
    for (const { label, move } of moves) if (move !== 0) shift(label.item, move);
  }
}

/** A line's box is a little higher than its letters. */
const SLACK = 2;

function joined(labels: Label[]): { labels: Label[]; top: number; bottom: number } {
  const height = labels.reduce((sum, label) => sum + label.height, 0);
  const middle = labels.reduce((sum, label) => sum + label.top + label.height / 2, 0) / labels.length;
  return { labels, top: middle - height / 2, bottom: middle + height / 2 };
}

function shift(item: SceneItem, move: number): void {
  item.y = (item.y ?? 0) + move;
  item.bounds?.translate(0, move);
}
