import { composeUrl } from './compose-url.js';
import { toEntities, type Found } from './entities.js';
import { LATIN_ACCENTS } from './find-domain.js';
import { findUrls, type Url, type UrlGrammar } from './find-urls.js';
import { findHashtags } from './hashtag.js';
import type { Measure, Platform } from './platform.js';
import { X_EMOJI } from './x-emoji.js';

/**
 * X. A post has 280 weighted characters: code points of most alphabets weigh 1, others and every emoji 2, every URL 23
 * (docs.x.com/fundamentals/counting-characters and twitter-text config v3, read 2026-11-24).
 * At most 4 images of 5 MB (docs.x.com/x-api/media/quickstart/best-practices, read 2026-11-30) with 1,000 characters of alt
 * text each. The page to write a post in is docs.x.com's web intent.
 *
 * X says that every emoji weighs 2, but its own library, unmaintained since 2020, counts those after Emoji 11 by their parts.
 * Which of the two the live server follows is not known, so the higher is taken.
 */
export const X: Platform = {
  id: 'x',
  name: 'X',
  limit: 280,
  unit: 'weighted characters',
  joins: false,
  maxLinks: undefined,
  maxHashtags: undefined,
  maxImages: 4,
  maxImageBytes: 5_000_000,
  maxImagePixels: undefined,
  maxImageSide: undefined,
  maxImageRatio: undefined,
  imageTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
  altLimit: 1000,
  count: (text) => measure(text).sizes[0].count,
  measure,
  findEntities: (text) => toEntities(text, [...findLinks(text), ...findTags(text), ...findMentions(text)]),
  composeUrl: (text) => composeUrl('https://x.com/intent/tweet', text),
};

const URL_WEIGHT = 23;
const EMOJI_WEIGHT = 2;

/** Ranges that weigh 1 (twitter-text config/v3.json, read 2026-11-24): most alphabets, spaces and joiners, dashes and quotes, primes. */
const LIGHT: readonly (readonly [number, number])[] = [
  [0x0000, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
];

/** Characters of a URL's path and query (twitter-text 3.1.0, read 2026-11-24). */
export const X_URLS: UrlGrammar = {
  path: new RegExp(`[a-z0-9\\u0400-\\u04FF${LATIN_ACCENTS}!*';:=+,.$/%#\\[\\]\\-\\u2013_~@|&]`, 'i'),
  pathEnd: new RegExp(`[a-z0-9\\u0400-\\u04FF${LATIN_ACCENTS}+\\-=_#/]`, 'i'),
  query: /[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]/i,
  queryEnd: /[a-z0-9\-_&=#/]/i,
  bracketsAfterPunctuation: false,
};

/** What an emoji starts with; without this look ahead every character would be tried against every sequence. */
const EMOJI_START = '(?=[#*0-9][\\uFE0F\\u20E3]|[©®\\u203C-\\u3299\\u{1F000}-\\u{10FFFF}])';
const KNOWN_EMOJI = new RegExp(`${EMOJI_START}(?:${X_EMOJI})`, 'gu');
/** By the Unicode version of Node's ICU; the flag is not in the type checker's target yet. */
const EVERY_EMOJI = new RegExp(`${EMOJI_START}(?:\\p{RGI_Emoji}|${X_EMOJI})\\uFE0F?`, 'gv');

const SHORT_LINK = /^https?:\/\/t\.co\/([a-z0-9]+)(?:\?[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]*[a-z0-9\-_&=#/])?/i;
const MAX_SHORT_SLUG = 40;

/** A handle, or a list as `@name/list`. */
const MENTION =
  /(?<=^|[^a-zA-Z0-9_!#$%&*@＠]|(?:^|[^a-zA-Z0-9_+~.-])(?:rt|RT|rT|Rt):?)[@＠][a-zA-Z0-9_]{1,20}(?:\/[a-zA-Z][a-zA-Z0-9_-]{0,24})?/g;
const AFTER_NO_MENTION = new RegExp(`^(?:[@＠${LATIN_ACCENTS}]|://)`);
const AFTER_NO_HASHTAG = /^(?:[#＃]|:\/\/)/;

function measure(text: string): Measure {
  const normal = text.normalize('NFC');
  const urls = xUrls(normal);
  const known = weigh(normal, urls, KNOWN_EMOJI);
  const stated = weigh(normal, urls, EVERY_EMOJI);
  const newer = (normal.match(EVERY_EMOJI) ?? []).filter(
    (emoji) => weigh(emoji, [], KNOWN_EMOJI) > EMOJI_WEIGHT,
  ).length;
  return {
    sizes: [{ count: Math.max(known, stated), limit: X.limit, unit: X.unit }],
    note:
      known > stated
        ? `X says it counts every emoji as 2, which would make ${stated}; ${newer} of these emoji may be counted higher`
        : undefined,
  };
}

function weigh(text: string, urls: readonly Url[], emoji: RegExp): number {
  const wholes = new Map<number, { readonly length: number; readonly weight: number }>();
  for (const match of text.matchAll(emoji)) {
    wholes.set(match.index, { length: match[0].length, weight: EMOJI_WEIGHT });
  }
  for (const url of urls) wholes.set(url.start, { length: url.replaced, weight: URL_WEIGHT });
  let weight = 0;
  for (let at = 0; at < text.length;) {
    const whole = wholes.get(at) ?? character(text, at);
    weight += whole.weight;
    at += whole.length;
  }
  return weight;
}

function character(text: string, at: number): { length: number; weight: number } {
  const point = text.codePointAt(at) ?? 0;
  const light = LIGHT.some(([first, last]) => point >= first && point <= last);
  return { length: point > 0xffff ? 2 : 1, weight: light ? 1 : 2 };
}

/** X's own short links end after their slug. */
function xUrls(text: string): Url[] {
  return findUrls(text, X_URLS).flatMap((url) => {
    const short = SHORT_LINK.exec(url.text);
    if (!short) return [url];
    if ((short[1] ?? '').length > MAX_SHORT_SLUG) return [];
    return [{ ...url, end: url.start + short[0].length, text: short[0], replaced: short[0].length }];
  });
}

function findLinks(text: string): Found[] {
  return xUrls(text).map(({ start, end, text: url, protocol }) => ({
    kind: 'link',
    start,
    end,
    value: protocol ? url : `https://${url}`,
  }));
}

/** Hashtags that touch each other make none on X. */
function findTags(text: string): Found[] {
  return findHashtags(text)
    .filter(({ end, glued }) => !glued && !AFTER_NO_HASHTAG.test(text.slice(end)))
    .map(({ start, end, tag }) => ({ kind: 'hashtag', start, end, value: tag }));
}

function findMentions(text: string): Found[] {
  return Array.from(text.matchAll(MENTION))
    .filter((match) => !AFTER_NO_MENTION.test(text.slice(match.index + match[0].length)))
    .map((match) => ({
      kind: 'mention',
      start: match.index,
      end: match.index + match[0].length,
      value: match[0].slice(1),
    }));
}
