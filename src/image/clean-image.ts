import type { Metadata } from 'sharp';
import type { ImageFile } from '../model/publication.js';
import { isWholeImage } from './is-whole-image.js';
import { openImage } from './open-image.js';
import { stripJpeg } from './strip-jpeg.js';
import { stripPng } from './strip-png.js';
import { stripWebp } from './strip-webp.js';

/** An image that says nothing of where, when and with what it was taken, and what it said before. */
export interface CleanImage {
  readonly image: ImageFile;
  /** What was left out, in words; empty for nothing that matters. */
  readonly leftOut: readonly string[];
}

/**
 * Takes what a camera or a program wrote into an image out of it: place, time, names, comments, previews. It is shown as it
 * was: turned as the camera was held, in its own colours or in sRGB. A JPEG, PNG or WebP keeps its picture bit for bit where
 * nothing has to be turned. `undefined` for an image that is damaged.
 */
export async function cleanImage(bytes: Uint8Array, type: string): Promise<CleanImage | undefined> {
  if (!(await isWholeImage(bytes, type))) return undefined;
  const found = await openImage(bytes).metadata();
  const leftOut = whatItSays(found);
  const isPlain = (found.orientation ?? 1) === 1 && SHOWN_AS_THEY_ARE.has(found.space);
  const stripped = isPlain ? STRIPPERS[type]?.(bytes) : undefined;
  const image =
    stripped && (await isWhole(stripped, found))
      ? { bytes: stripped, type, width: found.width, height: found.height }
      : await writtenAnew(bytes, type, found);
  return { image, leftOut };
}

const STRIPPERS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array | undefined>> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/webp': stripWebp,
};

/** Colours of print are shown differently everywhere. */
const SHOWN_AS_THEY_ARE = new Set(['srgb', 'rgb', 'b-w', 'rgb16', 'grey16']);

/** Nothing is left to say, and the picture is there as before. */
async function isWhole(bytes: Uint8Array, before: Metadata): Promise<boolean> {
  try {
    const { exif, xmp, iptc, comments = [], width, height } = await openImage(bytes).metadata();
    await openImage(bytes).stats();
    return !exif && !xmp && !iptc && comments.length === 0 && width === before.width && height === before.height;
  } catch {
    return false;
  }
}

/** What is written by `sharp` has nothing but the picture, in sRGB. */
async function writtenAnew(
  bytes: Uint8Array,
  type: string,
  { hasAlpha, chromaSubsampling }: Metadata,
): Promise<ImageFile> {
  const turned = openImage(bytes, { animated: type === 'image/gif' }).autoOrient();
  // Everything else, which is AVIF, as what every page and platform takes
  const target = WRITTEN.find((each) => each === type) ?? (hasAlpha ? PNG : JPEG);
  const encode = {
    [JPEG]: () => turned.jpeg({ quality: 92, chromaSubsampling: chromaSubsampling === '4:2:0' ? '4:2:0' : '4:4:4' }),
    [PNG]: () => turned.png({ compressionLevel: 9 }),
    'image/webp': () => turned.webp({ quality: 92 }),
    'image/gif': () => turned.gif(),
  };
  const { data, info } = await encode[target]().toBuffer({
    resolveWithObject: true,
  });
  return { bytes: data, type: target, width: info.width, height: info.pageHeight ?? info.height };
}

const JPEG = 'image/jpeg';
const PNG = 'image/png';
const WRITTEN = [JPEG, PNG, 'image/webp', 'image/gif'] as const;

function whatItSays({ exif, xmp, iptc, comments = [] }: Metadata): string[] {
  return [
    ...(exif && hasPlace(exif) ? ['the place where it was taken'] : []),
    ...(exif ? ['Exif'] : []),
    ...(xmp ? ['XMP'] : []),
    ...(iptc ? ['IPTC'] : []),
    ...(comments.length > 0 ? ['comments'] : []),
  ];
}

/** Exif 2.3: tag 0x8825 of the first directory leads to where the camera was. */
function hasPlace(exif: Buffer): boolean {
  try {
    const tiff = exif.toString('latin1', 0, 4) === 'Exif' ? 6 : 0;
    const isLittle = exif.toString('latin1', tiff, tiff + 2) === 'II';
    const uint16 = (at: number): number => (isLittle ? exif.readUInt16LE(at) : exif.readUInt16BE(at));
    const uint32 = (at: number): number => (isLittle ? exif.readUInt32LE(at) : exif.readUInt32BE(at));
    const directory = tiff + uint32(tiff + 4);
    return Array.from({ length: uint16(directory) }, (_, index) => uint16(directory + 2 + index * 12)).includes(0x8825);
  } catch {
    return false;
  }
}
