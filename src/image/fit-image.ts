import type { Sharp } from 'sharp';
import type { ImageLimits } from '../model/image-limits.js';
import type { ImageFile } from '../model/publication.js';
import { fits, scaleWithin } from './fits.js';
import { openImage } from './open-image.js';

/** A way to write an image. */
export interface Encoding {
  readonly type: string;
  /** What a person should know of it, e.g. `in 256 colours`; empty for nothing. */
  readonly words: string;
  readonly encode: (image: Sharp) => Sharp;
}

/** An image that was made to fit. */
export interface Fitted {
  readonly image: ImageFile;
  /** What was done to it, in words; empty for nothing. */
  readonly done: readonly string[];
}

/** No picture is made less wide for its bytes: a post shows it as wide as this. */
export const LEAST_WIDTH = 600;

/** How much is left of a side at each step. */
const STEP = 0.85;

/**
 * Writes an image anew so that it is within limits: at its size by each encoding in turn, then by the last with fewer and
 * fewer pixels. What is still too large when it is as small as may be is given as it is then.
 */
export async function fitImage(
  { bytes, width, height }: ImageFile,
  encodings: readonly [Encoding, ...Encoding[]],
  limits: ImageLimits,
): Promise<Fitted> {
  const first = scaleWithin({ width, height }, limits);
  const attempt = async (scale: number, { type, words, encode }: Encoding): Promise<Fitted> => {
    const size = { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
    const opened = scale === 1 ? openImage(bytes) : openImage(bytes).resize({ ...size, fit: 'fill' });
    const { data } = await encode(opened).toBuffer({ resolveWithObject: true });
    const smaller = scale === 1 ? [] : [`${size.width} by ${size.height} pixels instead of ${width} by ${height}`];
    return { image: { bytes: data, type, ...size }, done: [...smaller, ...(words === '' ? [] : [words])] };
  };
  let best: Fitted | undefined;
  for (const encoding of encodings) {
    best = await attempt(first, encoding);
    if (fits(best.image, limits)) return best;
  }
  const last = encodings.at(-1) ?? encodings[0];
  for (let scale = first * STEP; width * scale >= LEAST_WIDTH; scale *= STEP) {
    best = await attempt(scale, last);
    if (fits(best.image, limits)) return best;
  }
  return best ?? attempt(first, last);
}
