import type { LocalePack } from './locale.js';

/**
 * Words as they are compared: case, quotes, dashes, spaces, `#`, the serial comma and the punctuation at their end
 * are set aside. An apostrophe inside a word and a minus stay, since they change what is said.
 */
export function comparableWords(text: string, { lists }: Pick<LocalePack, 'lists'>): string {
  const serialComma = new RegExp(`[,;](?=\\s+(?:${lists.conjunctions.join('|')})\\s)`, 'gu');
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ`´]/gu, "'")
    .replace(/[“”„‟«»"‹›]|(?<!\p{L})'|'(?!\p{L})/gu, '')
    .replace(/(?<=^|[\s(])[-‐‑–−](?=\.?\d)/gu, '−')
    .replace(/\s*[-‐‑‒–—―]+\s*/gu, ' ')
    .replace(/#(?=[\p{L}\p{N}])/gu, '')
    .replace(serialComma, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\s.,;:!?]+$/u, '')
    .trim();
}
