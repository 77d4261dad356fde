import { isAbbreviation } from './abbreviations.js';

/** Where a phrase stands in its block. */
export type Start = 'block' | 'sentence' | 'inside';

/** Tells from the text before a phrase, back to the start of its block, whether a sentence starts there. */
export function sentenceStart(before: string): Start {
  const text = before.replace(/[\s\p{Ps}\p{Pi}"'¿¡]*$/u, '');
  const gap = before.slice(text.length);
  if (text === '') return 'block';
  if (!/\s/.test(gap)) return 'inside';
  const ended = /([.?!…])[\p{Pe}\p{Pf}"']*$/u.exec(text);
  if (!ended) return 'inside';
  if (ended[1] !== '.') return 'sentence';
  const word = /([\p{L}.]+)\.[\p{Pe}\p{Pf}"']*$/u.exec(text)?.[1];
  return word !== undefined && isAbbreviation(word) ? 'inside' : 'sentence';
}
