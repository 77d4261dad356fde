import type { PlatformId } from './target.js';
import type { Span } from './position.js';

/** A thread as one platform will show it. */
export interface Thread {
  readonly platform: PlatformId;
  readonly posts: readonly ThreadPost[];
}

export interface ThreadPost {
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
