/** Words with a full stop that end no sentence, lower case. Conflict desks and English news prose need these. */
const ABBREVIATIONS = new Set(
  'dr mr mrs ms prof st gen col lt maj capt sgt rev hon jr sr vs etc no nos fig figs approx ca cf e.g i.e a.m p.m u.s u.n u.k jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun'.split(
    ' ',
  ),
);

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
  const word = /([\p{L}.]+)\.[\p{Pe}\p{Pf}"']*$/u.exec(text)?.[1]?.toLowerCase() ?? '';
  const initial = /^\p{L}$/u.test(word);
  const roman = /^[ivx]+$/.test(word);
  return ABBREVIATIONS.has(word) || initial || roman ? 'inside' : 'sentence';
}
