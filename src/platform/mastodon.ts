import { toEntities, type Found } from './entities.js';
import { LATIN_ACCENTS } from './find-domain.js';
import { findUrls, type UrlGrammar } from './find-urls.js';
import { countGraphemes } from './graphemes.js';
import { findHashtags } from './hashtag.js';
import type { Measure, Platform } from './platform.js';

/**
 * Mastodon, as it is without an instance's own settings. A post has 500 characters as readers see them, its content warning
 * among them; a URL with http(s) counts 23 and a mention without its server (app/validators/status_length_validator.rb,
 * read 2026-11-24). At most 4 images of 16 MiB and 33,177,600 pixels (app/models/media_attachment.rb, read 2026-11-30) with
 * 1,500 characters of alt text each (MAX_DESCRIPTION_LENGTH). The page to write a post in is on the instance.
 */
export const MASTODON: Platform = {
  id: 'mastodon',
  name: 'Mastodon',
  limit: 500,
  unit: 'characters',
  joins: false,
  maxLinks: undefined,
  maxHashtags: undefined,
  maxImages: 4,
  maxImageBytes: 16_000_000,
  maxImagePixels: 33_177_600,
  maxImageSide: undefined,
  maxImageRatio: undefined,
  imageTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'],
  altLimit: 1500,
  count: (text) => measure(text).sizes[0].count,
  measure,
  findEntities: (text) => toEntities(text, [...findLinks(text), ...findTags(text), ...findMentions(text)]),
  composeUrl: () => undefined,
};

const URL_LENGTH = 23;
const MAX_MENTION_DOMAIN = 253;

/** Characters of any script may stand in a path and a query (config/initializers/twitter_regex.rb, read 2026-11-24). */
const MASTODON_URLS: UrlGrammar = {
  path: /[^\p{White_Space}<>()?]/u,
  pathEnd: /[^\p{White_Space}()?!*"'「」<>;:=,.$%[\]~&|@]/u,
  query: /[a-z0-9!?*'();:&=+$/%#[\]\-_.,~|@^\u{A0}-\u{10FFFD}]/iu,
  queryEnd: /[a-z0-9_&=#/\-\u{A0}-\u{10FFFD}]/iu,
  bracketsAfterPunctuation: true,
};

const USER = '[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*';
const WORD = '\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}';
/** `@alice` or `@alice@example.org` (app/models/account.rb, read 2026-11-24). */
const MENTION = new RegExp(`(?<![=/${WORD}])@((${USER})(?:@([${WORD}]+(?:[.-]+[${WORD}]+)*))?)`, 'giu');
const AFTER_NO_MENTION = new RegExp(`^(?:[@＠${LATIN_ACCENTS}]|://)`);
/** A hashtag does not start in an address or right after a bracket. */
const BEFORE_NO_HASHTAG = /[/)=]/;

function measure(text: string): Measure {
  const links = findLinks(text).map(({ start, end }) => ({ start, end, as: 'x'.repeat(URL_LENGTH) }));
  const mentions = findMentions(text).map(({ start, end, value }) => ({ start, end, as: `@${localPart(value)}` }));
  let counted = '';
  let at = 0;
  for (const { start, end, as } of [...links, ...mentions].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    counted += text.slice(at, start) + as;
    at = end;
  }
  const count = countGraphemes(counted + text.slice(at));
  return { sizes: [{ count, limit: MASTODON.limit, unit: MASTODON.unit }], note: undefined };
}

function findLinks(text: string): Found[] {
  return findUrls(text, MASTODON_URLS)
    .filter((url) => url.protocol)
    .map((url) => ({ kind: 'link', start: url.start, end: url.end, value: url.text }));
}

/** Of hashtags that touch each other only the first is live. */
function findTags(text: string): Found[] {
  return findHashtags(text)
    .filter(({ start, glued }) => !glued && !BEFORE_NO_HASHTAG.test(text.charAt(start - 1)))
    .map(({ start, end, tag }) => ({ kind: 'hashtag', start, end, value: tag }));
}

function findMentions(text: string): Found[] {
  return Array.from(text.matchAll(MENTION))
    .filter((match) => (match[3] ?? '').length <= MAX_MENTION_DOMAIN)
    .filter((match) => !AFTER_NO_MENTION.test(text.slice(match.index + match[0].length)))
    .map((match) => ({
      kind: 'mention',
      start: match.index,
      end: match.index + match[0].length,
      value: match[1] ?? '',
    }));
}

function localPart(handle: string): string {
  return handle.split('@')[0] ?? handle;
}
