import type { Input } from './story.js';

/** What the data says about a claim, before its words are compared with it. */
export type Finding =
  /** The words are true or false whatever they are. */
  | {
      readonly kind: 'verdict';
      readonly holds: boolean;
      /** What is true instead, as the query says it. */
      readonly instead: string | undefined;
      /** The other columns of the verdict's row, or what was compared. */
      readonly evidence: readonly Input[];
    }
  /** The words must say this number. */
  | {
      readonly kind: 'amount';
      /** All its digits. */
      readonly value: string;
      /** The number as a tag would print it, with its noun. */
      readonly text: string;
      /** True where some are unknown, so that the number is the least there are. */
      readonly isLeast: boolean;
      /** True of a whole number as a query gives it, which no words of a share can be about. */
      readonly isCount: boolean;
      /** The noun's forms; `undefined` where the expression names none. */
      readonly nouns: readonly string[] | undefined;
    }
  /** The words must say one of these; a tag would print the first. */
  | { readonly kind: 'words'; readonly texts: readonly [string, ...string[]] }
  /** The data says nothing; `cause` tells claims apart that fail for another reason. */
  | { readonly kind: 'undecided'; readonly cause: string }
  /** A name that needs no data, or somebody else's figure. */
  | { readonly kind: 'ack' | 'said'; readonly reason: string };

/** What came of a claim. */
export type Verdict =
  | { readonly kind: 'true' }
  | { readonly kind: 'false'; readonly instead: string | undefined }
  | { readonly kind: 'undecided'; readonly cause: string }
  /** The words cannot be compared with a number. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly note: string }
  | { readonly kind: 'acknowledged' | 'said'; readonly reason: string };
