import type { JsonObject } from '../model/chart.js';
import type { Shape } from './shapes.js';
import { isMapping, specParts } from './spec-parts.js';

/**
 * Whether a chart runs from right to left with its words: names along the axis, and bars beside names. A line of time and
 * a plane of numbers run from left to right in Arabic newsrooms too.
 */
export function isMirrored(spec: JsonObject, { setting }: Shape): boolean {
  if (setting?.direction !== 'rtl') return false;
  const channels = channelsOf(spec);
  const isTime = channels.some(({ x }) => x?.['type'] === 'temporal' || typeof x?.['timeUnit'] === 'string');
  const isPlane = channels.some(({ x, y }) => isOfNumbers(x) && isOfNumbers(y));
  return !isTime && !isPlane;
}

interface Channels {
  readonly x: JsonObject | undefined;
  readonly y: JsonObject | undefined;
}

/** Those of the views that have a place of their own, with what they take from the views around them. */
function channelsOf(spec: JsonObject, around: Channels = { x: undefined, y: undefined }): Channels[] {
  const { encoding } = spec;
  const channel = (name: 'x' | 'y'): JsonObject | undefined =>
    isMapping(encoding) && isMapping(encoding[name]) ? encoding[name] : around[name];
  const own = { x: channel('x'), y: channel('y') };
  const parts = specParts(spec);
  return parts.length === 0 ? [own] : parts.flatMap((part) => channelsOf(part, own));
}

function isOfNumbers(channel: JsonObject | undefined): boolean {
  if (!channel) return false;
  return channel['type'] === 'quantitative' || 'aggregate' in channel || 'bin' in channel;
}
