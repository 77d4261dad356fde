import type { LocalePack } from '../../figure/locale.js';
import { capitalise } from '../../figure/capitalise.js';
import { postName } from '../../figure/post-name.js';
import type { Numbering, Reference } from '../../model/draft.js';
import { excessOf, type Platform, type Size } from '../../platform/platform.js';
import { startsWithMark } from './find-cuts.js';
import type { WholeRange } from './find-wholes.js';
import { labelled, labelledText, postLabel } from './post-label.js';
import { splitText, type Stuck } from './split-text.js';
import { join, slice, traced, type TracedText, type Whole } from './traced-text.js';

/** A post of the draft, its words as a platform prints them. */
export interface WrittenPost {
  readonly words: TracedText;
  /** Whether it may be split. */
  readonly splits: boolean;
  /** Whether it starts with a list. */
  readonly list: boolean;
}

export interface LayoutOptions {
  readonly platform: Platform;
  readonly numbering: Numbering;
  readonly locale: LocalePack;
  /** A BCP 47 tag. */
  readonly lang: string;
}

/** What the posts of a draft become. */
export interface Layout {
  readonly posts: readonly LaidOutPost[];
  /** What a sentence in the post at `index` of the thread calls a post of the draft. */
  readonly nameOf: (reference: PostReference, index: number) => string;
}

/** What a post of the draft becomes. */
export interface LaidOutPost {
  readonly parts: readonly Part[];
  /** How long it would be as one post, where it is several. */
  readonly excess: Size | undefined;
  /** What was cut through because it is too long for a post. */
  readonly broken: readonly WholeRange[];
  /** What fits no post, where it should be split and cannot be. */
  readonly stuck: Stuck | undefined;
}

/** One of the posts that a post of the draft becomes. */
export interface Part {
  readonly words: TracedText;
  /** Its words with its label. */
  readonly text: TracedText;
}

type PostReference = Extract<Reference, { readonly kind: 'post' }>;

/** Rounds after which nothing gets shorter any more. */
const FREE_ROUNDS = 5;

/**
 * Splits what is too long for its platform, numbers all posts, and says the numbers of posts that sentences name. Numbers and
 * cuts depend on each other: `1/9` is shorter than `1/10`, and so is `post 9`. They are worked out in rounds until nothing
 * changes. Should some go on changing, the longest words that were seen hold their place while the cuts are made; so the
 * rounds come to an end, and shorter words fit where longer ones did.
 */
export function layOutPosts(posts: readonly WrittenPost[], options: LayoutOptions): Layout {
  let guess: Guess = { total: posts.length, names: new Map() };
  for (let round = 1; ; round += 1) {
    const split = splitAll(posts, guess, options);
    const nameOf = namer(split, options);
    const found: Guess = {
      total: split.reduce((sum, { parts }) => sum + parts.length, 0),
      names: namesIn(split, nameOf),
    };
    const next = round > FREE_ROUNDS ? longest(guess, found, options.platform) : found;
    if (isSame(guess, next, options.numbering)) return { posts: dressAll(split, found, options), nameOf };
    guess = next;
  }
}

/** How many posts there are, and what each sentence calls the post it names. */
interface Guess {
  readonly total: number;
  readonly names: Names;
}

type Names = ReadonlyMap<Whole, string>;

/** A post of the draft in parts, without labels. */
interface SplitPost extends Omit<LaidOutPost, 'parts'> {
  readonly parts: readonly TracedText[];
  readonly list: boolean;
}

function splitAll(posts: readonly WrittenPost[], { total, names }: Guess, options: LayoutOptions): SplitPost[] {
  let index = 0;
  return posts.map((post) => {
    const split = splitPost({ ...post, words: say(post.words, (one) => names.get(one)) }, index, total, options);
    index += split.parts.length;
    return split;
  });
}

function splitPost(
  { words, splits, list }: WrittenPost,
  index: number,
  total: number,
  { platform, numbering, lang }: LayoutOptions,
): SplitPost {
  const dress = (text: string, part: number): string => {
    const label = postLabel(Math.min(index + part, total - 1), total, numbering);
    return labelledText(text, label, numbering.place);
  };
  const whole = { list, parts: [words], excess: undefined, broken: [], stuck: undefined };
  const excess = excessOf(platform.measure(dress(words.text, 0)));
  if (!excess || !splits) return whole;
  const split = splitText(words, { platform, lang, dress });
  if (split.kind === 'parts') return { ...whole, parts: split.parts, excess, broken: split.broken };
  return { ...whole, stuck: split.what };
}

function namer(split: readonly SplitPost[], { numbering, locale, platform }: LayoutOptions): Layout['nameOf'] {
  const firsts: number[] = [];
  split.reduce((index, { parts }) => {
    firsts.push(index);
    return index + parts.length;
  }, 0);
  return ({ post, capital }, index) => {
    const target = firsts[post - 1] ?? 0;
    const isHere = target === index || platform.joins;
    const name = isHere ? locale.phrases.thisPost : postName(target, numbering, locale);
    return capital ? capitalise(name, locale) : name;
  };
}

function namesIn(split: readonly SplitPost[], nameOf: Layout['nameOf']): Map<Whole, string> {
  const names = new Map<Whole, string>();
  split
    .flatMap(({ parts }) => parts)
    .forEach(({ marks }, index) => {
      for (const { wholes = [] } of marks)
        for (const one of wholes) if (one.refersTo?.kind === 'post') names.set(one, nameOf(one.refersTo, index));
    });
  return names;
}

function longest(guess: Guess, found: Guess, { count }: Platform): Guess {
  const names = new Map(found.names);
  for (const [one, name] of guess.names) if (count(name) >= count(names.get(one) ?? '')) names.set(one, name);
  return { total: Math.max(guess.total, found.total), names };
}

/** A total is as long as another whose last number has as many digits. */
function isSame(a: Guess, b: Guess, { start }: Numbering): boolean {
  const isName = ([one, name]: readonly [Whole, string]): boolean => a.names.get(one) === name;
  const digits = ({ total }: Guess): number => String(start + total - 1).length;
  return digits(a) === digits(b) && [...b.names].every(isName);
}

function dressAll(split: readonly SplitPost[], { total, names }: Guess, { numbering }: LayoutOptions): LaidOutPost[] {
  const { place } = numbering;
  let index = 0;
  return split.map(({ parts, list, ...post }) => ({
    ...post,
    parts: parts.map((part, at) => {
      const words = say(part, (one) => names.get(one));
      const label = postLabel(index, total, numbering);
      index += 1;
      return { words, text: labelled(words, label, { place, list: at === 0 ? list : startsWithMark(words.text) }) };
    }),
  }));
}

/** Puts the names of posts in place of those that stand there. */
export function say(text: TracedText, nameOf: (one: Whole) => string | undefined): TracedText {
  const parts: TracedText[] = [];
  let at = 0;
  while (at < text.marks.length) {
    const one = text.marks[at]?.wholes?.find(({ refersTo }) => refersTo?.kind === 'post');
    let end = at + 1;
    while (
      end < text.marks.length &&
      text.marks[end]?.wholes?.find(({ refersTo }) => refersTo?.kind === 'post') === one
    )
      end += 1;
    const name = one && nameOf(one);
    const mark = text.marks[at];
    parts.push(name === undefined || !mark ? slice(text, at, end) : traced(name, mark));
    at = end;
  }
  return join(parts);
}
