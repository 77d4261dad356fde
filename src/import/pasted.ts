import type { Numbering } from '../model/draft.js';

/** A thread as it was pasted, its numbers read and taken off. */
export interface PastedThread {
  readonly posts: readonly PastedPost[];
  readonly numbering: Numbering;
  /** The day that the paste itself names, `YYYY-MM-DD`; never guessed. */
  readonly day: string | undefined;
}

export interface PastedPost {
  /** Its words without a label: no space at either end of a line, at most one empty line in a row. */
  readonly text: string;
  /** The number that it had, or `undefined` when it had none. */
  readonly number: number | undefined;
}

/** What a pasted text held. */
export interface Paste {
  readonly threads: readonly PastedThread[];
  /** Lines that a web page put around the posts: names, handles, times, counts. */
  readonly dropped: readonly string[];
  /** Numbers of posts that had no words, such as one that was a picture alone. */
  readonly wordless: readonly number[];
  /** How many characters that nobody sees were taken out. */
  readonly hidden: number;
}
