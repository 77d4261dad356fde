import { composeUrl } from './compose-url.js';
import { countBytes, toEntities, type Found } from './entities.js';
import { findLinks } from './find-links.js';
import { countGraphemes, graphemes } from './graphemes.js';
import { findHashtags } from './hashtag.js';
import type { Measure, Platform } from './platform.js';

/**
 * Threads. A post has 500 characters, "emojis are counted as the number of UTF-8 bytes"
 * (developers.facebook.com/documentation/threads/posts, of 2026-04-14, read 2026-11-30); at most 5 different links
 * (documentation/threads/create-posts/text-attachments, of 2026-07-02) and one topic, which is the first hashtag, of at most
 * 50 characters (documentation/threads/threads-web-intents, of 2026-03-19). Later hashtags are found all the same, so that
 * they can be told of. A post shows up to 20 images, JPEG or PNG, of 8 MB, no more than ten times as long as wide, each with
 * 1,000 characters of alt text.
 *
 * What a character is besides an emoji is not said. UTF-16 units are taken, which are never fewer than what readers see.
 */
export const THREADS: Platform = {
  id: 'threads',
  name: 'Threads',
  limit: 500,
  unit: 'characters',
  joins: false,
  maxLinks: 5,
  maxHashtags: 1,
  maxImages: 20,
  maxImageBytes: 8_000_000,
  maxImagePixels: undefined,
  maxImageSide: undefined,
  maxImageRatio: 10,
  imageTypes: ['image/jpeg', 'image/png'],
  altLimit: 1000,
  count: (text) => measure(text).sizes[0].count,
  measure,
  findEntities: (text) => toEntities(text, [...findLinks(text), ...findTags(text), ...findMentions(text)]),
  composeUrl: (text) => composeUrl('https://www.threads.com/intent/post', text),
};

const MAX_TAG = 50;

/** What some device may draw as an emoji; a digit or a letter only when it is boxed or a flag. */
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u20E3/u;

/** The rule of Instagram's names, which Threads shares: letters, digits, dots and underscores, no dot at the end. */
const MENTION = /(?<![\p{L}\p{M}\p{N}_@/.])@([a-z0-9_](?:[a-z0-9_.]{0,28}[a-z0-9_])?)(?![\p{L}\p{M}\p{N}_@])/giu;

function measure(text: string): Measure {
  const seen = graphemes(text);
  const count = seen.reduce((sum, one) => sum + (EMOJI.test(one) ? countBytes(one) : one.length), 0);
  return {
    sizes: [{ count, limit: THREADS.limit, unit: THREADS.unit }],
    note:
      count > seen.length
        ? `Readers see ${seen.length} characters; Threads counts an emoji by its UTF-8 bytes, and does not say what else is one character, so the most that it can be is taken`
        : undefined,
  };
}

function findTags(text: string): Found[] {
  return findHashtags(text)
    .filter(({ tag }) => countGraphemes(tag) <= MAX_TAG)
    .map(({ start, end, tag }) => ({ kind: 'hashtag', start, end, value: tag }));
}

function findMentions(text: string): Found[] {
  return Array.from(text.matchAll(MENTION), (match) => ({
    kind: 'mention',
    start: match.index,
    end: match.index + match[0].length,
    value: match[1] ?? '',
  }));
}
