import type { RuleId } from '../diagnostic/rules.js';
import type { Span } from '../model/position.js';

/** Ends the evaluation of one tag; caught where the tag is filled and made a message, so it never leaves the stage. */
export class FillProblem extends Error {
  constructor(
    readonly rule: RuleId,
    readonly span: Span,
    reason: string,
    readonly note?: string,
  ) {
    super(reason);
  }
}

/** Ends the evaluation of a tag whose query failed: that has been said already. */
export class AlreadyReported extends Error {}
