import type { JsonObject } from '../model/chart.js';
import { isMapping, mapParts, specParts } from './spec-parts.js';

/** Gives charts without anything up and down a height: Vega-Lite would make them as high as one name. */
export function giveHeight(spec: JsonObject): JsonObject {
  if (!('mark' in spec) && !('layer' in spec)) return mapParts(spec, giveHeight);
  return 'height' in spec || hasVertical(spec) ? spec : { ...spec, height: STRIP };
}

/** CSS pixels: a strip of points or one stacked bar. */
const STRIP = 64;

function hasVertical(spec: JsonObject): boolean {
  const { mark, encoding } = spec;
  const type = isMapping(mark) ? mark['type'] : mark;
  if (type === 'arc' || type === 'geoshape') return true;
  if (isMapping(encoding) && VERTICAL.some((channel) => isPlaced(encoding[channel]))) return true;
  return specParts(spec).some(hasVertical);
}

/** True where a scale gives the place; a number of pixels says nothing of the height. */
function isPlaced(channel: unknown): boolean {
  return isMapping(channel) && !('value' in channel);
}

const VERTICAL = ['y', 'yOffset', 'latitude'];
