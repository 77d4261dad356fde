import type { View } from 'vega';
import type { JsonObject } from '../model/chart.js';
import { marksOf, sceneOf, type SceneItem, type SceneMark } from './scene.js';
import { isMapping } from './spec-parts.js';

/** What a drawing leaves out, though the rest of it is there. */
export interface Losses {
  /** Parts of a layered or composed chart without anything in them: which of them, from 1, and its mark. */
  readonly emptyParts: readonly { readonly number: number; readonly of: number; readonly mark: string }[];
  /** Points of lines and areas that have no neighbour, so that nothing joins them, and no mark of their own. */
  readonly lonePoints: number;
  /** True when there is nothing else in the drawing. */
  readonly isAll: boolean;
}

/** Finds what Vega leaves out without a word. */
export function findLosses(spec: JsonObject, view: View): Losses {
  const root = sceneOf(view);
  const marks = [...marksOf(root)].filter(({ marktype, role }) => marktype !== 'group' && role === 'mark');
  const { lone, seen } = pathPoints(root);
  return { emptyParts: emptyParts(spec, root, marks), lonePoints: lone, isAll: lone > 0 && seen === 0 };
}

interface Part {
  readonly prefix: string;
  readonly mark: string;
}

function emptyParts(spec: JsonObject, root: SceneMark, marks: readonly SceneMark[]): Losses['emptyParts'] {
  const parts = partsOf(spec, '');
  if (parts.length < 2) return [];
  const names = [...marksOf(root)].flatMap(({ name }) => name ?? []);
  return parts.flatMap(({ prefix, mark }, index) => {
    const isKnown = names.some((name) => name.startsWith(prefix));
    const isEmpty = marks.every(({ name = '', items = [] }) => !name.startsWith(prefix) || items.length === 0);
    return isKnown && isEmpty ? [{ number: index + 1, of: parts.length, mark }] : [];
  });
}

/** The parts of a specification that have a mark, with what Vega-Lite begins the names of their marks with. */
function partsOf(spec: JsonObject, given: string): Part[] {
  const prefix = typeof spec['name'] === 'string' ? `${spec['name'].replace(/\W/g, '_')}_` : given;
  // How Vega-Lite names what it repeats depends on the fields.
  if ('repeat' in spec) return [];
  const inner = spec['spec'];
  if (isMapping(inner)) return partsOf(inner, `${prefix}child_`);
  for (const [key, word] of Object.entries(PARTS)) {
    const list = spec[key];
    if (!Array.isArray(list)) continue;
    return list.flatMap((part, index) =>
      isMapping(part) ? partsOf(part, `${prefix}${word}_${index.toString()}_`) : [],
    );
  }
  const { mark } = spec;
  const type = isMapping(mark) ? mark['type'] : mark;
  return [{ prefix, mark: typeof type === 'string' ? type : '' }];
}

const PARTS = { layer: 'layer', concat: 'concat', hconcat: 'concat', vconcat: 'concat' };

/** Counts the points that no line joins to another and nothing else marks, and everything that is seen. */
function pathPoints(root: SceneMark): { readonly lone: number; readonly seen: number } {
  const lone: string[] = [];
  const marked = new Set<string>();
  let seen = 0;
  const walk = ({ marktype, role, items = [] }: SceneMark, left: number, top: number): void => {
    const place = ({ x = 0, y = 0 }: SceneItem): string =>
      `${Math.round(left + x).toString()} ${Math.round(top + y).toString()}`;
    if (marktype === 'group')
      for (const { items: inner = [], x = 0, y = 0 } of items) for (const mark of inner) walk(mark, left + x, top + y);
    // Words beside a point do not show where it is
    else if (role !== 'mark' || marktype === 'text') return;
    else if (PATHS.includes(marktype))
      for (const run of runsOf(items)) {
        const [only] = run;
        if (only && run.length === 1) lone.push(place(only));
        else seen += 1;
      }
    else {
      seen += items.length;
      for (const item of items) marked.add(place(item));
    }
  };
  walk(root, 0, 0);
  return { lone: lone.filter((place) => !marked.has(place)).length, seen };
}

const PATHS: readonly string[] = ['line', 'area', 'trail'];

/** A path's points, parted where it has gaps. */
function runsOf(items: readonly SceneItem[]): SceneItem[][] {
  const runs: SceneItem[][] = [[]];
  for (const item of items)
    if (item.defined === false) runs.push([]);
    else runs.at(-1)?.push(item);
  return runs.filter((run) => run.length > 0);
}
