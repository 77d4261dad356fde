import type { Json, JsonObject } from '../model/chart.js';
import { isMapping, mapParts } from './spec-parts.js';

/**
 * The ways in which names below an axis take less and less room, from the way they are set now; none where the writer
 * has said how.
 */
export function turnNames(spec: JsonObject): readonly JsonObject[] {
  const now = namesOf(spec);
  if (!now) return [];
  const index = WAYS.findIndex((way) => Object.entries(way).every(([key, value]) => now[key] === value));
  return WAYS.slice(index + 1).map((way) => setNames(spec, way));
}

const OPEN = { labelOverlap: false } as const;

/** A word a line, then slanted, then upright. */
const WAYS: readonly JsonObject[] = [
  { ...OPEN, labelExpr: "split(datum.label, ' ')" },
  { ...OPEN, labelAngle: -40, labelAlign: 'right', labelBaseline: 'middle' },
  { ...OPEN, labelAngle: -90, labelAlign: 'right', labelBaseline: 'middle' },
];

/** The axis of names that a chart was given, if nothing but its names was set. */
function namesOf(spec: JsonObject): JsonObject | undefined {
  const { encoding } = spec;
  const x = isMapping(encoding) ? encoding['x'] : undefined;
  const axis = isMapping(x) ? x['axis'] : undefined;
  if (isMapping(axis) && axis['labelOverlap'] === false) return axis;
  const { layer } = spec;
  return (Array.isArray(layer) ? layer.filter(isMapping) : []).map(namesOf).find((found) => found !== undefined);
}

function setNames(spec: JsonObject, way: JsonObject): JsonObject {
  const inner = mapParts(spec, (part) => setNames(part, way));
  const { encoding } = inner;
  const x = isMapping(encoding) ? encoding['x'] : undefined;
  const axis = isMapping(x) ? x['axis'] : undefined;
  if (!isMapping(encoding) || !isMapping(x) || !isMapping(axis) || axis['labelOverlap'] !== false) return inner;
  const kept = Object.entries(axis).filter(([key]) => !TURNED.includes(key));
  const turned: Json = { ...Object.fromEntries(kept), ...way };
  return { ...inner, encoding: { ...encoding, x: { ...x, axis: turned } } };
}

const TURNED: readonly string[] = ['labelExpr', 'labelAngle', 'labelAlign', 'labelBaseline'];
