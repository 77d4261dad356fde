import type { ImageLimits } from '../model/image-limits.js';
import type { Encoding, Fitted } from './fit-image.js';
import { fits } from './fits.js';
import type { ImageFile } from '../model/publication.js';

/**
 * Makes the picture of a chart or a table fit for posts, only where it is over a limit: as a PNG of 256 colours, then with
 * fewer pixels. Never as a JPEG, which smears letters and lines.
 */
export async function fitDrawing(
  { png, pixels }: { readonly png: Uint8Array; readonly pixels: { readonly width: number; readonly height: number } },
  limits: ImageLimits,
): Promise<Fitted> {
  const image: ImageFile = { bytes: png, type: 'image/png', ...pixels };
  if (fits(image, limits)) return { image, done: [] };
  // Loaded with the first that is too large, which is rare
  const { fitImage } = await import('./fit-image.js');
  return fitImage(image, [PALETTE], limits);
}

/** A PNG of as many colours as one byte can name. */
export const PALETTE: Encoding = {
  type: 'image/png',
  words: 'in 256 colours',
  encode: (image) => image.png({ palette: true, compressionLevel: 9 }),
};
