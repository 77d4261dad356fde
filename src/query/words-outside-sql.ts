import type { Draft } from '../model/draft.js';

/** Every word of a draft that stands outside its queries: what is not among them, nothing can show. */
export function wordsOutsideSql({ source, queries }: Pick<Draft, 'source' | 'queries'>): ReadonlySet<string> {
  const words = new Set<string>();
  let at = 0;
  for (const span of [...queries.map((query) => query.span), { start: source.text.length, end: 0 }]) {
    for (const [word] of source.text.slice(at, span.start).matchAll(/[\p{L}\p{N}_]+/gu)) words.add(word);
    at = span.end;
  }
  return words;
}
