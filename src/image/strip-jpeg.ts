/**
 * Takes out of a JPEG all that is not needed to show it, and leaves the picture as it is, bit for bit: Exif, XMP, IPTC,
 * comments, previews, and whatever stands behind its end. JFIF, the colour profile and Adobe's word on colours stay.
 * `undefined` for what is no whole JPEG.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === EOI) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    else {
      const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
      if (end < at + 4 || end > bytes.length) return undefined;
      const next = marker === SOS ? endOfScan(bytes, end) : end;
      if (isNeeded(marker, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, next));
      at = next;
    }
  }
  return undefined;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;

/** The compressed data ends at the first marker that is no restart and no stuffed byte. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
    at += 1;
  }
  return at;
}

/** Of the application segments, 0xE0 to 0xEF, three; no comment, which is 0xFE. */
function isNeeded(marker: number, content: Uint8Array): boolean {
  const starts = (name: string): boolean => Buffer.from(content.subarray(0, name.length)).toString('latin1') === name;
  switch (marker) {
    case 0xe0:
      // Without the thumbnail that it may hold
      return starts('JFIF\0') && content.length === 14;
    case 0xe2:
      return starts('ICC_PROFILE\0');
    case 0xee:
      return starts('Adobe');
    default:
      return marker < 0xe0 || (marker > 0xef && marker !== 0xfe);
  }
}
