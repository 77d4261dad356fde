import { countBytes, toEntities, type Found } from './entities.js';
import { findUrls } from './find-urls.js';
import { countGraphemes } from './graphemes.js';
import { findHashtags } from './hashtag.js';
import type { Measure, Platform } from './platform.js';
import { X_URLS } from './x.js';

/**
 * Bluesky. A post has 300 graphemes and 3,000 bytes of UTF-8 (lexicon app.bsky.feed.post, read 2026-11-24); at most 4 images
 * (app.bsky.embed.images) of 2,000,000 bytes with 2,000 characters of alt text each (the app's own MAX_ALT_TEXT).
 *
 * What is live is said by facets that come with the post, so the rule is ours. It finds what the official client finds and is
 * better on purpose where that one takes punctuation into a tag or a link, or misses one behind a bracket or a quote.
 */
export const BLUESKY: Platform = {
  id: 'bluesky',
  name: 'Bluesky',
  limit: 300,
  unit: 'graphemes',
  maxImages: 4,
  maxImageBytes: 2_000_000,
  altLimit: 2000,
  count: countGraphemes,
  measure,
  findEntities: (text) =>
    toEntities(text, [...findLinks(text), ...findBareLinks(text), ...findTags(text), ...findMentions(text)]),
};

const MAX_BYTES = 3000;
/** Lexicon app.bsky.richtext.facet#tag, read 2026-11-24. */
const MAX_TAG_GRAPHEMES = 64;
const MAX_TAG_BYTES = 640;

const LINK = /(?<![\p{L}\p{N}_@/])https?:\/\/[^\s<>"“”„«»‹›「」…—]+/giu;
const TRAILING = /[.,;:!?'’‘*~]/;
const BRACKETS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
];
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

function findLinks(text: string): Found[] {
  return Array.from(text.matchAll(LINK)).flatMap((match) => {
    const url = trimEnd(match[0]);
    if (/:\/\/$/.test(url)) return [];
    return [{ kind: 'link', start: match.index, end: match.index + url.length, value: url }];
  });
}

/** Punctuation at the end belongs to the sentence, a closing bracket only when it was not opened inside. */
function trimEnd(url: string): string {
  const open = new Map(BRACKETS.map(([opening, closing]) => [closing, count(url, closing) - count(url, opening)]));
  let end = url.length;
  for (; end > 0; end -= 1) {
    const last = url.charAt(end - 1);
    const surplus = open.get(last);
    if (surplus !== undefined && surplus > 0) open.set(last, surplus - 1);
    else if (!TRAILING.test(last)) break;
  }
  return url.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** A known domain without protocol, unless it is the middle of a file name such as `site.com.jpg`. */
function findBareLinks(text: string): Found[] {
  return findUrls(text, X_URLS)
    .filter((url) => !url.protocol && !/^\.[\p{L}\p{N}]/u.test(text.slice(url.end)))
    .map((url) => ({ kind: 'link', start: url.start, end: url.end, value: `https://${url.text}` }));
}

function findTags(text: string): Found[] {
  return findHashtags(text).flatMap(({ start, tag: whole }) => {
    const tag = whole.replace(/_+$/, '');
    if (countGraphemes(tag) > MAX_TAG_GRAPHEMES || countBytes(tag) > MAX_TAG_BYTES) return [];
    return [{ kind: 'hashtag', start, end: start + 1 + tag.length, value: tag }];
  });
}

function findMentions(text: string): Found[] {
  return Array.from(text.matchAll(MENTION), (match) => ({
    kind: 'mention',
    start: match.index,
    end: match.index + match[0].length,
    value: match[1] ?? '',
  }));
}
