import type { ImageLimits } from '../model/image-limits.js';
import type { ImageFile } from '../model/publication.js';

/** Whether an image is within limits, whatever its type. */
export function fits({ bytes, width, height }: ImageFile, limits: ImageLimits): boolean {
  return bytes.byteLength <= limits.bytes && scaleWithin({ width, height }, limits) === 1;
}

/** How much smaller an image must be for the limits of its pixels; 1 for no smaller. */
export function scaleWithin(
  { width, height }: Pick<ImageFile, 'width' | 'height'>,
  { pixels, side }: ImageLimits,
): number {
  return Math.min(
    1,
    pixels === undefined ? 1 : Math.sqrt(pixels / (width * height)),
    side === undefined ? 1 : side / Math.max(width, height),
  );
}
