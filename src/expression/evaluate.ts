import { hiddenCharacter } from '../diagnostic/hidden-character.js';
import { callHelper, unknownHelper } from '../figure/call-helper.js';
import { HELPERS, REFERENCES } from '../figure/helpers.js';
import type { HelperResult } from '../figure/helper.js';
import { printValue } from '../figure/print-value.js';
import { truthy } from '../figure/truthy.js';
import type { CallExpression, Expression, Pair } from '../model/expression.js';
import type { Machine, TextValue, Value } from '../model/value.js';
import { AlreadyReported, EvaluationProblem, problemSpan } from './evaluation-problem.js';
import { literalValue } from './literal-value.js';
import { resolvePath, resolveTable } from './resolve-path.js';
import type { Scope } from './scope.js';

/** Evaluates an expression; what cannot be evaluated throws a `EvaluationProblem`. */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.type) {
    case 'literal':
      return literalValue(expression.value);
    case 'path':
      return resolvePath(expression, scope);
    case 'call':
      return callValue(expression, scope).value;
  }
}

/** The words of an output tag, and what a machine reads beside them. */
export function evaluateText(expression: Expression, scope: Scope): { text: TextValue; machine: Machine | undefined } {
  const called = expression.type === 'call' ? callValue(expression, scope) : undefined;
  const value = called ? called.value : evaluate(expression, scope);
  const printed = unwrap(printValue(value, scope.helpers), expression);
  refuseHidden(printed.value, expression);
  if (!called && value.kind === 'text' && value.value.trim() === '') throw emptyText(expression);
  return { text: printed.value, machine: called?.machine ?? printed.machine };
}

/** A sentence with a hole in it says something else. */
function emptyText({ span }: Expression): EvaluationProblem {
  const note = 'Guard it with `{{#if}}`, or give it words in the query';
  return new EvaluationProblem('value-missing', span, 'Unexpected empty text, expected words', note);
}

/** What stands hidden in data would reorder the words around it, in every output. */
export function refuseHidden({ value }: TextValue, { span }: Pick<Expression, 'span'>): void {
  const hidden = hiddenCharacter(value);
  if (!hidden) return;
  throw new EvaluationProblem(
    'hidden-character',
    span,
    `Unexpected hidden character ${hidden.name} in a value, expected text that is all seen`,
    `Take it out in the query: \`replace(column, chr(${hidden.code}), '')\``,
  );
}

/** Whether a block's condition holds: only a bare path may have no row. */
export function evaluateCondition(expression: Expression, scope: Scope): boolean {
  try {
    const value = evaluate(expression, scope);
    if (value.kind === 'number' && !Number.isFinite(value.value)) {
      throw new EvaluationProblem(
        'value-infinite',
        expression.span,
        `Unexpected \`${value.exact}\`, expected a finite number`,
        'A division by zero? Use `nullif()` in the query',
      );
    }
    return truthy(value);
  } catch (error) {
    if (expression.type === 'path' && error instanceof EvaluationProblem && error.rule === 'value-missing')
      return false;
    throw error;
  }
}

function callValue(call: CallExpression, scope: Scope): { value: Value; machine: Machine | undefined } {
  if (call.pairs.some(({ name }) => name === 'placeholder')) throw new AlreadyReported();
  if (REFERENCES.has(call.name))
    throw new EvaluationProblem(
      'helper-arguments',
      call.nameSpan,
      `Unexpected \`${call.name}\` inside another expression`,
      `Let it stand alone: \`{{${call.name} "name"}}\``,
    );
  const helper = HELPERS.get(call.name);
  if (!helper) {
    const { rule, reason, note } = unknownHelper(call.name);
    throw new EvaluationProblem(rule, call.nameSpan, reason, note);
  }
  // `col=` names a column, so the query beside it is its rows, however few
  const takesRows = call.pairs.some(({ name }) => name === 'col');
  const args = call.args.map((argument) => (takesRows ? rowsOf(argument, scope) : evaluate(argument, scope)));
  const pairs = Object.fromEntries(
    call.pairs.map((pair) => [pair.name, pairValue(pair, keywordsOf(helper.pairs, pair.name), scope)]),
  );
  const { value, machine } = unwrap(callHelper(call.name, args, pairs, scope.helpers), call);
  return { value, machine };
}

function rowsOf(argument: Expression, scope: Scope): Value {
  const table = argument.type === 'path' ? resolveTable(argument, scope) : undefined;
  return table ? { kind: 'table', table } : evaluate(argument, scope);
}

function keywordsOf(pairs: readonly { name: string; keywords?: readonly string[] }[], name: string): readonly string[] {
  return pairs.find((pair) => pair.name === name)?.keywords ?? [];
}

function pairValue({ value }: Pair, keywords: readonly string[], scope: Scope): Value {
  const word = value.type === 'path' && !value.at && value.segments.length === 1 ? value.segments[0]?.text : undefined;
  return word !== undefined && keywords.includes(word) ? literalValue(word) : evaluate(value, scope);
}

function unwrap<V extends Value>(
  result: HelperResult<V>,
  expression: Expression,
): { value: V; machine: Machine | undefined } {
  if (result.problem)
    throw new EvaluationProblem(
      result.problem.rule,
      problemSpan(result.problem, expression),
      result.problem.reason,
      result.problem.note,
    );
  return { value: result.value, machine: result.machine };
}
