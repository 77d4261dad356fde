/*
 * The locale is fixed so that no machine's own has a say. Segmentation follows the Unicode version of Node's ICU:
 * Devanagari conjuncts are one grapheme since Unicode 15.1 and were two before.
 */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Splits a text into what a reader takes for one character (extended grapheme clusters, UAX 29). */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Counts extended grapheme clusters. */
export function countGraphemes(text: string): number {
  return Array.from(segmenter.segment(text)).length;
}
