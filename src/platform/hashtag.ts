/** A hashtag as it stands in a text; offsets are UTF-16. */
export interface Hashtag {
  readonly start: number;
  readonly end: number;
  /** Without its `#`. */
  readonly tag: string;
  /** True when it touches the hashtag before it, as `#Taliban` does in `#Afghan#Taliban`. */
  readonly glued: boolean;
}

/*
 * Besides letters, marks and digits: `_`, and what joins the words of other scripts (twitter-text 3.1.0, read 2026-11-24):
 * ZWNJ, ZWJ, maqaf, geresh, gershayim, middle dots, tsek, wave dashes, iteration marks.
 */
const JOINERS =
  '_\\u200C\\u200D\\uA67E\\u05BE\\u05F3\\u05F4\\uFF5E\\u301C\\u309B\\u309C\\u30A0\\u30FB\\u3003\\u0F0B\\u0F0C\\u00B7';
const WORD = `[\\p{L}\\p{M}\\p{Nd}${JOINERS}]`;

/** A keycap (`#️⃣`) is no hashtag; a tag needs a letter somewhere. */
const HASHTAG = new RegExp(`[#＃](?!\\uFE0F|\\u20E3)(${WORD}*[\\p{L}\\p{M}]${WORD}*)`, 'gu');

/** What may not stand before a hashtag; a variation selector belongs to an emoji, after which one may start. */
const INSIDE_WORD = new RegExp(`(?:(?![\\uFE0E\\uFE0F])${WORD}|&)$`, 'u');

/** Finds the hashtags of a text by the one rule of all outputs; a platform may take fewer. */
export function findHashtags(text: string): Hashtag[] {
  const hashtags: Hashtag[] = [];
  for (const match of text.matchAll(HASHTAG)) {
    const start = match.index;
    const before = hashtags.at(-1);
    const touches = before?.end === start;
    const inWord = INSIDE_WORD.test(text.slice(Math.max(0, start - 2), start));
    if (inWord && !touches) continue;
    const glued = touches && (inWord || !before.glued);
    hashtags.push({ start, end: start + match[0].length, tag: match[1] ?? '', glued });
  }
  return hashtags;
}
