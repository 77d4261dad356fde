import type { JsonObject } from '../model/chart.js';
import { isMapping, mapParts } from './spec-parts.js';

/** Puts the words of a chart that runs from right to left on the other side of what they stand beside. */
export function mirrorTexts(spec: JsonObject): JsonObject {
  const inner = mapParts(spec, mirrorTexts);
  const { mark } = inner;
  if (!isMapping(mark) || mark['type'] !== 'text') return inner;
  const { align, dx } = mark;
  const other = align === 'left' ? 'right' : align === 'right' ? 'left' : align;
  const turned = { ...mark, ...(other !== undefined && { align: other }), ...(typeof dx === 'number' && { dx: -dx }) };
  return { ...inner, mark: turned };
}
