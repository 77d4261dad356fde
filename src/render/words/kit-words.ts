import { ARABIC_KIT } from './arabic-kit.js';
import { ENGLISH_KIT } from './english-kit.js';
import { inLanguage, type InLanguage } from './in-language.js';
import type { KitWords } from './kit-set.js';

/** The words of the posting kit in a language, else in English. */
export function kitWords(lang: string): InLanguage<KitWords> {
  return inLanguage(lang, { en: ENGLISH_KIT, ar: ARABIC_KIT });
}
