/** A name for a folder and an address: a draft's path without its ending, in letters, digits, `-` and `_`. */
export function slugOf(path: string): string {
  const plain = path.replace(/\.md$/i, '').normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}_]+/gu, '-').replace(/^-+|-+$/g, '') || 'draft';
}
