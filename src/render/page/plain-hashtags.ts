/** Turns the hashtags of typed text into plain words: pages have no live tags. */
export function plainHashtags(text: string): string {
  return text.replace(HASHTAG, '$<word>');
}

/** A `#` that no word character precedes, and letters or digits with at least one letter. */
const HASHTAG = /(?<![\p{L}\p{N}\p{M}_/&#])#(?<word>[\p{N}_]*\p{L}[\p{L}\p{N}\p{M}_]*)/gu;
