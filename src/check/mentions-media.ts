/** Words that point at a picture. */
const POINTING =
  /\b(?:charts?|graphs?|graphics?|maps?|figures?|plots?|tables?|diagrams?|pictures?|images?|lines?|bars?|curves?|below|above|shows?|shown|see|seen|here)\b|[👇⬇📈📉📊🗺]/iu;

/** In Arabic, where such a word has an article, a preposition or an ending of its own. */
const POINTING_IN_ARABIC =
  /(?:رسم|رسوم|الشكل|الأشكال|جدول|جداول|صور|خريط|خرائط|مخطط|البياني|منحنى|أعمد|أعلاه|أدناه|[يت]ُ?ظهر|[يت]بيّ?ن|[يت]ُ?عرض|انظر|هنا)/u;

/** A shorter word is rarely more than grammar, and so many first letters tell words apart. */
const LETTERS = { least: 4, most: 5 };

/** Of fewer words nobody can say that they speak of something else. */
const FEWEST_WORDS = 2;

/** True where words speak of a picture: they point at it, or have a word or a number in common with what it shows. */
export function mentionsMedia(words: string, alt: string): boolean {
  if (POINTING.test(words) || POINTING_IN_ARABIC.test(words)) return true;
  const [said, shown] = [stems(words), stems(alt)];
  // Of a picture that nobody describes nothing is known
  return shown.size === 0 || said.size < FEWEST_WORDS || [...said].some((stem) => shown.has(stem));
}

/** Words by their first letters, so that `births` are `birth`; numbers whole. */
function stems(text: string): ReadonlySet<string> {
  const found = text.toLowerCase().match(/\p{N}[\p{N}.,]*\p{N}|[\p{L}\p{M}]+/gu) ?? [];
  return new Set(
    found.flatMap((word) => {
      if (/^\p{N}/u.test(word)) return [word];
      if (/^\p{Script=Arabic}/u.test(word)) return arabicStem(word);
      return word.length >= LETTERS.least ? [word.slice(0, LETTERS.most)] : [];
    }),
  );
}

/** Without the words that are written together with it; most roots have three letters. */
function arabicStem(word: string): string[] {
  const bare = word.replace(/^[وف]?(?:[بك]?ال|لل)(?=\p{L}{3})/u, '');
  return bare.length >= LETTERS.least - 1 ? [bare.slice(0, LETTERS.most)] : [];
}
