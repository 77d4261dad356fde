import type { Place } from '../model/position.js';
import type { RuleId, Severity } from './rules.js';

/** Something a person should know, with its place and, where there is one, the fix. */
export interface Message {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** `undefined` only when no file is to blame. */
  readonly place: Place | undefined;
  /** One plain sentence: capital first, no final period, values in backticks. */
  readonly reason: string;
  /** What to do, or what is true instead. */
  readonly note: string | undefined;
}

/** A value, perhaps, and what there is to say about it. */
export interface Outcome<T> {
  readonly value: T;
  readonly messages: readonly Message[];
}
