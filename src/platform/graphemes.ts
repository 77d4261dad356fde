/*
 * The locale is fixed so that no machine's own has a say. Segmentation follows the Unicode version of Node's ICU:
 * Devanagari conjuncts are one grapheme since Unicode 15.1 and were two before.
 */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A unit that joins nothing: between two of these there is always a boundary. */
const SIMPLE =
  /[ -~\t\n\p{P}\p{S}\p{N}\p{Zs}]|(?=\p{L})[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** Most of English: each character is one. */
const PLAIN = /^[ -~\n]*$/;

/**
 * Splits a text into what a reader takes for one character (extended grapheme clusters, UAX 29). The segmenter's time grows
 * with the square of a text's length (16,000 characters: 1.4 s), so it is given only the parts that need it, in pieces.
 */
export function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return text.split('');
  const found: string[] = [];
  let start = 0;
  let before = isSimple(text.charCodeAt(0));
  for (let at = 1; at <= text.length; at += 1) {
    const after = at === text.length || isSimple(text.charCodeAt(at));
    if (at === text.length || (before && after)) {
      if (at - start === 1) found.push(text.charAt(start));
      else segment(text.slice(start, at), found);
      start = at;
    }
    before = after;
  }
  return found;
}

/** Counts extended grapheme clusters. */
export function countGraphemes(text: string): number {
  return PLAIN.test(text) ? text.length : graphemes(text).length;
}

/** What is known of each UTF-16 unit: 0 nothing yet. */
const known = new Uint8Array(0x10000);

function isSimple(unit: number): boolean {
  if (known[unit] === 0) known[unit] = SIMPLE.test(String.fromCharCode(unit)) ? 1 : 2;
  return known[unit] === 1;
}

/** In UTF-16 units; more than all but a few texts have between two boundaries that need no looking up. */
const WINDOW = 128;

/**
 * Adds the clusters of a part to those found. What starts at a boundary does not depend on what stands before it, and where
 * one ends only on the next character; so all but the last of a window are as they would be in the whole text.
 */
function segment(text: string, found: string[]): void {
  let size = WINDOW;
  for (let start = 0; start < text.length;) {
    const end = isHighSurrogate(text.charCodeAt(start + size - 1)) ? start + size + 1 : start + size;
    const clusters = Array.from(segmenter.segment(text.slice(start, end)), (one) => one.segment);
    if (end < text.length && clusters.length === 1) {
      size *= 2;
      continue;
    }
    if (end < text.length) clusters.pop();
    for (const cluster of clusters) {
      found.push(cluster);
      start += cluster.length;
    }
    size = WINDOW;
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
