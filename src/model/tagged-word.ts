import type { Span } from './position.js';

/** A word whose first mention becomes a hashtag. */
export interface TaggedWord {
  /** One or more words, as the prose has them; in NFC. */
  readonly word: string;
  /** With its `#`. */
  readonly hashtag: string;
  /** Where the draft lists it; `undefined` when the project does. */
  readonly span: Span | undefined;
}
