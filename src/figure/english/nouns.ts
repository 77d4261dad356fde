import type { NounForms, PluralForm } from '../locale.js';

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['person', 'people'],
  ['child', 'children'],
  ['foot', 'feet'],
  ['tooth', 'teeth'],
  ['goose', 'geese'],
  ['mouse', 'mice'],
  ['ox', 'oxen'],
  ['quiz', 'quizzes'],
  ['phenomenon', 'phenomena'],
  ['criterion', 'criteria'],
  ['gas', 'gases'],
  ['lens', 'lenses'],
  ['bias', 'biases'],
  ['canvas', 'canvases'],
  ['alias', 'aliases'],
  ['atlas', 'atlases'],
]);
const UNCHANGED =
  /(?:^|[a-z])(?:craft|series|species|means|headquarters|barracks|crossroads|sheep|fish|deer|offspring|personnel)$/i;
const NOT_MEN = /(?:^|[^a-z])(?:human|german|roman|ottoman|talisman|shaman|norman|caiman)$/i;
const TO_VES =
  /(?:^|[^a-z])(?:(?:half|leaf|thief|shelf|loaf|calf|wolf|elf|self|sheaf)|(?:kni|li|wi|housewi|midwi)fe)$/i;
const TO_OES = /(?:^|[^a-z])(?:hero|echo|veto|embargo|torpedo|tornado|volcano|potato|tomato|cargo|mosquito|domino)$/i;
/** A word that stands behind the head of a compound: `claim of responsibility`, `mother-in-law`, `passer-by`. */
const BEHIND_HEAD = /[\s-](?:of|in|for|to|at|by|on|from|with|against|near|under)(?=[\s-]|$)/i;

/** English plurals of the last word; a noun whose head is not its last word is left to the writer. */
export const englishNouns: NounForms = { plural: pluralOf };

function pluralOf(singular: string): PluralForm {
  if (!/\p{L}$/u.test(singular)) return { doubt: 'not-a-word' };
  if (BEHIND_HEAD.test(singular)) return { doubt: 'compound' };
  const start = singular.search(/[^\s-]+$/);
  const before = singular.slice(0, start);
  const word = singular.slice(start);
  const plural = wordPlural(word);
  return plural === undefined ? { doubt: 'already-plural' } : { plural: before + plural };
}

function wordPlural(word: string): string | undefined {
  const irregular = IRREGULAR.get(word.toLowerCase());
  if (irregular !== undefined) return word.slice(0, 1) + irregular.slice(1);
  // IED, NGO, SOS: an acronym takes a small s whatever its last letter would ask of a word.
  if (/\p{Lu}\p{Lu}$/u.test(word)) return /S$/.test(word) ? `${word}es` : `${word}s`;
  if (UNCHANGED.test(word)) return word;
  if (/man$/.test(word) && !NOT_MEN.test(word)) return `${word.slice(0, -2)}en`;
  if (TO_VES.test(word)) return `${word.replace(/fe?$/, '')}ves`;
  if (TO_OES.test(word)) return `${word}es`;
  if (/sis$|xis$/.test(word)) return `${word.slice(0, -2)}es`;
  if (/(?:s|x|z|ch|sh)$/.test(word)) return /(?:ss|us|is|[xzh])$/.test(word) ? `${word}es` : undefined;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}
