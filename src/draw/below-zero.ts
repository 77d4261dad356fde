import type { View } from 'vega';
import { marksOf, sceneOf } from './scene.js';

/** Says what shows a number below zero that cannot: a part of a whole, an area that stands on another, a size. */
export function belowZero(compiled: unknown, view: View): string[] {
  const part = negativePart(compiled, view);
  const size = leastSize(view);
  return [
    ...(part === undefined ? [] : [`The drawing stacks ${part.toString()}`]),
    ...(size < 0 ? [`The drawing sizes ${size.toString()}`] : []),
  ];
}

/** Vega would let the least number be a point of no size, and zero one of half the size. */
function leastSize(view: View): number {
  try {
    const { domain } = view.scale('size') as { readonly domain: () => readonly unknown[] };
    return Math.min(...domain().map(Number));
  } catch {
    return 0;
  }
}

function negativePart(compiled: unknown, view: View): number | undefined {
  const stacks = [...stacksIn(compiled)];
  if (stacks.length === 0) return undefined;
  const marks = [...marksOf(sceneOf(view))].filter(({ role }) => role === 'mark');
  for (const { marktype, name, items = [] } of marks)
    for (const { datum = {} } of items)
      for (const { field, start, offset } of stacks) {
        const value = datum[field];
        if (!(start in datum) || typeof value !== 'number' || value >= 0) continue;
        const isStackedArea = marktype === 'area' && marks.filter((mark) => mark.name === name).length > 1;
        if (marktype === 'arc' || offset !== 'zero' || isStackedArea) return value;
      }
  return undefined;
}

interface Stack {
  readonly field: string;
  /** The field that says where a part begins. */
  readonly start: string;
  readonly offset: unknown;
}

/** Every transform of what Vega-Lite compiled that puts values on each other. */
function* stacksIn(value: unknown): Generator<Stack> {
  if (typeof value !== 'object' || value === null) return;
  const { type, field, as, offset } = value as Readonly<Record<string, unknown>>;
  if (type === 'stack' && typeof field === 'string' && Array.isArray(as))
    yield { field, start: String(as[0]), offset: offset ?? 'zero' };
  for (const inner of Object.values(value)) yield* stacksIn(inner);
}
