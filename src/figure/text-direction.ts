/** The direction in which a language is written. */
export function textDirection(lang: string): 'ltr' | 'rtl' {
  const script = new Intl.Locale(lang).maximize().script;
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}

/** ISO 15924 codes of the scripts in use today that run from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);
