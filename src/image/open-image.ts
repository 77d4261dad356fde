import sharp, { type Sharp } from 'sharp';
import { MOST_PIXELS } from './most-pixels.js';

/** Opens an image to be read once; what is damaged or claims too many pixels throws where it is read. */
export function openImage(bytes: Uint8Array, { animated = false }: { readonly animated?: boolean } = {}): Sharp {
  return sharp(bytes, { animated, failOn: 'error', limitInputPixels: MOST_PIXELS });
}
