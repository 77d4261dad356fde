/** With `.lock.json` and what a file has while it is written, a name still fits into the 255 bytes of a file system. */
const MOST_BYTES = 220;

/** A name for a folder and an address: a draft's path without its ending, in letters, digits, `-` and `_`. */
export function slugOf(path: string): string {
  const plain = path.replace(/\.md$/i, '').normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  const slug = cutToBytes(plain.replace(/[^\p{L}\p{N}_]+/gu, '-'), MOST_BYTES);
  return slug.replace(/^-+|-+$/g, '') || 'draft';
}

function cutToBytes(text: string, most: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > most) break;
    end += character.length;
  }
  return text.slice(0, end);
}
