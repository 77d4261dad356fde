/** How wide and high an image is shown, in its own pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Reads the size of a PNG, JPEG, GIF, WebP or AVIF image; `undefined` for what has none, such as half a file. */
export function imageSize(bytes: Uint8Array, type: string): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = READERS[type]?.(view);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    // A file that ends before it says its size.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const READERS: Readonly<Record<string, (view: DataView) => ImageSize | undefined>> = {
  'image/png': (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  'image/gif': (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
  'image/avif': avifSize,
};

/** Follows the segments to the frame's; a camera held upright says so in Exif. */
function jpegSize(view: DataView): ImageSize | undefined {
  let isTurned = false;
  for (let at = 2; view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    // Fill bytes may stand before a marker; restarts and the like carry nothing.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xe1) isTurned ||= exifOrientation(view, at + 4) >= 5;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return turned({ width: view.getUint16(at + 7), height: view.getUint16(at + 5) }, isTurned);
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Exif 2.3, tag 0x0112: 5 to 8 lie on their side. */
function exifOrientation(view: DataView, start: number): number {
  if (textAt(view, start, 4) !== 'Exif') return 1;
  const tiff = start + 6;
  const little = textAt(view, tiff, 2) === 'II';
  const directory = tiff + view.getUint32(tiff + 4, little);
  const count = view.getUint16(directory, little);
  for (let entry = directory + 2; entry < directory + 2 + count * 12; entry += 12)
    if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little);
  return 1;
}

/** One of three kinds: with loss, without, and with more than one picture's data. */
function webpSize(view: DataView): ImageSize | undefined {
  const uint24 = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
  switch (textAt(view, 12, 4)) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: uint24(24) + 1, height: uint24(27) + 1 };
    default:
      return undefined;
  }
}

/** The largest of the images in it; the others are its parts and its thumbnails. */
function avifSize(view: DataView): ImageSize | undefined {
  const meta = boxesIn(view, 0, view.byteLength).find(({ type }) => type === 'meta');
  // The box `meta` begins with a version.
  const properties = meta && boxesIn(view, meta.start + 4, meta.end).find(({ type }) => type === 'iprp');
  const container = properties && boxesIn(view, properties.start, properties.end).find(({ type }) => type === 'ipco');
  const boxes = container ? boxesIn(view, container.start, container.end) : [];
  const sizes = boxes.flatMap(({ type, start }) =>
    type === 'ispe' ? [{ width: view.getUint32(start + 4), height: view.getUint32(start + 8) }] : [],
  );
  const [largest] = sizes.sort((one, other) => other.width * other.height - one.width * one.height);
  const rotation = boxes.find(({ type }) => type === 'irot');
  return largest && turned(largest, rotation !== undefined && view.getUint8(rotation.start) % 2 === 1);
}

interface Box {
  readonly type: string;
  /** What stands in it, without its head. */
  readonly start: number;
  readonly end: number;
}

function boxesIn(view: DataView, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to;) {
    const size = view.getUint32(at);
    // 0: to the end of the file. 1: a length of 64 bits, which only the picture's own data needs.
    const end = size === 0 ? to : at + (size === 1 ? Number(view.getBigUint64(at + 8)) : size);
    if (end < at + 8) return boxes;
    boxes.push({ type: textAt(view, at + 4, 4), start: at + (size === 1 ? 16 : 8), end });
    at = end;
  }
  return boxes;
}

function turned({ width, height }: ImageSize, isTurned: boolean): ImageSize {
  return isTurned ? { width: height, height: width } : { width, height };
}

function textAt(view: DataView, at: number, length: number): string {
  return Array.from({ length }, (_, index) => String.fromCharCode(view.getUint8(at + index))).join('');
}
