import type { ThreadPost } from '../model/thread.js';

/** The words of a post without its number, which stands before or after them. */
export function postWords({ text, number }: ThreadPost): string {
  if (number === null) return text.trim();
  const label = `\\(?${number}(?:\\.|/\\d*)\\)?`;
  return text.replace(new RegExp(`^${label}(?=\\s|$)|(?<=^|\\s)${label}$`), '').trim();
}
