import type { TaggedWord } from '../../model/tagged-word.js';
import type { Entity } from '../../model/thread.js';
import type { Platform } from '../../platform/platform.js';
import { range } from './check-entities.js';
import { join, slice, type Mark, type TracedText } from './traced-text.js';

/**
 * Makes the first plain mention of each word in a thread its hashtag. A mention is plain when the writer typed it as it is
 * listed, as a whole word or with `’s`: no part of a figure, a compound, an address, code, or what is live already. Of words
 * that overlap the longest is meant. A mention is passed over that the platform would not make live, or only at the cost of
 * another; a word whose hashtag stands before it stays as it is.
 */
export function tagFirstMentions(
  posts: readonly TracedText[],
  words: readonly TaggedWord[],
  platform: Platform,
): TracedText[] {
  if (words.length === 0) return [...posts];
  const longestFirst = [...words].sort((a, b) => b.word.length - a.word.length);
  const pattern = patternOf(longestFirst);
  const live = new Set<string>();
  return posts.map((post) => {
    let current: Post = { words: post, entities: platform.findEntities(post.text) };
    let at = 0;
    for (let found = find(pattern, post, at); found; found = find(pattern, current.words, at)) {
      const { start, end } = found;
      const hashtag = longestFirst[found.index]?.hashtag ?? '';
      const isLive = live.has(folded(hashtag)) || hashtagsOf(current, start).includes(folded(hashtag));
      const tagged = isLive ? undefined : tag(current, { start, end, hashtag }, platform);
      at = tagged ? start + hashtag.length : end;
      current = tagged ?? current;
    }
    for (const hashtag of hashtagsOf(current)) live.add(hashtag);
    return current.words;
  });
}

interface Post {
  readonly words: TracedText;
  readonly entities: readonly Entity[];
}

/** Signs that make two words one: `ISKP-led`, `Daesh/ISKP`. */
const JOIN = '[-‐‑‒–/.]';
const LETTER = '[\\p{L}\\p{M}\\p{N}_]';
const BEFORE = `(?<!${LETTER}|[&@#＃$/])(?<!${LETTER}(?:${JOIN}|['’]))`;
const AFTER = `(?!${LETTER}|[@/])(?!${JOIN}${LETTER})(?!['’](?!s(?!${LETTER}))${LETTER})`;

/** One group a word. */
function patternOf(words: readonly TaggedWord[]): RegExp {
  const groups = words.map(({ word }) => `(${sourceOf(word)})`);
  return new RegExp(`${BEFORE}(?:${groups.join('|')})${AFTER}`, 'gu');
}

/** Any space of a line stands for a space, and either apostrophe for the other. */
function sourceOf(word: string): string {
  return word
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, '[^\\S\\n]+');
}

interface Mention {
  readonly start: number;
  readonly end: number;
  /** Of the word in the list. */
  readonly index: number;
}

function find(pattern: RegExp, { text }: TracedText, from: number): Mention | undefined {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const index = match.slice(1).findIndex((group: string | undefined) => group !== undefined);
  return { start: match.index, end: match.index + match[0].length, index };
}

/** What is live in a post that starts before an offset, as hashtags are compared. */
function hashtagsOf({ words: { text }, entities }: Post, before = Infinity): string[] {
  return entities
    .filter(({ kind, start }) => kind === 'hashtag' && start < before)
    .map(({ start, end }) => folded(text.slice(start, end)));
}

/** Upper and lower case are one hashtag. */
function folded(hashtag: string): string {
  return hashtag.replace(/^＃/u, '#').normalize('NFC').toLowerCase();
}

interface Tagging extends Pick<Mention, 'start' | 'end'> {
  readonly hashtag: string;
}

/** The post with a mention as its hashtag; `undefined` where the mention must or would stay plain. */
function tag({ words, entities }: Post, { start, end, hashtag }: Tagging, platform: Platform): Post | undefined {
  const { maxHashtags = Infinity } = platform;
  const marks = words.marks.slice(start, end);
  if (!isTyped(marks) || entities.some((one) => one.start < end && start < one.end)) return undefined;
  if (entities.filter(({ kind }) => kind === 'hashtag').length >= maxHashtags) return undefined;
  const tagged = join([slice(words, 0, start), written(hashtag, slice(words, start, end)), slice(words, end)]);
  const after = platform.findEntities(tagged.text);
  const isLive = after.some(
    (one) => one.kind === 'hashtag' && one.start === start && one.end === start + hashtag.length,
  );
  return isLive && after.length === entities.length + 1 ? { words: tagged, entities: after } : undefined;
}

/** Typed in the prose, and not half in one thing and half in another. */
function isTyped(marks: readonly Mark[]): boolean {
  const [{ wholes: first = [] } = {}] = marks;
  return marks.every(
    ({ address, wholes = [] }) =>
      address === undefined &&
      wholes.length === first.length &&
      wholes.every((one, index) => one === first[index] && one.kind !== 'figure' && one.kind !== 'code'),
  );
}

/** Each character keeps its place where only the `#` is new. */
function written(hashtag: string, { text, marks }: TracedText): TracedText {
  const [first] = marks;
  if (!first) throw new Error('A mention has characters');
  if (hashtag === `#${text}`) return { text: hashtag, marks: [first, ...marks] };
  return { text: hashtag, marks: new Array<Mark>(hashtag.length).fill({ ...first, span: range(marks) }) };
}
