/** Long enough to be read, short enough to be quoted. */
const MOST_CHARACTERS = 48;

/** Makes an id of an expression: its letters, digits and hyphens, cut where it is long. */
export function figureSlug(source: string): string {
  const words = source
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  if (words.length <= MOST_CHARACTERS) return words || 'figure';
  // What is cut off still sets two expressions apart, wherever they stand
  return `${words.slice(0, MOST_CHARACTERS).replace(/-+$/, '')}-${checksum(source)}`;
}

/** FNV-1a, 32 bits. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}
