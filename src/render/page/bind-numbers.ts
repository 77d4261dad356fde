/**
 * Puts a no-break space where a line should not end: between a number and what it counts or measures, a day and its
 * month, and a name and its number (`12 boats`, `9 per cent`, `5 March`, `£ 3 million`, `Figure 3`, `p. 4`). Nothing else
 * changes: the words are as long as before, and a search finds them.
 *
 * @param lang A BCP 47 tag; what a number stands before is told by the words of English and Arabic.
 */
export function bindNumbers(text: string, lang: string): string {
  const isArabic = lang.split('-')[0]?.toLowerCase() === 'ar';
  const { apart, names, months } = isArabic ? ARABIC : ENGLISH;
  return text
    .replace(SIGNED, `$1${NO_BREAK}`)
    .replace(names, NO_BREAK)
    .replace(months, NO_BREAK)
    .replace(PER_CENT, NO_BREAK)
    .replace(TIMES, `$1${NO_BREAK}×${NO_BREAK}`)
    .replace(COUNTED, (whole, number: string, word: string) => {
      const isApart = word.length > LONGEST || apart.has(word) || YEAR.test(number);
      return isApart ? whole : `${number}${NO_BREAK}${word}`;
    });
}

const NO_BREAK = '\u00a0';

/** A word as long as a phone’s line is better put on the next one. */
const LONGEST = 16;

const YEAR = /^(?:1[5-9]|20)\d\d$/;
const COUNTED =
  /(?<![\p{L}\p{N}.,])(\p{Nd}(?:[\p{Nd}.,\u00a0\u2009\u202f–]*\p{Nd})?(?:st|nd|rd|th|[%‰])?) (\p{L}[\p{L}\p{M}’-]*)/gu;
const SIGNED = /([£$€¥§№±≈~<>≥≤]) (?=\p{Nd})/gu;
const TIMES = /(\p{Nd}) × (?=\p{Nd})/gu;
const PER_CENT = /(?<=\p{Nd}[ \u00a0]per) (?=cent(?!\p{L}))/gu;

/** The place of a space behind one of these words and before a number. */
function before(words: string, number: string): RegExp {
  return new RegExp(String.raw`(?<=(?<!\p{L})(?:${words})) (?=${number})`, 'giu');
}

const DAY = String.raw`\p{Nd}{1,2}(?!\p{Nd})`;

const ENGLISH = {
  /** What a number before it does not count. */
  apart: new Set(
    (
      'a about after again all also although among an and any are around as at because been before behind below between ' +
      'both but by came can could did does during each either else even ever every fell for from had has have he her his how ' +
      'if in into is it its last less may more most must neither nor not now of off on once only onto or our out over rose ' +
      'said says she should since so some still than that the their then there these they this those though through till to ' +
      'too under unless until up upon was we went were what when where whether which while who whose will with within ' +
      'without would yet you'
    ).split(' '),
  ),
  names: before(
    String.raw`(?:figs?|pp?|nos?|vols?|chs?|arts?|secs?|ca?|approx)\.|figures?|tables?|charts?|graphs?|maps?|pictures?|photos?|` +
      'posts?|parts?|chapters?|sections?|articles?|pages?|appendix|volume|rows?|lines?|notes?',
    String.raw`\p{Nd}`,
  ),
  months: before(
    String.raw`january|february|march|april|may|june|july|august|september|october|november|december|` +
      String.raw`(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?`,
    DAY,
  ),
};

const ARABIC = {
  apart: new Set('أو إلى الى بعد بين ثم حتى خلال عن على عند في فيما قبل كان كانت لم لن ما مع من منذ هو هي'.split(' ')),
  names: before('(?:ال)?(?:شكل|جدول|صورة|صفحة|فصل|مادة|منشور|رقم)', String.raw`\p{Nd}`),
  // Days stand before their months
  months: /(?!)/u,
};
