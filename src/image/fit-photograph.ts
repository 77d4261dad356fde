import type { ImageLimits } from '../model/image-limits.js';
import type { ImageFile } from '../model/publication.js';
import { PALETTE } from './fit-drawing.js';
import { fitImage, type Encoding, type Fitted } from './fit-image.js';
import { fits } from './fits.js';
import { openImage } from './open-image.js';

/**
 * Makes an image file fit for posts, only where a platform would refuse it: a photograph as a JPEG, a drawing or what can be
 * seen through as a PNG; with less detail, then with fewer pixels. Of an image that moves the first picture is left.
 */
export async function fitPhotograph(image: ImageFile, limits: ImageLimits): Promise<Fitted> {
  const isTaken = limits.types.includes(image.type);
  if (isTaken && fits(image, limits)) return { image, done: [] };
  const { pages = 1 } = await openImage(image.bytes).metadata();
  const fitted = await fitImage(image, await encodingsFor(image, limits), limits);
  const changed = fitted.image.type === image.type ? [] : [`as ${nameOf(fitted.image.type)}`];
  const stands = pages > 1 ? ['only its first picture'] : [];
  return { image: fitted.image, done: [...stands, ...changed, ...fitted.done] };
}

async function encodingsFor(
  { bytes, type }: ImageFile,
  { types }: ImageLimits,
): Promise<readonly [Encoding, ...Encoding[]]> {
  const isJpeg = type === 'image/jpeg' || (await isPhotograph(bytes));
  return types.includes('image/jpeg') && (isJpeg || !types.includes('image/png')) ? JPEGS : PNGS;
}

const PNGS: readonly [Encoding, ...Encoding[]] = [
  { type: 'image/png', words: '', encode: (image) => image.png({ compressionLevel: 9 }) },
  PALETTE,
];

const JPEGS: readonly [Encoding, ...Encoding[]] = [jpeg(90), jpeg(80)];

function jpeg(quality: number): Encoding {
  return {
    type: 'image/jpeg',
    words: '',
    encode: (image) => image.flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: true }),
  };
}

/** Side of the sample, in pixels, and how many colours only a photograph has in it. */
const SAMPLE = 128;
const MANY_COLOURS = 2000;

/** Opaque and of very many colours, where a drawing has few. */
async function isPhotograph(bytes: Uint8Array): Promise<boolean> {
  const { isOpaque } = await openImage(bytes).stats();
  if (!isOpaque) return false;
  const pixels = await openImage(bytes)
    .resize({ width: SAMPLE, height: SAMPLE, fit: 'fill', kernel: 'nearest' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  const colours = new Set<number>();
  for (let at = 0; at + 2 < pixels.length; at += 3) colours.add(pixels.readUIntBE(at, 3));
  return colours.size > MANY_COLOURS;
}

function nameOf(type: string): string {
  return type === 'image/jpeg' ? 'JPEG' : 'PNG';
}
