/** Turns UTF-8 byte offsets, as the engine's binder and syntax trees count, into UTF-16 offsets of the same text. */
export function byteOffsets(text: string): (bytes: number) => number | undefined {
  const offsets = offsetsByByte(text);
  // What has no place is given one past all texts.
  return (bytes) => offsets[bytes];
}

function offsetsByByte(text: string): Int32Array {
  const offsets = new Int32Array(Buffer.byteLength(text) + 1);
  let bytes = 0;
  let offset = 0;
  for (const character of text) {
    const next = bytes + Buffer.byteLength(character);
    // A byte within a character is the character's
    offsets.fill(offset, bytes, next);
    bytes = next;
    offset += character.length;
  }
  offsets[bytes] = offset;
  return offsets;
}

/** Turns an offset in code points, as the engine's parser counts in its errors, into a UTF-16 offset. */
export function codePointOffset(text: string, offset: number): number | undefined {
  const points = Array.from(text);
  if (!Number.isInteger(offset) || offset < 0 || offset > points.length) return undefined;
  return points.slice(0, offset).join('').length;
}
