/*
 * The locale is fixed so that no machine's own has a say. Segmentation follows the Unicode version of Node's ICU:
 * Devanagari conjuncts are one grapheme since Unicode 15.1 and were two before.
 */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A letter or an ASCII character that joins nothing: between two of these there is always a boundary. */
const SIMPLE =
  '(?:[ -~\\n]|(?=\\p{L})[\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}\\p{sc=Arabic}\\p{sc=Hebrew}\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}])';
const BOUNDARY = new RegExp(`(?<=${SIMPLE})(?=${SIMPLE})`, 'u');

/** Most of English: each character is one. */
const PLAIN = /^[ -~\n]*$/;

/**
 * Splits a text into what a reader takes for one character (extended grapheme clusters, UAX 29). The segmenter's time grows
 * with the square of a text's length (16,000 characters: 1.4 s), so it is given only the parts that need it.
 */
export function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return text.split('');
  return text
    .split(BOUNDARY)
    .flatMap((part) => (part.length === 1 ? part : Array.from(segmenter.segment(part), ({ segment }) => segment)));
}

/** Counts extended grapheme clusters. */
export function countGraphemes(text: string): number {
  return graphemes(text).length;
}
