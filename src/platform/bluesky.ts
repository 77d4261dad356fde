import { composeUrl } from './compose-url.js';
import { countBytes, toEntities, type Found } from './entities.js';
import { findLinks } from './find-links.js';
import { countGraphemes } from './graphemes.js';
import { findHashtags } from './hashtag.js';
import type { Measure, Platform } from './platform.js';

/**
 * Bluesky. A post has 300 graphemes and 3,000 bytes of UTF-8 (lexicon app.bsky.feed.post, read 2026-11-24); at most 4 images
 * (app.bsky.embed.images) of 2,000,000 bytes with 2,000 characters of alt text each (the app's own MAX_ALT_TEXT); the app
 * makes none larger than 4,000 pixels a side. The page to write a post in is docs.bsky.app's action intent.
 *
 * A post that is pasted into the app goes through the official client's rule, by which `$AAPL` is live as a tag of that name
 * (packages/api/src/rich-text, read 2026-11-30); so it is here, and data cannot become one unseen.
 *
 * What is live is said by facets that come with the post, so the rule is ours. It finds what the official client finds and is
 * better on purpose where that one takes punctuation into a tag or a link, or misses one behind a bracket or a quote.
 */
export const BLUESKY: Platform = {
  id: 'bluesky',
  name: 'Bluesky',
  limit: 300,
  unit: 'graphemes',
  joins: false,
  maxLinks: undefined,
  maxHashtags: undefined,
  maxImages: 4,
  maxImageBytes: 2_000_000,
  maxImagePixels: undefined,
  maxImageSide: 4000,
  maxImageRatio: undefined,
  imageTypes: ['image/jpeg', 'image/png', 'image/webp'],
  altLimit: 2000,
  count: countGraphemes,
  measure,
  findEntities: (text) =>
    toEntities(text, [...findLinks(text), ...findTags(text), ...findCashtags(text), ...findMentions(text)]),
  composeUrl: (text) => composeUrl('https://bsky.app/intent/compose', text),
};

const MAX_BYTES = 3000;
/** Lexicon app.bsky.richtext.facet#tag, read 2026-11-24. */
const MAX_TAG_GRAPHEMES = 64;
const MAX_TAG_BYTES = 640;

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const MENTION = new RegExp(
  `(?<![\\p{L}\\p{N}_@/.])@((?:${LABEL}\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)(?![\\p{L}\\p{N}_-])`,
  'giu',
);

function measure(text: string): Measure {
  return {
    sizes: [
      { count: countGraphemes(text), limit: BLUESKY.limit, unit: BLUESKY.unit },
      { count: countBytes(text), limit: MAX_BYTES, unit: 'bytes of UTF-8' },
    ],
    note: undefined,
  };
}

function findTags(text: string): Found[] {
  return findHashtags(text).flatMap(({ start, tag: whole }) => {
    const tag = whole.replace(/_+$/, '');
    if (countGraphemes(tag) > MAX_TAG_GRAPHEMES || countBytes(tag) > MAX_TAG_BYTES) return [];
    return [{ kind: 'hashtag', start, end: start + 1 + tag.length, value: tag }];
  });
}

/** A sign of money and up to five letters and digits, a letter first: `$5m` is none. */
const CASHTAG = /(?<=^|[\s(])\$([a-z][a-z0-9]{0,4})(?=$|[\s.,;:!?)"'”’])/gi;

function findCashtags(text: string): Found[] {
  return Array.from(text.matchAll(CASHTAG), (match) => ({
    kind: 'hashtag',
    start: match.index,
    end: match.index + match[0].length,
    value: match[0].toUpperCase(),
  }));
}

function findMentions(text: string): Found[] {
  return Array.from(text.matchAll(MENTION), (match) => ({
    kind: 'mention',
    start: match.index,
    end: match.index + match[0].length,
    value: match[1] ?? '',
  }));
}
