import { measureText } from './measure-text.js';
import type { OwnFonts } from './own-fonts.js';

/** Breaks a text into lines that are no wider than `width`: at spaces, and inside a word that is wider alone, e.g. an address. */
export function wrapText(
  text: string,
  style: { readonly size: number; readonly weight: number },
  width: number,
  fonts?: OwnFonts,
): string[] {
  const lines: string[] = [];
  const fits = (part: string): boolean => measureText(part, style.weight, style.size, fonts) <= width;
  for (const paragraph of text.split('\n')) {
    let line = '';
    const words = paragraph.split(/[ \t]+/).filter((part) => part !== '');
    for (const word of words.flatMap((one) => (fits(one) ? [one] : [...pieces(one, fits)]))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && !fits(longer)) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    if (line !== '') lines.push(line);
  }
  return lines;
}

/** The fewest pieces of a word that fit, broken between what readers take for letters. */
function* pieces(word: string, fits: (part: string) => boolean): Generator<string> {
  let piece = '';
  for (const { segment } of LETTERS.segment(word)) {
    if (piece !== '' && !fits(piece + segment)) {
      yield piece;
      piece = '';
    }
    piece += segment;
  }
  yield piece;
}

const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });
