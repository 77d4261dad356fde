/** Turns UTF-8 byte offsets, as the engine's binder and syntax trees count, into UTF-16 offsets of the same text. */
export function byteOffsets(text: string): (bytes: number) => number | undefined {
  const encoded = Buffer.from(text);
  const isPlain = encoded.length === text.length;
  return (bytes) => {
    // What has no place is given one past all texts.
    if (!Number.isInteger(bytes) || bytes < 0 || bytes > encoded.length) return undefined;
    return isPlain ? bytes : encoded.toString('utf8', 0, bytes).length;
  };
}

/** Turns an offset in code points, as the engine's parser counts in its errors, into a UTF-16 offset. */
export function codePointOffset(text: string, offset: number): number | undefined {
  const points = Array.from(text);
  if (!Number.isInteger(offset) || offset < 0 || offset > points.length) return undefined;
  return points.slice(0, offset).join('').length;
}
