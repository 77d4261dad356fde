/** Turns UTF-8 byte offsets, which the engine counts in, into UTF-16 offsets of the same text. */
export function textOffsets(text: string): (bytes: number) => number | undefined {
  const encoded = Buffer.from(text);
  const plain = encoded.length === text.length;
  return (bytes) => {
    // What has no place has one past all texts.
    if (!Number.isInteger(bytes) || bytes < 0 || bytes > encoded.length) return undefined;
    return plain ? bytes : encoded.toString('utf8', 0, bytes).length;
  };
}
