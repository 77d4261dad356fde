import type { LocalePack } from './locale.js';

/** Opening quotes and brackets, and the Spanish marks that open a sentence. */
const OPENING = /^[\s\p{Ps}\p{Pi}"'¿¡]*/u;

/** Makes the first letter a capital, opening quotes skipped; a text that starts with a digit or a mark stays. */
export function capitalise(text: string, locale: Pick<LocalePack, 'lang'>): string {
  const start = OPENING.exec(text)?.[0].length ?? 0;
  const first = text.codePointAt(start);
  if (first === undefined) return text;
  const letter = String.fromCodePoint(first);
  const [head = '', ...tail] = Array.from(letter.toLocaleUpperCase(locale.lang));
  // ß becomes Ss, not SS.
  const capital = head + tail.join('').toLocaleLowerCase(locale.lang);
  return text.slice(0, start) + capital + text.slice(start + letter.length);
}
