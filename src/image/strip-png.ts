/** What a PNG needs to be shown: its picture, its colours, its transparency, its size on paper, and its frames if it moves. */
const NEEDED = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT pHYs bKGD acTL fcTL fdAT'.split(' '),
);
const SIGNATURE = 8;

/**
 * Takes out of a PNG all that is not needed to show it (Exif, texts with XMP in them, the time, chunks of programs, whatever
 * stands behind its end), and leaves the picture as it is. `undefined` for what is no whole PNG.
 */
export function stripPng(bytes: Uint8Array): Uint8Array | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [view.subarray(0, SIGNATURE)];
  for (let at = SIGNATURE; at + 12 <= view.length;) {
    const end = at + 12 + view.readUInt32BE(at);
    const type = view.toString('latin1', at + 4, at + 8);
    if (end > view.length) return undefined;
    if (NEEDED.has(type)) kept.push(view.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}
