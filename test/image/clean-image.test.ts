import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it, test } from 'vitest';
import { cleanImage } from '../../src/image/clean-image.js';
import { stripJpeg } from '../../src/image/strip-jpeg.js';
import { stripPng } from '../../src/image/strip-png.js';
import { stripWebp } from '../../src/image/strip-webp.js';
import { colourAt, GPS, halves, moving, photograph, secretsIn, segment, XMP } from './pictures.js';

const raw = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).raw().toBuffer();

/** As a camera and two programs leave a JPEG. */
async function spokenJpeg(): Promise<Buffer> {
  const plain = await photograph().jpeg({ quality: 90 }).withExif(GPS).withXmp(XMP).toBuffer();
  const more = [
    segment(0xed, 'Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0eSecretIptcWord'),
    segment(0xfe, 'SecretComment'),
    segment(0xe2, 'MPF\0SecretPreview'),
  ];
  return Buffer.concat([plain.subarray(0, 2), ...more, plain.subarray(2), Buffer.from('SecretTrailer')]);
}

const SPOKEN: readonly (readonly [what: string, type: string, make: () => Promise<Buffer>])[] = [
  ['a JPEG', 'image/jpeg', spokenJpeg],
  ['a progressive JPEG', 'image/jpeg', () => photograph().jpeg({ progressive: true }).withExif(GPS).toBuffer()],
  ['a PNG', 'image/png', () => photograph().png().withExif(GPS).withXmp(XMP).toBuffer()],
  ['a WebP with loss', 'image/webp', () => photograph().webp().withExif(GPS).withXmp(XMP).toBuffer()],
  ['a WebP without loss', 'image/webp', () => photograph().webp({ lossless: true }).withExif(GPS).toBuffer()],
];

describe('a picture that says where and by whom it was taken', () => {
  test.each(SPOKEN)('%s loses that and nothing of the picture', async (_, type, make) => {
    const bytes = await make();
    expect(secretsIn(bytes)).toContain('Secret');
    const clean = await cleanImage(bytes, type);
    expect(clean?.leftOut).toEqual(expect.arrayContaining(['the place where it was taken', 'Exif']));
    const written = clean?.image.bytes ?? new Uint8Array();
    expect(secretsIn(written)).toEqual([]);
    const { exif, xmp, iptc, comments, format, orientation } = await sharp(written).metadata();
    expect([exif, xmp, iptc, comments, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(`image/${format}`).toBe(type);
    expect(await raw(written)).toEqual(await raw(bytes));
    expect(clean?.image).toMatchObject({ type, width: 320, height: 200 });
  });

  test('an AVIF becomes a JPEG, which every platform takes', async () => {
    const bytes = await halves().avif({ effort: 0 }).withExif(GPS).toBuffer();
    const clean = await cleanImage(bytes, 'image/avif');
    expect(clean?.image.type).toBe('image/jpeg');
    expect(secretsIn(clean?.image.bytes ?? bytes)).toEqual([]);
  });

  test('a GIF loses its comment and goes on moving', async () => {
    const gif = await moving();
    const end = gif.length - 1;
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe, 6]), Buffer.from('Secret'), Buffer.from([0])]);
    const clean = await cleanImage(Buffer.concat([gif.subarray(0, end), comment, gif.subarray(end)]), 'image/gif');
    expect(secretsIn(clean?.image.bytes ?? comment)).toEqual([]);
    expect(await sharp(clean?.image.bytes).metadata()).toMatchObject({ pages: 2, delay: [100, 100] });
    expect(clean?.image).toMatchObject({ type: 'image/gif', width: 30, height: 20 });
  });

  test('one that says nothing stays as it is, byte for byte, with nothing to tell', async () => {
    for (const [type, bytes] of [
      ['image/png', await halves().png().toBuffer()],
      ['image/jpeg', await halves().jpeg().toBuffer()],
      ['image/webp', await halves().webp().toBuffer()],
    ] as const) {
      const clean = await cleanImage(bytes, type);
      expect(clean?.leftOut).toEqual([]);
      expect(Buffer.compare(clean?.image.bytes ?? new Uint8Array(), bytes)).toBe(0);
    }
  });
});

