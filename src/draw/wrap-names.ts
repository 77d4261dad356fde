import type { JsonObject } from '../model/chart.js';
import type { SceneText } from './list-texts.js';
import type { Shape } from './shapes.js';
import { isMapping, mapParts } from './spec-parts.js';
import { wrapText } from './wrap-text.js';

/** A chart whose long names stand in lines, and the height of a row that takes. */
export interface WrappedNames {
  readonly spec: JsonObject;
  /** CSS pixels. */
  readonly step: number;
}

/**
 * Breaks names beside an axis that were cut into lines; `undefined` where none was, where the writer has said how names
 * are written, or where they are too long for that too.
 */
export function wrapNames(spec: JsonObject, texts: readonly SceneText[], shape: Shape): WrappedNames | undefined {
  const cut = texts.filter((text) => text.cut && text.isAxisLabel && text.angle === 0).map(({ text }) => text);
  const names = [...new Set(cut)];
  if (names.length === 0 || 'height' in spec) return undefined;
  const lines = names.map((name) => evenLines(name, shape));
  const most = Math.max(...lines.map(({ length }) => length));
  if (most > MOST_LINES) return undefined;
  const index = `indexof(${JSON.stringify(names)}, datum.label)`;
  const labelExpr = `${index} < 0 ? datum.label : ${JSON.stringify(lines)}[${index}]`;
  const wrapped = setNames(spec, { labelExpr, labelLineHeight: LABEL.line });
  return wrapped === spec ? undefined : { spec: wrapped, step: most * LABEL.line + GAP };
}

/** The fewest lines, none much longer than the others. */
function evenLines(name: string, { labelLimit, fonts }: Shape): string[] {
  const linesAt = (share: number): string[] => wrapText(name, LABEL, labelLimit * share, fonts);
  const fewest = linesAt(1);
  return SHARES.map(linesAt).find(({ length }) => length === fewest.length) ?? fewest;
}

/** Of the longest label, from the narrowest on. */
const SHARES = [0.55, 0.65, 0.75, 0.85] as const;

/** As the theme sets the labels of an axis. */
const LABEL = { size: 13, weight: 400, line: 15 } as const;
const MOST_LINES = 3;
/** Between two names, CSS pixels. */
const GAP = 10;

function setNames(spec: JsonObject, settings: JsonObject): JsonObject {
  const { encoding } = spec;
  const y = isMapping(encoding) ? encoding['y'] : undefined;
  if (!isMapping(encoding) || !isMapping(y)) {
    const parts = mapParts(spec, (part) => setNames(part, settings));
    return JSON.stringify(parts) === JSON.stringify(spec) ? spec : parts;
  }
  const { axis, type } = y;
  const own = isMapping(axis) ? axis : {};
  if (axis === null || type === 'quantitative' || type === 'temporal' || OWN.some((key) => key in own)) return spec;
  return { ...spec, encoding: { ...encoding, y: { ...y, axis: { ...own, ...settings } } } };
}

const OWN: readonly string[] = ['labelExpr', 'labelLimit', 'format', 'labelAngle'];
