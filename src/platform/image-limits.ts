import type { ImageLimits } from '../model/image-limits.js';
import type { Platform } from './platform.js';

/** What one image may be for several platforms, so that one file serves them all; `undefined` where none shows it. */
export function imageLimits(platforms: readonly Platform[]): ImageLimits | undefined {
  const [first, ...others] = platforms;
  if (!first) return undefined;
  return {
    bytes: Math.min(...platforms.map(({ maxImageBytes }) => maxImageBytes)),
    pixels: least(platforms.map(({ maxImagePixels }) => maxImagePixels)),
    side: least(platforms.map(({ maxImageSide }) => maxImageSide)),
    types: first.imageTypes.filter((type) => others.every(({ imageTypes }) => imageTypes.includes(type))),
  };
}

function least(limits: readonly (number | undefined)[]): number | undefined {
  const known = limits.filter((limit) => limit !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}