describe('how a picture is shown', () => {
  test.each([
    ['a JPEG', 'image/jpeg', 'jpeg'],
    ['a PNG', 'image/png', 'png'],
    ['a WebP', 'image/webp', 'webp'],
  ] as const)('%s of a camera that was held upright is turned', async (_, type, format) => {
    const bytes = await halves().toFormat(format).withMetadata({ orientation: 6 }).toBuffer();
    const clean = await cleanImage(bytes, type);
    const written = clean?.image.bytes ?? bytes;
    expect(clean?.image).toMatchObject({ width: 20, height: 40 });
    expect(await sharp(written).metadata()).toMatchObject({ width: 20, height: 40 });
    expect((await sharp(written).metadata()).orientation).toBeUndefined();
    expect([await colourAt(written, 10, 4), await colourAt(written, 10, 36)]).toEqual(['4,0,0', '0,0,4']);
  });

  it('keeps the profile of its colours', async () => {
    const bytes = await halves().jpeg().withIccProfile('p3').withExif(GPS).toBuffer();
    const { icc: before } = await sharp(bytes).metadata();
    const clean = await cleanImage(bytes, 'image/jpeg');
    expect(before).toBeDefined();
    expect((await sharp(clean?.image.bytes).metadata()).icc).toEqual(before);
  });

  it('is in sRGB when its colours were those of print', async () => {
    const bytes = await halves().toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(bytes).metadata()).space).toBe('cmyk');
    const clean = await cleanImage(bytes, 'image/jpeg');
    const written = clean?.image.bytes ?? bytes;
    expect((await sharp(written).metadata()).space).toBe('srgb');
    expect(await colourAt(written, 36, 10)).toMatch(/^[01],[012],[234]$/);
  });

  it('has the same bytes each time', async () => {
    const bytes = await photograph().jpeg().withMetadata({ orientation: 8 }).toBuffer();
    const [one, two] = [await cleanImage(bytes, 'image/jpeg'), await cleanImage(bytes, 'image/jpeg')];
    expect(Buffer.compare(one?.image.bytes ?? bytes, two?.image.bytes ?? new Uint8Array())).toBe(0);
  });
});

describe('a picture that is none', () => {
  test.each([
    ['image/png', () => photograph().png().toBuffer()],
    ['image/jpeg', () => photograph().jpeg().toBuffer()],
    ['image/webp', () => photograph().webp().toBuffer()],
    ['image/gif', () => moving(300, 200)],
  ])('half a %s is told', async (type, make) => {
    const bytes = await make();
    expect(await cleanImage(bytes.subarray(0, bytes.length / 2), type)).toBeUndefined();
  });

  it('is told when it claims to be 50,000 by 50,000 pixels, and not opened', async () => {
    const bytes = await halves().png().toBuffer();
    bytes.writeUInt32BE(50_000, 16);
    bytes.writeUInt32BE(50_000, 20);
    expect(await cleanImage(bytes, 'image/png')).toBeUndefined();
  });
});

it('takes a photograph with stray bytes between its parts, which every program shows', async () => {
  const bytes = await photograph().jpeg().toBuffer();
  const at = bytes.indexOf(Buffer.from([0xff, 0xdb]));
  const stray = Buffer.concat([bytes.subarray(0, at), Buffer.from([0x00, 0x13]), bytes.subarray(at)]);
  const clean = await cleanImage(stray, 'image/jpeg');
  expect(await sharp(clean?.image.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 200 });
});

describe('a stripper', () => {
  test.each(SPOKEN)(
    'of %s never throws at a file that is cut or changed, and never makes it longer',
    async (_, type, make) => {
      const bytes = await make();
      const strip = { 'image/jpeg': stripJpeg, 'image/png': stripPng, 'image/webp': stripWebp }[type] ?? stripPng;
      expect(strip(bytes)?.length).toBeLessThan(bytes.length);
      fc.assert(
        fc.property(fc.nat(bytes.length - 1), fc.nat(bytes.length), fc.nat(255), (at, length, value) => {
          const changed = Buffer.from(bytes.subarray(0, length));
          if (at < length) changed[at] = value;
          expect(strip(changed)?.length ?? 0).toBeLessThanOrEqual(changed.length);
        }),
        { numRuns: 150 },
      );
    },
  );
});
