import { unknownHelper } from '../figure/call-helper.js';
import { argumentProblems, type Argument } from '../figure/check-arguments.js';
import type { Signature } from '../figure/helper.js';
import { HELPERS, REFERENCES } from '../figure/helpers.js';
import type { CallExpression, Expression, PathExpression, PathSegment } from '../model/expression.js';
import type { Draft } from '../model/draft.js';
import type { Column } from '../model/value.js';
import { EvaluationProblem, problemSpan } from './evaluation-problem.js';
import { literalValue } from './literal-value.js';
import { unknownColumnNote, unknownQueryNote } from './resolve-path.js';
import { variableProblem } from './resolve-variable.js';

/** The names that mean something at one place of a draft. */
export interface Names {
  readonly queries: Draft['queries'];
  /** By query; one that could not be planned is missing. */
  readonly columns: ReadonlyMap<string, readonly Column[]>;
  /** By local name the query whose row it is, where that is known. */
  readonly locals: ReadonlyMap<string, string | undefined>;
  readonly inLoop: boolean;
}

/** What is wrong with the names and the calls in an expression, whatever the data. */
export function expressionProblems(expression: Expression, names: Names): EvaluationProblem[] {
  switch (expression.type) {
    case 'literal':
      return [];
    case 'path':
      return pathProblems(expression, names);
    case 'call':
      return callProblems(expression, names);
  }
}

/** The query that an expression names as a whole, where it does. */
export function queryOf(expression: Expression, { queries, locals }: Names): string | undefined {
  if (expression.type !== 'path' || expression.at || expression.segments.length !== 1) return undefined;
  const name = expression.segments[0]?.text ?? '';
  return !locals.has(name) && queries.some((query) => query.name === name) ? name : undefined;
}

function callProblems(call: CallExpression, names: Names): EvaluationProblem[] {
  const placeholder = call.pairs.find(({ name }) => name === 'placeholder');
  // Whatever else is wrong with it, its query may not be there yet
  if (placeholder) return [placeholderProblem(placeholder, names)];
  const problems: EvaluationProblem[] = [];
  const helper = HELPERS.get(call.name) ?? REFERENCES.get(call.name);
  if (helper) problems.push(...signatureProblems(call, helper));
  else {
    const { rule, reason, note } = unknownHelper(call.name);
    problems.push(new EvaluationProblem(rule, call.nameSpan, reason, note));
  }
  for (const argument of call.args) problems.push(...expressionProblems(argument, names));
  for (const { name, value } of call.pairs) {
    if (!isKeyword(value, helper, name)) problems.push(...expressionProblems(value, names));
  }
  return [...problems, ...colProblems(call, names)];
}

/** `placeholder="X"` stands for a figure that is still to be computed. */
function placeholderProblem({ value, span }: CallExpression['pairs'][number], names: Names): EvaluationProblem {
  const shown = value.type === 'literal' ? ` \`${String(value.value)}\`` : '';
  const reason = `Unexpected placeholder${shown}, this figure is not computed yet`;
  const todo = names.queries.length === 0 ? 'Write its query' : 'Write its query if it has none';
  return new EvaluationProblem('placeholder', span, reason, `${todo}, then take \`placeholder=\` away`);
}

/** What is wrong with the number, the names and the kinds of a call's arguments, as far as the draft alone tells. */
function signatureProblems(call: CallExpression, helper: Signature): EvaluationProblem[] {
  const args = call.args.map(argumentOf);
  const pairs = call.pairs.map(({ name, value }) => [name, argumentOf(value)] as const);
  return argumentProblems(helper, args, pairs).map(
    (found) => new EvaluationProblem(found.rule, problemSpan(found, call), found.reason, found.note),
  );
}

function argumentOf(expression: Expression): Argument {
  return expression.type === 'literal' ? literalValue(expression.value) : undefined;
}

/** A word that stands for itself: `none=error`. */
function isKeyword(value: Expression, helper: Signature | undefined, pair: string): boolean {
  if (value.type !== 'path' || value.at || value.segments.length !== 1) return false;
  const keywords = helper?.pairs.find(({ name }) => name === pair)?.keywords ?? [];
  return keywords.includes(value.segments[0]?.text ?? '');
}

/** `col="lang"` names a column of the query before it, its case folded. */
function colProblems({ args, pairs }: CallExpression, names: Names): EvaluationProblem[] {
  const col = pairs.find(({ name }) => name === 'col');
  const query = args[0] && queryOf(args[0], names);
  const columns = query === undefined ? undefined : names.columns.get(query);
  if (col?.value.type !== 'literal' || typeof col.value.value !== 'string' || !columns || query === undefined)
    return [];
  const wanted = col.value.value;
  if (columns.some(({ name }) => name.toLowerCase() === wanted.toLowerCase())) return [];
  return [unknownColumn(wanted, col.value.span, query, columns)];
}

function pathProblems(path: PathExpression, names: Names): EvaluationProblem[] {
  if (path.at) return [variableProblem(path, names.inLoop)].filter((problem) => problem !== undefined);
  const [head, ...rest] = path.segments;
  if (!head) return [];
  const query = names.locals.has(head.text) ? names.locals.get(head.text) : head.text;
  if (query === undefined) return [];
  const block = names.queries.find(({ name }) => name === query);
  if (!block) {
    const known = [...names.queries.map(({ name }) => name), ...names.locals.keys()];
    const reason = `Unexpected \`${head.text}\`, no query has this name`;
    return [new EvaluationProblem('name-unknown', head.span, reason, unknownQueryNote(head.text, known))];
  }
  if (block.expectNone) {
    const reason = `Unexpected \`${query}\`, its block has \`expect-none\` and no rows to read`;
    const note = 'It is checked by itself; for a claim write a query with a column `ok`';
    return [new EvaluationProblem('expectation-read', head.span, reason, note)];
  }
  const columns = names.columns.get(query);
  const isRow = names.locals.has(head.text);
  const column = columnSegment(rest, isRow || block.key === undefined);
  if (!columns || !column || columns.some(({ name }) => name === column.text)) return [];
  return [unknownColumn(column.text, column.span, query, columns)];
}

/** The segment that names a column: after a row number, or after a key. */
function columnSegment(rest: readonly PathSegment[], withoutKey: boolean): PathSegment | undefined {
  return withoutKey ? rest.find(({ kind }) => kind !== 'digits') : rest[1];
}

function unknownColumn(
  name: string,
  span: PathSegment['span'],
  query: string,
  columns: readonly Column[],
): EvaluationProblem {
  const note = unknownColumnNote(
    name,
    columns.map((column) => column.name),
  );
  return new EvaluationProblem('column-unknown', span, `Unexpected \`${name}\`, \`${query}\` has no such column`, note);
}
