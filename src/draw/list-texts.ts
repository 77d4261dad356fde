import type { View } from 'vega';
import { measureText, readWeight } from './measure-text.js';
import type { OwnFonts } from './own-fonts.js';
import { sceneOf, type SceneItem, type SceneMark } from './scene.js';

/** A text as it stands in a drawing: its box in CSS pixels of the whole. */
export interface SceneText {
  readonly text: string;
  readonly size: number;
  /** True when Vega ends it with an ellipsis. */
  readonly cut: boolean;
  /** True when its box is that of its letters, because it stands level or upright. */
  readonly straight: boolean;
  /** Degrees, clockwise. */
  readonly angle: number;
  /** True for a label of an axis. */
  readonly isAxisLabel: boolean;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Lists the texts that a drawing shows. */
export function listTexts(view: View, fonts?: OwnFonts): SceneText[] {
  const found: Found = { texts: [], fonts };
  const [left, top] = view.origin();
  walk(sceneOf(view), left, top, found);
  return found.texts;
}

interface Found {
  readonly texts: SceneText[];
  readonly fonts: OwnFonts;
}

function walk({ marktype, role, items = [] }: SceneMark, left: number, top: number, found: Found): void {
  for (const item of items) {
    const text = marktype === 'text' && readText(item, left, top, found.fonts);
    if (text) found.texts.push({ ...text, isAxisLabel: role === 'axis-label' });
    for (const mark of item.items ?? []) walk(mark, left + (item.x ?? 0), top + (item.y ?? 0), found);
  }
}

function readText(
  item: SceneItem,
  left: number,
  top: number,
  fonts: OwnFonts,
): Omit<SceneText, 'isAxisLabel'> | undefined {
  const { text, bounds, opacity = 1, fillOpacity = 1, fontSize = 11, angle = 0, limit = 0 } = item;
  const lines = (Array.isArray(text) ? text : [text]).map((line) => String(line ?? '').trim());
  if (!bounds || opacity === 0 || fillOpacity === 0 || lines.every((line) => line === '')) return undefined;
  const weight = readWeight(item.fontWeight);
  return {
    text: lines.join(' '),
    size: fontSize,
    cut: limit > 0 && lines.some((line) => measureText(line, weight, fontSize, fonts) > limit),
    straight: angle % 90 === 0,
    angle,
    left: left + bounds.x1,
    top: top + bounds.y1,
    right: left + bounds.x2,
    bottom: top + bounds.y2,
  };
}
