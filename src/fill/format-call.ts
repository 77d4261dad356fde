import type { Argument } from '../figure/check-arguments.js';
import type { Problem } from '../figure/helper.js';
import type { CallExpression } from '../model/expression.js';
import type { Span } from '../model/position.js';
import { problemSpan } from '../expression/evaluation-problem.js';
import { literalValue } from '../expression/literal-value.js';

/** What a column's format gives its helper after the cell. */
export function formatArguments(format: CallExpression): {
  readonly args: readonly NonNullable<Argument>[];
  readonly pairs: readonly (readonly [string, NonNullable<Argument>])[];
} {
  return {
    args: format.args.flatMap((arg) => (arg.type === 'literal' ? [literalValue(arg.value)] : [])),
    pairs: format.pairs.flatMap(({ name, value }) =>
      value.type === 'literal' ? [[name, literalValue(value.value)] as const] : [],
    ),
  };
}

/** The part of a format that a helper's problem is about; its first argument is the cell, which is not written. */
export function formatSpan({ at }: Problem, format: CallExpression): Span {
  if (typeof at !== 'object' || !('arg' in at)) return problemSpan({ at }, format);
  return at.arg === 0 ? format.span : problemSpan({ at: { arg: at.arg - 1 } }, format);
}
