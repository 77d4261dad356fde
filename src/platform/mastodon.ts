import type { MastodonInstance } from '../model/instance.js';
import { composeUrl } from './compose-url.js';
import { toEntities, type Found } from './entities.js';
import { LATIN_ACCENTS } from './find-domain.js';
import { findUrls, type UrlGrammar } from './find-urls.js';
import { countGraphemes } from './graphemes.js';
import { findHashtags } from './hashtag.js';
import type { Measure, Platform } from './platform.js';

/** What a draft says of Mastodon. */
export interface MastodonSettings {
  /** What the writer's server says it takes. Default: Mastodon as it ships. */
  readonly instance?: MastodonInstance | undefined;
  /** Stands before every post and counts with it. */
  readonly contentWarning?: string | undefined;
}

/**
 * Mastodon. A post has as many characters as its server says, 500 as it ships, as readers see them, its content warning among
 * them; a URL with http(s) counts 23 and a mention without its server (app/validators/status_length_validator.rb,
 * read 2026-11-24). At most 4 images of 16 MiB and 33,177,600 pixels (app/models/media_attachment.rb, read 2026-11-30) with
 * 1,500 characters of alt text each (MAX_DESCRIPTION_LENGTH). The page to write a post in is on the server: `/share`.
 */
export function mastodonOf({ instance, contentWarning = '' }: MastodonSettings): Platform {
  const limit = instance?.maxCharacters ?? 500;
  const unit = 'characters';
  const measure = (text: string): Measure => ({
    sizes: [{ count: countGraphemes(contentWarning + countable(text, instance?.charactersPerUrl ?? 23)), limit, unit }],
    note:
      contentWarning === ''
        ? undefined
        : `The content warning counts with every post, for ${countGraphemes(contentWarning)} of these`,
  });
  return {
    id: 'mastodon',
    name: 'Mastodon',
    limit,
    unit,
    joins: false,
    maxLinks: undefined,
    maxHashtags: undefined,
    maxImages: instance?.maxImages ?? 4,
    maxImageBytes: instance?.maxImageBytes ?? 16_777_216,
    maxImagePixels: instance?.maxImagePixels ?? 33_177_600,
    maxImageSide: undefined,
    maxImageRatio: undefined,
    imageTypes: instance?.imageTypes ?? ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'],
    altLimit: instance?.altLimit ?? 1500,
    count: (text) => measure(text).sizes[0].count,
    measure,
    findEntities: (text) => toEntities(text, [...findLinks(text), ...findTags(text), ...findMentions(text)]),
    composeUrl: (text) => instance && composeUrl(`https://${instance.domain}/share`, text),
  };
}

/** Mastodon as it ships. */
export const MASTODON: Platform = mastodonOf({});

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

/** A text as it is counted: every address as long as the server says, mentions without their server. */
function countable(text: string, charactersPerUrl: number): string {
  const links = findLinks(text).map(({ start, end }) => ({ start, end, as: 'x'.repeat(charactersPerUrl) }));
  const mentions = findMentions(text).map(({ start, end, value }) => ({ start, end, as: `@${localPart(value)}` }));
  let counted = '';
  let at = 0;
  for (const { start, end, as } of [...links, ...mentions].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    counted += text.slice(at, start) + as;
    at = end;
  }
  return counted + text.slice(at);
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
