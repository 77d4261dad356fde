import type { RuleId } from '../diagnostic/rules.js';
import type { Problem } from '../figure/helper.js';
import type { Expression } from '../model/expression.js';
import type { Span } from '../model/position.js';

/** Ends the evaluation of one tag; caught where the tag is filled and made a message, so it never leaves the stage. */
export class EvaluationProblem extends Error {
  constructor(
    readonly rule: RuleId,
    readonly span: Span,
    reason: string,
    readonly note?: string,
  ) {
    super(reason);
  }
}

/** The part of a call that a helper's problem is about. */
export function problemSpan({ at }: Pick<Problem, 'at'>, expression: Expression): Span {
  if (at === 'call' || expression.type !== 'call') return expression.span;
  if ('arg' in at) return expression.args[at.arg]?.span ?? expression.span;
  return expression.pairs.find(({ name }) => name === at.pair)?.span ?? expression.span;
}

/** Ends the evaluation of a tag whose query failed: that has been said already. */
export class AlreadyReported extends Error {}
