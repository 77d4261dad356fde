import { openImage } from './open-image.js';

/** Reads every pixel, so that half an image is found out. */
export async function isWholeImage(bytes: Uint8Array, type: string): Promise<boolean> {
  try {
    await openImage(bytes).metadata();
    await openImage(bytes, { animated: type === 'image/gif' }).stats();
    return true;
  } catch {
    return false;
  }
}
