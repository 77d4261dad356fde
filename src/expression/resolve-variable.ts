import { nearestName } from '../diagnostic/nearest-name.js';
import type { PathExpression } from '../model/expression.js';
import type { Value } from '../model/value.js';
import { EvaluationProblem } from './evaluation-problem.js';
import type { Scope } from './scope.js';

const LOOP_VARIABLES: readonly string[] = ['index', 'first', 'last'];
const VARIABLES: readonly string[] = ['date', 'as_of', 'output', 'platform', 'lang', ...LOOP_VARIABLES];

/** The value of `@date` and its like. */
export function resolveVariable(path: PathExpression, scope: Scope): Value {
  const problem = variableProblem(path, scope.loop !== undefined);
  if (problem) throw problem;
  const text = (value: string): Value => ({ kind: 'text', value, origin: 'draft' });
  const { loop = { index: 0, length: 0 }, target, helpers } = scope;
  switch (path.segments[0]?.text) {
    case 'date':
      return { kind: 'date', value: helpers.date };
    case 'as_of':
      return { kind: 'date', value: helpers.asOf };
    case 'output':
      return text(target.kind);
    case 'platform':
      if (target.kind === 'thread') return text(target.platform);
      throw new EvaluationProblem(
        'value-missing',
        path.span,
        `Unexpected \`@platform\` in a ${target.kind}, which has no platform`,
        'Put it in `{{#only "thread"}}`, or guard it: `{{#if @platform}}`',
      );
    case 'lang':
      return text(scope.draft.frontMatter.lang);
    case 'index':
      return { kind: 'number', value: loop.index, exact: String(loop.index) };
    case 'first':
      return { kind: 'boolean', value: loop.index === 0 };
    default:
      return { kind: 'boolean', value: loop.index === loop.length - 1 };
  }
}

/** What is wrong with the name of a variable, whatever its value. */
export function variableProblem(path: PathExpression, inLoop: boolean): EvaluationProblem | undefined {
  const [head, next] = path.segments;
  const name = head?.text ?? '';
  if (!VARIABLES.includes(name)) {
    const near = nearestName(name, VARIABLES);
    const known =
      'There are `@date`, `@as_of`, `@output`, `@platform`, `@lang`, and in `{{#each}}` `@index`, `@first`, `@last`';
    const note = near ? `Did you mean \`@${near}\`?` : known;
    return new EvaluationProblem('name-unknown', path.span, `Unexpected \`@${name}\`, there is no such variable`, note);
  }
  if (next) {
    const reason = `Unexpected \`.${next.text}\` after \`@${name}\`, expected nothing more`;
    return new EvaluationProblem('column-unknown', next.span, reason);
  }
  if (!inLoop && LOOP_VARIABLES.includes(name))
    return new EvaluationProblem('name-unknown', path.span, `Unexpected \`@${name}\` outside \`{{#each}}\``);
  return undefined;
}
