import type { Place } from '../model/position.js';
import type { Cause, Change } from './change.js';

/** What a draft says now that its lock does not. */
export interface Difference {
  readonly changes: readonly PlacedChange[];
  /** Files of data that changed, whether a figure did or not. */
  readonly data: readonly string[];
  /** Queries that changed, likewise. */
  readonly queries: readonly string[];
  /** How many figures could not be compared, for errors stand in their way. */
  readonly uncompared: number;
}

export interface PlacedChange {
  readonly change: Change;
  /** Why, as far as lock and draft tell; never empty for what changed. */
  readonly causes: readonly Cause[];
  /** Where it stands now; `undefined` for what is gone. */
  readonly place: Place | undefined;
  /** The sentence it stands in, one object for all changes of it. */
  readonly sentence: ToldSentence | undefined;
}

/** A sentence as it was and as it is. */
export interface ToldSentence {
  /** `undefined` where nobody knows: its words follow data too, or a figure in it is new. */
  readonly before: string | undefined;
  readonly after: string;
}
