/** The characters of a text that the Arabic font is there for, each once: letters, digits and marks of the script. */
export function arabicIn(text: string): string {
  const found = new Set(text.normalize('NFC').match(ARABIC));
  return [...found].some((character) => !JOINERS.test(character)) ? [...found].sort().join('') : '';
}

/** Parts a text into what the Arabic font sets and what it does not, in order. */
export function scriptRuns(text: string): readonly { readonly text: string; readonly isArabic: boolean }[] {
  return [...text.matchAll(RUNS)].map(([run, arabic]) => ({ text: run, isArabic: arabic !== undefined }));
}

const ARABIC = /[\p{Script_Extensions=Arabic}\u200c\u200d]/gu;
const JOINERS = /[\u200c\u200d]/;
const RUNS = /([\p{Script_Extensions=Arabic}\u200c\u200d]+)|[^\p{Script_Extensions=Arabic}\u200c\u200d]+/gu;
