/**
 * The language of a page about several drafts: the project's own where it has chosen one, else that of all its drafts, else
 * English.
 */
export function sharedLanguage(langs: readonly string[], own: string): string {
  const [first, ...others] = langs;
  if (languageOf(own) !== 'en' || first === undefined) return own;
  return others.every((lang) => languageOf(lang) === languageOf(first)) ? first : own;
}

function languageOf(lang: string): string | undefined {
  return lang.split('-')[0]?.toLowerCase();
}
