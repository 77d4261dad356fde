import { textDirection } from '../../figure/text-direction.js';

/** Words with the language they are in, which is English where a page's own has none. */
export interface InLanguage<Words> {
  readonly words: Words;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** Takes the words of a language, whatever its region, else the English ones. */
export function inLanguage<Words>(
  lang: string,
  { en, ar }: { readonly en: Words; readonly ar: Words },
): InLanguage<Words> {
  switch (lang.split('-')[0]?.toLowerCase()) {
    case 'ar':
      return { words: ar, lang, dir: textDirection(lang) };
    case 'en':
      return { words: en, lang, dir: 'ltr' };
    default:
      return { words: en, lang: 'en', dir: 'ltr' };
  }
}
