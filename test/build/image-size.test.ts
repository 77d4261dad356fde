import { describe, expect, it } from 'vitest';
import { imageSize } from '../../src/build/image-size.js';

/** Images of five by three pixels. */
const IMAGES: readonly (readonly [what: string, type: string, bytes: Buffer])[] = [
  [
    'a PNG',
    'image/png',
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAUAAAADCAYAAABbNsX4AAAAJElEQVR4AUyIyQ0AAAjC0P13Vkh9mHC2Jc3ZhQJZLwPLP3ahBQAA//9Eof9nAAAABklEQVQDAHLnAgd3qzJ9AAAAAElFTkSuQmCC',
      'base64',
    ),
  ],
  ['a GIF', 'image/gif', Buffer.concat([Buffer.from('GIF89a'), Buffer.from([5, 0, 3, 0, 0, 0, 0])])],
  ['a JPEG', 'image/jpeg', jpeg()],
  ['a JPEG with fill bytes', 'image/jpeg', jpeg(Buffer.from([0xff, 0xff, 0xff]))],
  ['a JPEG that lies on its side', 'image/jpeg', jpeg(exif('II', 6), [3, 5])],
  ['a JPEG whose Exif has the other order of bytes', 'image/jpeg', jpeg(exif('MM', 8), [3, 5])],
  ['a JPEG whose Exif says that it stands', 'image/jpeg', jpeg(exif('II', 3))],
  ['a WebP with loss', 'image/webp', webp('VP8 ', Buffer.from([0x30, 1, 0, 0x9d, 1, 0x2a, 5, 0, 3, 0]))],
  ['a WebP without loss', 'image/webp', webp('VP8L', Buffer.from([0x2f, 4, 0x80, 0, 0]))],
  ['a WebP of several parts', 'image/webp', webp('VP8X', Buffer.from([0, 0, 0, 0, 4, 0, 0, 2, 0, 0]))],
  ['an AVIF', 'image/avif', avif(ispe(5, 3))],
  ['an AVIF with a thumbnail', 'image/avif', avif(ispe(2, 1), ispe(5, 3), ispe(1, 1))],
  ['an AVIF that was turned', 'image/avif', avif(ispe(3, 5), box('irot', Buffer.from([1])))],
  ['an AVIF that stands on its head', 'image/avif', avif(ispe(5, 3), box('irot', Buffer.from([2])))],
];

describe('imageSize', () => {
  it.each(IMAGES)('reads the size of %s', (_, type, bytes) => {
    expect(imageSize(bytes, type)).toEqual({ width: 5, height: 3 });
  });

  it.each(IMAGES)('finds none in what is left of %s, and never throws', (_, type, bytes) => {
    for (let length = 0; length < bytes.length; length += 1) {
      const size = imageSize(bytes.subarray(0, length), type);
      expect([undefined, 5, 2, 3]).toContain(size?.width);
    }
    expect(imageSize(bytes.subarray(0, 8), type)).toBeUndefined();
  });

  it('finds none where the size is nothing', () => {
    expect(imageSize(Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(7)]), 'image/gif')).toBeUndefined();
  });

  it('reads from the middle of memory', () => {
    const [, type, bytes] = IMAGES[0] ?? ['', '', Buffer.alloc(0)];
    expect(imageSize(new Uint8Array(Buffer.concat([Buffer.alloc(9), bytes])).subarray(9), type)).toEqual({
      width: 5,
      height: 3,
    });
  });
});

/** A start, segments, and a frame of so many pixels. */
function jpeg(segments: Buffer = Buffer.alloc(0), [width, height]: readonly [number, number] = [5, 3]): Buffer {
  const tables = Buffer.from([0xff, 0xc4, 0, 4, 0xff, 0xc0]);
  const frame = Buffer.from([0xff, 0xc2, 0, 11, 8, 0, height, 0, width, 1, 1, 0x11, 0]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segments, tables, frame]);
}

function exif(order: 'II' | 'MM', orientation: number): Buffer {
  const number = (value: number, size: 2 | 4): Buffer => {
    const bytes = Buffer.alloc(size);
    if (order === 'II') bytes.writeUIntLE(value, 0, size);
    else bytes.writeUIntBE(value, 0, size);
    return bytes;
  };
  const entry = (tag: number, value: number): Buffer =>
    Buffer.concat([number(tag, 2), number(3, 2), number(1, 4), number(value, 2), Buffer.alloc(2)]);
  const content = Buffer.concat([
    ...[Buffer.from('Exif\0\0'), Buffer.from(order), number(42, 2), number(8, 4)],
    ...[number(2, 2), entry(0x0100, 7), entry(0x0112, orientation)],
  ]);
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, content.length + 2]), content]);
}

function webp(kind: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), Buffer.from(kind), size, content]);
}

function avif(...properties: readonly Buffer[]): Buffer {
  const handler = box('hdlr', Buffer.alloc(20));
  const meta = box('meta', Buffer.alloc(4), handler, box('iprp', box('ipco', ...properties)));
  return Buffer.concat([box('ftyp', Buffer.from('avif')), meta, box('mdat', Buffer.alloc(3))]);
}

function ispe(width: number, height: number): Buffer {
  return box('ispe', Buffer.from([0, 0, 0, 0, 0, 0, 0, width, 0, 0, 0, height]));
}

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const inside = Buffer.concat(content);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(inside.length + 8);
  return Buffer.concat([size, Buffer.from(type), inside]);
}
