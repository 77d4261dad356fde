import { isAbbreviation } from './abbreviations.js';

/** Where a phrase stands in its block. */
export type Start = 'block' | 'sentence' | 'inside';

/** Signs that may stand before the first word of a sentence, and behind its full stop. */
const OPENING = /[\s\p{Ps}\p{Pi}"'¿¡]/u;
const CLOSING = /[\p{Pe}\p{Pf}"']/u;
/** No sentence has more of them in a row; without a bound, hostile text is read again for each of its words. */
const MOST_SIGNS = 200;
/** Looked at for an abbreviation, in UTF-16 units; the longest is far shorter. */
const LONGEST_WORD = 40;

/** Tells from the text before a phrase, back to the start of its block, whether a sentence starts there. */
export function sentenceStart(before: string): Start {
  const text = withoutEnd(before, OPENING);
  const gap = before.slice(text.length);
  if (text === '') return 'block';
  if (!/\s/.test(gap)) return 'inside';
  const said = withoutEnd(text, CLOSING);
  if (!/[.?!…]$/.test(said)) return 'inside';
  if (!said.endsWith('.')) return 'sentence';
  const word = /([\p{L}.]+)\.$/u.exec(said.slice(-LONGEST_WORD))?.[1];
  return word !== undefined && isAbbreviation(word) ? 'inside' : 'sentence';
}

/** A text without the signs at its end. An expression that ends in `*$` would try each of its places. */
function withoutEnd(text: string, sign: RegExp): string {
  const least = Math.max(0, text.length - MOST_SIGNS);
  let end = text.length;
  while (end > least && sign.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
