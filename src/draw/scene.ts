import type { View } from 'vega';

/** What Vega drew, as far as it is looked at here. */
export interface SceneMark {
  readonly marktype: string;
  /** `mark` for what the specification draws; Vega names its own `axis-label`, `legend-symbol` and so on. */
  readonly role?: string;
  readonly name?: string;
  readonly items?: SceneItem[];
}

/** A thing of a mark, or a group of marks. */
export interface SceneItem {
  readonly items?: readonly SceneMark[];
  readonly datum?: Readonly<Record<string, unknown>>;
  readonly bounds?: SceneBounds;
  /** Vega's own places; what is drawn moves with them. */
  x?: number;
  y?: number;
  align?: string;
  readonly defined?: boolean;
  readonly opacity?: number;
  readonly fillOpacity?: number;
  readonly fontSize?: number;
  readonly lineHeight?: number;
  readonly baseline?: string;
  readonly fontWeight?: unknown;
  readonly angle?: number;
  readonly limit?: number;
  readonly text?: unknown;
  readonly fill?: unknown;
  stroke?: unknown;
  strokeWidth?: number;
  readonly x2?: number;
  readonly y2?: number;
  readonly width?: number;
  readonly height?: number;
}

/** A box in CSS pixels of the group that the item stands in. */
export interface SceneBounds {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly translate: (x: number, y: number) => unknown;
}

/** The root of what Vega drew. */
export function sceneOf(view: View): SceneMark {
  // The typings know the scene as something that JSON can hold.
  return (view.scenegraph() as unknown as { readonly root: SceneMark }).root;
}

/** Every mark of a scene, each before those in its groups. */
export function* marksOf(mark: SceneMark): Generator<SceneMark> {
  yield mark;
  for (const { items = [] } of mark.items ?? []) for (const inner of items) yield* marksOf(inner);
}
