import type { RuleId } from '../diagnostic/rules.js';
import type { NumberValue, Value } from '../model/value.js';
import { describeValue } from './describe-value.js';
import type { Problem } from './helper.js';

const GUARD = 'Guard it with `{{#if …}}…{{/if}}`, or give a fallback in the query, e.g. `coalesce(x, 0)`';

/** Makes a result that is a problem. */
export function problem(
  rule: RuleId,
  at: Problem['at'],
  reason: string,
  note?: string,
): { readonly problem: Problem; readonly value?: undefined } {
  return { problem: { rule, at, reason, note } };
}

/** NULL where there must be something; `note` is for a helper that has a better way out than `{{#if}}`. */
export function missing(at: Problem['at'], expected: string, note: string = GUARD) {
  return problem('value-missing', at, `Unexpected NULL, expected ${expected}`, note);
}

/** An infinite number or NaN. */
export function infinite(at: Problem['at'], number: NumberValue) {
  return problem(
    'value-infinite',
    at,
    `Unexpected \`${String(number.value)}\`, expected a finite number`,
    'A division by zero? Use `nullif()` in the query, e.g. `a / nullif(b, 0)`',
  );
}

/** A value of the wrong kind. */
export function wrongKind(at: Problem['at'], value: Value, expected: string, note?: string) {
  return problem('helper-arguments', at, `Unexpected ${describeValue(value)}, expected ${expected}`, note);
}
