import type { Expression, PathExpression } from '../model/expression.js';
import type { Input } from '../model/story.js';
import type { EvaluationProblem } from '../expression/evaluation-problem.js';
import type { Scope } from '../expression/scope.js';

/** Why the data decides nothing; `undefined` where the claim itself is wrong. */
export function undecidedCause(
  { rule, message }: EvaluationProblem,
  expression: Expression,
  scope: Scope,
): string | undefined {
  if (rule !== 'value-missing' && rule !== 'value-many' && rule !== 'value-infinite') return undefined;
  const rows = pathsOf(expression).map((path) => rowsProblem(path, scope));
  return rows.find((cause) => cause !== undefined) ?? scope.inputs.map(cellProblem).find(Boolean) ?? sentence(message);
}

/** A query that a path takes for one row, and that has none or many. */
function rowsProblem({ at, segments }: PathExpression, { answers, locals }: Scope): string | undefined {
  const [head, next] = segments;
  if (at || !head || locals.has(head.text)) return undefined;
  const table = answers.tables.get(head.text);
  if (!table) return undefined;
  if (table.rows.length === 0) return `\`${table.query}\` has no rows`;
  const takesOne = next !== undefined && table.columns.some(({ name }) => name === next.text);
  return takesOne && table.rows.length > 1 ? `\`${table.query}\` has ${table.rows.length} rows` : undefined;
}

function cellProblem({ query, column, value }: Input): string | undefined {
  if (column === undefined) return undefined;
  const name = `\`${query}.${column}\``;
  if (value === null) return `${name} is NULL`;
  return value === 'Infinity' || value === '-Infinity' || value === 'NaN' ? `${name} is \`${value}\`` : undefined;
}

/** What else was missing, in the words of the one who missed it. */
function sentence(message: string): string {
  return message.replace(/^Unexpected /, 'unexpected ');
}

function pathsOf(expression: Expression): PathExpression[] {
  if (expression.type === 'path') return [expression];
  if (expression.type === 'literal') return [];
  return [...expression.args, ...expression.pairs.map(({ value }) => value)].flatMap(pathsOf);
}
