import type { Agreement, PartNoun, PartOf } from '../locale.js';
import { numberWords } from './number-words.js';

/** Words how many of a total, its noun with its article: `كل السفن الـ12 إلا واحدة`; none of it is said by a verb alone. */
export function partOfWords(part: PartOf, noun: PartNoun, agreement: Agreement): string | undefined {
  const { gender } = agreement;
  const all = (total: string): string => `${noun.other} الـ${total}`;
  switch (part.kind) {
    case 'all':
      return `كل ${all(part.total)}`;
    case 'both':
      return `${gender === 'f' ? 'كلتا' : 'كلا'} ${noun.two ?? ''}`;
    case 'only':
      return `${noun.one} ${gender === 'f' ? 'الوحيدة' : 'الوحيد'}`;
    case 'all-but':
      // What is excepted from a sentence that affirms stands in the accusative
      return `كل ${all(part.total)} إلا ${numberWords(part.excepted, { gender, case: 'acc' }) ?? ''}`;
    case 'some':
      if (part.category === 'one') return `${gender === 'f' ? 'إحدى' : 'أحد'} ${all(part.total)}`;
      return `${part.category === 'two' ? (numberWords(2n, agreement) ?? '') : part.number} من ${all(part.total)}`;
    case 'none':
    case 'neither':
    case 'not-one':
      return undefined;
    default:
      return part satisfies never;
  }
}

/** Behind `كل` a verb agrees with the plural, else with the noun for one; it stands before both. */
export function isSingularPart({ kind }: PartOf): boolean {
  return kind !== 'all' && kind !== 'all-but';
}
