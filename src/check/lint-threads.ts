import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { LintId } from '../diagnostic/rules.js';
import type { Draft } from '../model/draft.js';
import type { SourceFile, Span } from '../model/position.js';
import type { Thread, ThreadPost } from '../model/thread.js';
import type { Platform } from '../platform/platform.js';
import { PLATFORMS } from '../platform/platforms.js';
import { findAccident } from './find-accident.js';
import { mentionsMedia } from './mentions-media.js';
import { postWords } from './post-words.js';

/** Lints threads as their readers will see them: what a post promises and lacks, and what is live in it. */
export function lintThreads(threads: readonly Thread[], { source }: Draft): Message[] {
  const messages = new Map<string, Message>();
  for (const thread of threads) {
    const platform = PLATFORMS[thread.platform];
    const seen = thread.posts.map((post, index): Seen => ({ post, ordinal: index + 1, words: postWords(post) }));
    for (const { rule, span, reason, note } of [
      ...seen.flatMap((one) => lintPost(one, platform, source)),
      ...(platform.joins ? [] : [...lintLast(seen), ...seen.flatMap((one) => lintColon(one, platform))]),
      ...(platform.id === 'x' ? lintPrice(seen) : []),
    ]) {
      const key = `${rule} ${span.start} ${span.end}`;
      // One message a place, whatever the platforms
      if (!messages.has(key)) messages.set(key, messageAt(source, span, rule, reason, note));
    }
  }
  return [...messages.values()];
}

/** A post, its place in the thread, and its words without its number. */
interface Seen {
  readonly post: ThreadPost;
  /** Counts from 1. */
  readonly ordinal: number;
  readonly words: string;
}

interface Found {
  readonly rule: LintId;
  readonly span: Span;
  readonly reason: string;
  readonly note: string;
}

function lintPost({ post, ordinal, words }: Seen, platform: Platform, source: SourceFile): Found[] {
  const { entities, media, span } = post;
  const found: Found[] = entities.flatMap((entity): Found[] => {
    const written = post.text.slice(entity.start, entity.end);
    const meant = findAccident(entity, post.text);
    if (meant === undefined) return [];
    return [
      {
        rule: 'live-accident',
        span: placeOf(written, span, source),
        reason: `Unexpected ${entity.kind} \`${written}\`, which ${platform.name} makes live`,
        note: meant,
      },
    ];
  });
  const links = entities.filter(({ kind }) => kind === 'link');
  const isAlone =
    links.length > 0 &&
    links.reduce((text, { start, end }) => text.replace(post.text.slice(start, end), ''), words).trim() === '';
  if (isAlone && media.length === 0)
    found.push({
      rule: 'post-only-link',
      span,
      reason: `Unexpected post ${ordinal} of a link alone`,
      note: 'Say what stands behind it, or put it at the end of the post before',
    });
  const shown = media.find(({ kind, alt }) => kind !== 'file' && !mentionsMedia(words, alt));
  if (shown)
    found.push({
      rule: 'media-unmentioned',
      span,
      reason: `Unexpected ${shown.kind} \`${shown.name}\` in post ${ordinal}, whose words have nothing of it`,
      note: `Say what it shows, or name it: \`{{ref "${shown.name}"}}\``,
    });
  return [...found, ...lintNumbers({ post, ordinal, words }, platform)];
}

/** Where words stand in the draft; the whole post where they were computed or joined. */
function placeOf(words: string, { start, end }: Span, { text }: SourceFile): Span {
  const at = text.slice(start, end).indexOf(words);
  return at < 0 ? { start, end } : { start: start + at, end: start + at + words.length };
}

function lintNumbers(
  { post, ordinal }: Seen,
  { name, maxLinks = Infinity, maxHashtags = Infinity }: Platform,
): Found[] {
  const links = new Set(post.entities.flatMap(({ kind, value }) => (kind === 'link' ? [value] : [])));
  const hashtags = post.entities.filter(({ kind }) => kind === 'hashtag');
  const found: Found[] = [];
  if (links.size > maxLinks)
    found.push({
      rule: 'post-links',
      span: post.span,
      reason: `Unexpected ${links.size} links in post ${ordinal} on ${name}, expected at most ${maxLinks}`,
      note: 'Spread them over more posts',
    });
  if (hashtags.length > maxHashtags)
    found.push({
      rule: 'post-hashtags',
      span: post.span,
      reason: `Unexpected ${hashtags.length} hashtags in post ${ordinal} on ${name}, expected at most ${maxHashtags}`,
      note: `${name} makes only the first live; the others are words with a sign before them`,
    });
  return found;
}

/** Below this share of what a post of the thread usually holds, the last one looks left over. */
const ORPHAN = 0.35;
/** Of fewer posts none is usual. */
const FEWEST_POSTS = 3;

function lintLast(seen: readonly Seen[]): Found[] {
  const last = seen.at(-1);
  if (!last || seen.length < FEWEST_POSTS || last.post.media.length > 0) return [];
  const { post, ordinal, words } = last;
  const lengths = seen
    .slice(0, -1)
    .map((one) => one.words.length)
    .sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const isLive = post.entities.length > 0 && post.entities.every(({ kind }) => kind !== 'mention');
  const rest = post.entities.reduce((text, { start, end }) => text.replace(post.text.slice(start, end), ''), words);
  const isBare = isLive && !/[\p{L}\p{N}]/u.test(rest);
  // A link alone is told as such
  if (isBare && post.entities.every(({ kind }) => kind === 'link')) return [];
  if (!isBare && words.length >= usual * ORPHAN) return [];
  const what = isBare ? 'of tags alone' : `of ${words.length} characters, where the others have about ${usual}`;
  return [
    {
      rule: 'post-orphan',
      span: post.span,
      reason: `Unexpected last post ${ordinal} ${what}`,
      note: 'Put its words into the post before, or give it more to say',
    },
  ];
}

/** A colon that nothing follows: readers meet each post alone. */
const ENDS_WITH_COLON = /[:：]\s*\p{Extended_Pictographic}*\uFE0F?\s*$/u;

function lintColon({ post, ordinal, words }: Seen, { name }: Platform): Found[] {
  if (post.media.length > 0 || !ENDS_WITH_COLON.test(words)) return [];
  return [
    {
      rule: 'post-dangling',
      span: post.span,
      reason: `Unexpected \`:\` at the end of post ${ordinal}, what it announces is not in the post`,
      note: `Put the link, list or picture into this post; on ${name} each post is read and passed on alone`,
    },
  ];
}

/**
 * What X's interface for programs asks for a post, and for one with a link, in dollars (docs.x.com pricing, read 2026-11-24).
 * One link is worth its price; the second is asked about.
 */
const PRICE = { post: '0.015', link: '0.20' };

function lintPrice(seen: readonly Seen[]): Found[] {
  const dear = seen.filter(({ post }) => post.entities.some(({ kind }) => kind === 'link'));
  const [first, second] = dear;
  if (!first || !second) return [];
  const ordinals = dear.map(({ ordinal }) => ordinal);
  return [
    {
      rule: 'x-link-price',
      span: second.post.span,
      reason: `Posts ${ordinals.slice(0, -1).join(', ')} and ${ordinals.at(-1) ?? ''} hold links: posted by a program, X asks $${PRICE.link} for each instead of $${PRICE.post}`,
      note: 'Gather the links in one post, or post by hand',
    },
  ];
}
