import type { Place } from './position.js';
import type { TargetName } from './target.js';

/** A change of what a draft is made of, to see what it would say then. */
export type Mutation = ClockMutation | DataMutation | ResultMutation;

/** Another last day of data; every query is asked again. */
export interface ClockMutation {
  readonly kind: 'clock';
  readonly name: 'as_of';
  /** E.g. `2026-06-24 (a day earlier)`. */
  readonly change: string;
}

/** Other rows in a data table; every query is asked again. */
export interface DataMutation {
  readonly kind: 'data';
  /** The table's name. */
  readonly name: string;
  readonly change: string;
}

/** Another answer of one query, while all others stay as they are. */
export interface ResultMutation {
  readonly kind: 'result';
  /** The query's name. */
  readonly name: string;
  /** The column that is changed, in every row; `undefined` for rows as a whole. */
  readonly column: string | undefined;
  readonly change: ResultChange;
}

/** What becomes of a column in every row, or of the rows; a text in quotes is what a text is compared with. */
export type ResultChange =
  `“${string}”` | '0' | '1' | '2' | '×10' | 'NULL' | 'empty' | 'flipped' | 'no row' | 'its first row only' | 'a tie';

/** Everything that was seen of a draft under other data. */
export interface Variation {
  readonly sentences: readonly VariedSentence[];
  readonly claims: readonly VariedClaim[];
  /** How many changes were tried. */
  readonly tried: number;
  /** Changes past the limit of their number or of time. */
  readonly untried: number;
  /** Changes under which a query fails, so that nothing would be published. */
  readonly failures: readonly WorldFailure[];
}

export interface WorldFailure {
  readonly mutation: Mutation;
  readonly reason: string;
}

/** A sentence with a figure or a claim in it, as it is and as it would be. */
export interface VariedSentence {
  readonly place: Place;
  readonly targets: readonly TargetName[];
  /** As it is; empty where it is left out now. */
  readonly text: string;
  readonly variants: readonly Variant[];
}

/** What several changes make of a sentence. */
export interface Variant {
  /**
   * `failed` would stop the build, `disliked` has a lint that the sentence has not now, `gone` is left out,
   * `same` has the same words though something that it reads was changed.
   */
  readonly kind: 'said' | 'failed' | 'disliked' | 'gone' | 'same';
  /** Empty where it is not published. */
  readonly text: string;
  readonly reasons: readonly VariantReason[];
  readonly mutations: readonly Mutation[];
}

export interface VariantReason {
  readonly rule: string;
  readonly reason: string;
}

/** A claim, and whether anything that was tried makes it false. */
export interface VariedClaim {
  readonly place: Place;
  readonly text: string;
  readonly expression: string;
  /** `undecided` fails under some data, but is false under none; `never` holds whatever was tried. */
  readonly outcome: 'false' | 'undecided' | 'never';
  /** What was changed of what it reads. */
  readonly tried: readonly Mutation[];
}
