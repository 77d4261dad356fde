import type { LintId } from '../diagnostic/rules.js';

/** What a lint found in a passage: a range of its text. */
export interface Finding {
  readonly rule: LintId;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  readonly note: string;
}
