import sharp from 'sharp';
import { describe, expect, it, test } from 'vitest';
import { fitDrawing } from '../../src/image/fit-drawing.js';
import { fitPhotograph } from '../../src/image/fit-photograph.js';
import { LEAST_WIDTH } from '../../src/image/fit-image.js';
import type { ImageLimits } from '../../src/model/image-limits.js';
import type { ImageFile } from '../../src/model/publication.js';
import { halves, moving, photograph } from './pictures.js';

const ANY: ImageLimits = {
  bytes: 10_000_000,
  pixels: undefined,
  side: undefined,
  types: ['image/jpeg', 'image/png'],
};

const drawing = async (width: number, height: number) => ({
  png: await photograph(width, height).png().toBuffer(),
  pixels: { width, height },
});

async function imageOf(bytes: Buffer, type: string): Promise<ImageFile> {
  const { width, height } = await sharp(bytes).metadata();
  return { bytes, type, width, height };
}

/** The file says itself what it is. */
async function expectTrue({ bytes, type, width, height }: ImageFile): Promise<void> {
  const found = await sharp(bytes).metadata();
  expect([`image/${found.format}`, found.width, found.height]).toEqual([type, width, height]);
}

describe('the picture of a chart', () => {
  it('stays as it is at its limit, and has 256 colours one byte past it', async () => {
    const drawn = await drawing(400, 200);
    const size = drawn.png.byteLength;
    expect(await fitDrawing(drawn, { ...ANY, bytes: size })).toEqual({
      image: { bytes: drawn.png, type: 'image/png', width: 400, height: 200 },
      done: [],
    });
    const fitted = await fitDrawing(drawn, { ...ANY, bytes: size - 1 });
    expect(fitted.done).toEqual(['in 256 colours']);
    expect(fitted.image.bytes.byteLength).toBeLessThan(size);
    expect(await sharp(fitted.image.bytes).metadata()).toMatchObject({ format: 'png', width: 400, isPalette: true });
  });

  it('has fewer pixels when that is not enough, and stays a PNG', async () => {
    const drawn = await drawing(800, 200);
    const { png } = drawn;
    const fitted = await fitDrawing(drawn, { ...ANY, bytes: Math.floor(png.byteLength / 4) });
    expect(fitted.image.bytes.byteLength).toBeLessThanOrEqual(png.byteLength / 4);
    expect(fitted.image.width).toBeGreaterThanOrEqual(LEAST_WIDTH);
    expect(fitted.done[0]).toBe(`${fitted.image.width} by ${fitted.image.height} pixels instead of 800 by 200`);
    await expectTrue(fitted.image);
  });

  it('is never less wide than a post shows it, whatever the limit', async () => {
    const fitted = await fitDrawing(await drawing(700, 100), { ...ANY, bytes: 1 });
    expect(fitted.image.width).toBeGreaterThanOrEqual(LEAST_WIDTH);
    await expectTrue(fitted.image);
  });

  test.each([
    ['its side', { side: 700 }],
    ['its pixels', { pixels: 700 * 70 }],
  ])('is within the limit of %s, and untouched at it', async (_, limit) => {
    const whole = await drawing(700, 70);
    expect((await fitDrawing(whole, { ...ANY, ...limit })).done).toEqual([]);
    const { image } = await fitDrawing(await drawing(702, 70), { ...ANY, ...limit });
    expect(Math.max(image.width, image.height)).toBeLessThanOrEqual(700);
    expect(image.width * image.height).toBeLessThanOrEqual(700 * 70);
    await expectTrue(image);
  });

  it('has the same bytes each time', async () => {
    const drawn = await drawing(400, 200);
    const [one, two] = await Promise.all([1, 2].map(() => fitDrawing(drawn, { ...ANY, bytes: 1 })));
    expect(Buffer.compare(one?.image.bytes ?? drawn.png, two?.image.bytes ?? new Uint8Array())).toBe(0);
  });
});

describe('an image file', () => {
  it('stays as it is while every platform takes it', async () => {
    const image = await imageOf(await photograph().jpeg().toBuffer(), 'image/jpeg');
    expect(await fitPhotograph(image, { ...ANY, bytes: image.bytes.byteLength })).toEqual({ image, done: [] });
  });

  it('is written anew as a JPEG one byte past the limit', async () => {
    const image = await imageOf(await photograph(400, 200).jpeg({ quality: 100 }).toBuffer(), 'image/jpeg');
    const fitted = await fitPhotograph(image, { ...ANY, bytes: image.bytes.byteLength - 1 });
    expect(fitted.image.bytes.byteLength).toBeLessThan(image.bytes.byteLength);
    expect(fitted.image).toMatchObject({ type: 'image/jpeg', width: 400, height: 200 });
    await expectTrue(fitted.image);
  });

  it('has fewer pixels where less detail is not enough', async () => {
    const image = await imageOf(await photograph(900, 300).jpeg({ quality: 95 }).toBuffer(), 'image/jpeg');
    const fitted = await fitPhotograph(image, { ...ANY, bytes: 80_000 });
    expect(fitted.image.bytes.byteLength).toBeLessThanOrEqual(80_000);
    expect(fitted.done[0]).toMatch(/^\d+ by \d+ pixels instead of 900 by 300$/);
  });

  test.each([
    ['a photograph in PNG', () => photograph(400, 200).png().toBuffer(), 'image/png', 200_000, 'image/jpeg'],
    ['a drawing in WebP', () => halves(700, 400).webp().toBuffer(), 'image/webp', 200_000, 'image/png'],
    ['a photograph in WebP', () => photograph(320, 200).webp().toBuffer(), 'image/webp', 200_000, 'image/jpeg'],
    [
      'a photograph in WebP that can be seen through',
      () => photograph().ensureAlpha(0.5).webp().toBuffer(),
      'image/webp',
      200_000,
      'image/png',
    ],
  ])('%s that is not taken becomes what is', async (_, make, type, bytes, expected) => {
    const fitted = await fitPhotograph(await imageOf(await make(), type), { ...ANY, bytes });
    expect(fitted.image.type).toBe(expected);
    expect(fitted.image.bytes.byteLength).toBeLessThanOrEqual(bytes);
    expect(fitted.done).toContain(expected === 'image/jpeg' ? 'as JPEG' : 'as PNG');
    await expectTrue(fitted.image);
  });

  it('becomes the one type that is taken', async () => {
    const see = await imageOf(await halves().ensureAlpha(0.5).png().toBuffer(), 'image/png');
    const fitted = await fitPhotograph(see, { ...ANY, types: ['image/jpeg'] });
    expect(fitted.image.type).toBe('image/jpeg');
    const photo = await imageOf(await photograph().jpeg().toBuffer(), 'image/jpeg');
    expect((await fitPhotograph(photo, { ...ANY, types: ['image/png'] })).image.type).toBe('image/png');
  });

  it('that moves is left as it is where that is taken, and stands still where it is not', async () => {
    const gif = await imageOf(await moving(), 'image/gif');
    expect(await fitPhotograph(gif, { ...ANY, types: ['image/gif'] })).toEqual({ image: gif, done: [] });
    const still = await fitPhotograph(gif, ANY);
    expect(still.done).toEqual(['only its first picture', 'as PNG']);
    await expectTrue(still.image);
  });
});
