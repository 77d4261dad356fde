/** What a WebP needs to be shown: its head, colours, transparency, picture and frames. */
const NEEDED = new Set(['VP8X', 'ICCP', 'ALPH', 'VP8 ', 'VP8L', 'ANIM', 'ANMF']);
/** Bits of the head of a WebP of several parts, which say that there are Exif and XMP. */
const EXIF_AND_XMP = 0b0000_1100;
const HEAD = 12;

/**
 * Takes Exif, XMP and what programs added out of a WebP, and leaves the picture as it is. `undefined` for what is no whole
 * WebP.
 */
export function stripWebp(bytes: Uint8Array): Uint8Array | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Buffer[] = [];
  const whole = view.length < HEAD ? 0 : 8 + view.readUInt32LE(4);
  if (whole < HEAD || whole > view.length) return undefined;
  let at = HEAD;
  while (at + 8 <= whole) {
    const type = view.toString('latin1', at, at + 4);
    const size = view.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > whole) return undefined;
    if (NEEDED.has(type)) {
      const chunk = Buffer.from(view.subarray(at, end));
      if (type === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~EXIF_AND_XMP, 8);
      kept.push(chunk);
    }
    at = end;
  }
  const content = Buffer.concat(kept);
  const head = Buffer.from(view.subarray(0, HEAD));
  head.writeUInt32LE(content.length + 4, 4);
  return Buffer.concat([head, content]);
}
