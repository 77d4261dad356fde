import type { Place } from '../model/position.js';
import type { Change } from './change.js';

/** What a draft says now that its lock does not. */
export interface Difference {
  readonly changes: readonly PlacedChange[];
  /** Files of data that changed, whether a figure did or not. */
  readonly data: readonly string[];
  /** Queries that changed, likewise. */
  readonly queries: readonly string[];
}

export interface PlacedChange {
  readonly change: Change;
  /** Where it stands now; `undefined` for what is gone. */
  readonly place: Place | undefined;
  /** The sentence it stands in, as it was and as it is. */
  readonly sentence: { readonly before: string; readonly after: string } | undefined;
}
