import type { Place } from './position.js';

/** A draft with the words of its false claims made true. */
export interface ClaimRevision {
  /** The whole draft; as it was where there are no changes. */
  readonly text: string;
  readonly changes: readonly ClaimChange[];
  readonly left: readonly ClaimLeft[];
}

export interface ClaimChange {
  readonly place: Place;
  readonly from: string;
  readonly to: string;
}

/** A claim that fails and that nobody but its writer can put right. */
export interface ClaimLeft {
  readonly place: Place;
  readonly words: string;
  readonly reason: string;
}
