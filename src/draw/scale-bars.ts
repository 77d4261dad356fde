import type { JsonObject } from '../model/chart.js';
import { isMapping } from './spec-parts.js';

/** Bars over days have a width in pixels, which was chosen for a page: the same part of a narrower drawing. */
export function scaleBars(spec: JsonObject, scale: number): JsonObject {
  const { config } = spec;
  const bar = isMapping(config) ? config['bar'] : undefined;
  if (!isMapping(config) || !isMapping(bar) || typeof bar['continuousBandSize'] !== 'number' || scale >= 1) return spec;
  const continuousBandSize = Math.max(1, Math.floor(bar['continuousBandSize'] * scale));
  return { ...spec, config: { ...config, bar: { ...bar, continuousBandSize } } };
}
