import { compareValues } from '../figure/compare-values.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { Arm, BlockNode } from '../model/draft.js';
import type { Expression } from '../model/expression.js';
import { OUTPUTS, PLATFORM_IDS, targetName } from '../model/target.js';
import { evaluate, evaluateCondition } from '../expression/evaluate.js';
import { AlreadyReported, EvaluationProblem } from '../expression/evaluation-problem.js';
import type { Scope } from '../expression/scope.js';

/** The arm of an `#if`, `#unless`, `#when` or `#only` block that holds; `undefined` when none does. */
export function chooseArm(block: BlockNode, scope: Scope): Arm | undefined {
  return block.arms.find((arm) => holds(arm, scope));
}

/** The `{{else}}` arm of an `#each` or `#with` block that holds. */
export function chooseElse(block: BlockNode, scope: Scope): Arm | undefined {
  return block.arms.slice(1).find((arm) => holds(arm, scope));
}

function holds({ tag }: Arm, scope: Scope): boolean {
  const [first] = tag.args;
  if (tag.kind === 'else' && tag.name === undefined) return true;
  // A tag that could not be read
  if (!first) throw new AlreadyReported();
  switch (tag.name) {
    case 'if':
      return evaluateCondition(first, scope);
    case 'unless':
      return !evaluateCondition(first, scope);
    case 'when':
      return compare(tag.args, scope);
    case 'only':
      return tag.args.some((argument) => names(onlyName(argument), scope));
    default:
      throw new Error(`\`${String(tag.name)}\` has no condition`);
  }
}

const SIGNS: Record<string, (order: number) => boolean> = {
  '>': (order) => order > 0,
  '<': (order) => order < 0,
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
};

function compare([left, sign, right]: readonly Expression[], scope: Scope): boolean {
  if (!left || !sign || !right) throw new AlreadyReported();
  const test =
    sign.type === 'literal' && typeof sign.value === 'string' && Object.hasOwn(SIGNS, sign.value)
      ? SIGNS[sign.value]
      : undefined;
  if (!test)
    throw new EvaluationProblem(
      'helper-arguments',
      sign.span,
      'Unexpected comparison, expected one of `">"`, `"<"`, `">="`, `"<="`, `"="`, `"!="`',
      'Write `{{#when a ">" b}}`',
    );
  const { order, problem } = compareValues(evaluate(left, scope), evaluate(right, scope));
  if (!problem) return test(order);
  const blamed = typeof problem.at === 'object' && 'arg' in problem.at && problem.at.arg === 0 ? left : right;
  throw new EvaluationProblem(problem.rule, blamed.span, problem.reason, problem.note);
}

/** What `{{#only}}` may name: platforms and outputs in one list. */
const ONLY_NAMES: readonly string[] = [...PLATFORM_IDS, ...OUTPUTS];

/** The name in an argument of `{{#only}}`. */
export function onlyName(argument: Expression): string {
  if (argument.type === 'literal' && typeof argument.value === 'string' && ONLY_NAMES.includes(argument.value))
    return argument.value;
  const word =
    argument.type === 'literal'
      ? String(argument.value)
      : argument.type === 'path'
        ? (argument.segments[0]?.text ?? '')
        : '';
  const near = nearestName(word, ONLY_NAMES);
  const known = `Name platforms and outputs in quotes: ${ONLY_NAMES.map((name) => `\`"${name}"\``).join(', ')}`;
  const note = ONLY_NAMES.includes(word)
    ? `Put it in quotes: \`"${word}"\``
    : near
      ? `Did you mean \`"${near}"\`?`
      : known;
  throw new EvaluationProblem('helper-arguments', argument.span, `Unexpected \`${word}\` in \`#only\``, note);
}

function names(name: string, { target }: Scope): boolean {
  return name === targetName(target) || name === target.kind;
}
