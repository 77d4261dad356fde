import sharp, { type Sharp } from 'sharp';

/** Where a camera says it was: on a square in a city. */
export const GPS = {
  IFD0: { Make: 'SecretCamera', Copyright: 'Secret Person' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '34/1 31/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '69/1 10/1 0/1',
  },
};

/** What a program says of a picture. */
export const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="SecretEditor"/></rdf:RDF></x:xmpmeta>';

/** A picture of as many colours as a photograph has, the same each time. */
export function photograph(width = 320, height = 200): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  let state = 12345;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    pixels[at] = state >>> 24;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** A picture of few colours: the left half red, the right half blue. */
export function halves(width = 40, height = 20): Sharp {
  const half = { width: width / 2, height, channels: 3 as const };
  return sharp({ create: { ...half, width, background: '#0000ff' } })
    .composite([{ input: { create: { ...half, background: '#ff0000' } }, left: 0, top: 0 }])
    .removeAlpha();
}

/** The colour of a pixel, as `r,g,b` in steps of 64, whatever a JPEG makes of it. */
export async function colourAt(bytes: Uint8Array, left: number, top: number): Promise<string> {
  const pixel = await sharp(bytes)
    .toColourspace('srgb')
    .removeAlpha()
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer();
  return Array.from(pixel, (value) => Math.round(value / 64)).join(',');
}

/** A segment of a JPEG. */
export function segment(marker: number, content: string): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, Buffer.from(content, 'latin1')]);
}

/** What nobody should find in a published picture. */
const SECRETS = ['Exif', 'GPS', 'Secret', 'xmpmeta', 'Photoshop', 'adobe:ns', '8BIM'];

export function secretsIn(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  return SECRETS.filter((secret) => text.includes(secret));
}

/** A picture that moves: red, then blue. */
export async function moving(width = 30, height = 20): Promise<Buffer> {
  const frames = await Promise.all(
    ['#ff0000', '#0000ff'].map((background) =>
      sharp({ create: { width, height, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100] })
    .toBuffer();
}
