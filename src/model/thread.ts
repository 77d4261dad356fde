import type { PlatformId } from './target.js';
import type { Span } from './position.js';

/** A thread as one platform will show it. */
export interface Thread {
  readonly platform: PlatformId;
  readonly posts: readonly ThreadPost[];
  /** The posts of the draft that are several posts here, in order. */
  readonly splits: readonly Split[];
}

/** A post of the draft that was too long and became several. */
export interface Split {
  /** The post of the draft, counted from 1. */
  readonly post: number;
  /** How many posts it became. */
  readonly parts: number;
  /** How long it is and what fits, e.g. `312 weighted characters, 280 fit`, then the figures that grew, where a lock knows them. */
  readonly why: string;
  /** How long it would be as one post, label included. */
  readonly count: number;
  readonly limit: number;
  /** Where its parts begin in the draft, but for the first. */
  readonly cuts: readonly Span[];
  /** What was cut through because it is too long for a post, in words: `quotation`. */
  readonly broken: readonly string[];
}

export interface ThreadPost {
  /** The post of the draft that it is, or is a part of; counts from 1. */
  readonly sourcePost: number;
  /** Which part it is of a post that was split; `undefined` for a whole one. */
  readonly part: PostPart | undefined;
  /** Its number in the thread, or `null` when it carries none. */
  readonly number: number | null;
  /** The text to post, label included, lines parted by `\n`. */
  readonly text: string;
  /** In the platform's own unit. */
  readonly count: number;
  readonly limit: number;
  readonly entities: readonly Entity[];
  readonly media: readonly ThreadMedia[];
  readonly span: Span;
}

/** One of the posts that a post of the draft became. */
export interface PostPart {
  /** Counts from 1. */
  readonly index: number;
  readonly of: number;
}

/** What the platform will make live. */
export interface Entity {
  readonly kind: 'link' | 'hashtag' | 'mention';
  /** UTF-16 offsets in the post's text. */
  readonly start: number;
  readonly end: number;
  /** UTF-8 byte offsets in the post's text. */
  readonly byteStart: number;
  readonly byteEnd: number;
  /** The URL, the tag without `#`, or the handle without `@`. */
  readonly value: string;
}

export interface ThreadMedia {
  readonly kind: 'chart' | 'table' | 'file';
  readonly name: string;
  /** Relative to the draft's output folder, with `/`. */
  readonly file: string;
  readonly alt: string;
}
