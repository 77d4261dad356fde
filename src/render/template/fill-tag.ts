import Handlebars from 'handlebars';
import { locate } from '../../diagnostic/locate.js';
import { evaluateCondition, evaluateText, evaluate } from '../../expression/evaluate.js';
import { EvaluationProblem } from '../../expression/evaluation-problem.js';
import { itemsOf } from '../../expression/items-of.js';
import { resolveTable } from '../../expression/resolve-path.js';
import type { Local, Scope } from '../../expression/scope.js';
import type { Expression, PathExpression, PathSegment } from '../../model/expression.js';
import type { Figure } from '../../model/story.js';
import { targetName } from '../../model/target.js';
import { fieldNames, findField, type FoundField, type TagFrame } from './find-field.js';
import { Cell, isHtml, itemObject, rowObjects, valueOf } from './page-value.js';
import type { TemplateTag } from './template-tag.js';

/** What a tag of a template comes to: what Handlebars goes on with, and its figure if it is one. */
export interface FilledTag {
  readonly data: unknown;
  readonly figure?: Omit<Figure, 'id'>;
}

/** Evaluates a tag of a template; a field of the page alone is handed on as it is. What is wrong throws. */
export function fillTag(tag: TemplateTag, frame: TagFrame, scope: Scope): FilledTag {
  const { expression, use } = tag;
  const field = expression.type === 'path' ? fieldOf(expression, tag, frame) : undefined;
  if (field && field.rest.length === 0 && !(field.data instanceof Cell)) return { data: handOn(field, tag) };
  if (use === 'print' && isLoopVariable(expression) && scope.loop) return { data: evaluateLoop(expression, scope) };
  const locals = new Map<string, Local>();
  const bound = bind(expression, tag, frame, locals);
  const inner: Scope = { ...scope, locals, inputs: [] };
  switch (use) {
    case 'print':
      return print(bound, tag, inner);
    case 'condition':
      return { data: evaluateCondition(bound, inner) };
    case 'rows':
      return { data: itemsOf(bound, inner).map(itemObject) };
    case 'one':
      return { data: onlyItem(bound, inner) };
    case 'value':
      return { data: valueData(bound, inner) };
    default:
      return use satisfies never;
  }
}

function print(bound: Expression, tag: TemplateTag, scope: Scope): FilledTag {
  const { text, machine } = evaluateText(bound, scope);
  // Escaped here, so that three braces print no markup of data either
  const data = new Handlebars.SafeString(Handlebars.escapeExpression(text.value));
  if (bound.type !== 'call' && scope.inputs.length === 0) return { data };
  const figure: Omit<Figure, 'id'> = {
    kind: 'figure',
    expression: tag.source,
    text: text.value,
    target: targetName(scope.target),
    place: locate(tag.file, tag.expression.span),
    post: undefined,
    machine,
    inputs: scope.inputs,
  };
  return { data, figure };
}

/** `@index`, `@first`, `@last`: no figures, so that `id="row-{{@index}}"` is one in any house style. */
function isLoopVariable(expression: Expression): boolean {
  return (
    expression.type === 'path' &&
    expression.at &&
    ['index', 'first', 'last'].includes(expression.segments[0]?.text ?? '')
  );
}

function evaluateLoop(expression: Expression, scope: Scope): unknown {
  const value = evaluate(expression, scope);
  return value.kind === 'number' || value.kind === 'boolean' ? String(value.value) : undefined;
}

function onlyItem(bound: Expression, scope: Scope): object | undefined {
  const items = itemsOf(bound, scope);
  const [first] = items;
  if (items.length > 1)
    throw new EvaluationProblem(
      'value-many',
      bound.span,
      `Unexpected ${items.length} rows, expected one`,
      'Use `{{#each … as |row|}}`',
    );
  return first && itemObject(first);
}

/** What a partial is given. */
function valueData(bound: Expression, scope: Scope): unknown {
  const table = bound.type === 'path' ? resolveTable(bound, scope) : undefined;
  if (table) return rowObjects(table);
  const value = evaluate(bound, scope);
  return itemObject({ value, inputs: scope.inputs });
}

/** A field of the page as a template has always had it; what has no text of its own is not printed. */
function handOn(field: FoundField, { expression, use }: TemplateTag): unknown {
  const { data, name } = field;
  if (use !== 'print' || typeof data !== 'object' || data === null || isHtml(data)) return data;
  const names = fieldNames(data).map((one) => `\`${/^(?:this|\.)$/.test(name) ? one : `${name}.${one}`}\``);
  const reason = Array.isArray(data)
    ? `Unexpected list \`${name}\` printed whole, expected \`{{#each ${name}}}\``
    : `Unexpected \`${name}\` printed whole, expected one of its fields: ${names.join(', ')}`;
  throw new EvaluationProblem('template-invalid', expression.span, reason);
}

/** Puts what an expression takes from the page's data among the locals, each under its name there. */
function bind(expression: Expression, tag: TemplateTag, frame: TagFrame, locals: Map<string, Local>): Expression {
  switch (expression.type) {
    case 'literal':
      return expression;
    case 'path':
      return bindPath(expression, tag, frame, locals);
    case 'call':
      return {
        ...expression,
        args: expression.args.map((argument) => bind(argument, tag, frame, locals)),
        pairs: expression.pairs.map((pair) => ({ ...pair, value: bindPair(pair.value) })),
      };
  }

  /** A word such as `error` in `none=error` is no name. */
  function bindPair(value: Expression): Expression {
    const isWord = value.type === 'path' && value.segments.length === 1 && !value.at;
    try {
      return bind(value, tag, frame, locals);
    } catch (error) {
      if (isWord && error instanceof EvaluationProblem && error.rule === 'template-invalid') return value;
      throw error;
    }
  }
}

function bindPath(path: PathExpression, tag: TemplateTag, frame: TagFrame, locals: Map<string, Local>): PathExpression {
  const field = fieldOf(path, tag, frame);
  if (!field) return path.segments[0]?.text === 'data' && !path.at ? withoutData(path) : path;
  const local = valueOf(field.data);
  if (!local) {
    const found = isHtml(field.data) ? 'HTML' : 'list of fields';
    const isQuery = frame.queries.includes(field.name);
    const note = isQuery ? `The query of this name is \`data.${field.name}\`` : undefined;
    const reason = `Unexpected ${found} \`${field.name}\`, expected a value`;
    throw new EvaluationProblem('template-invalid', path.span, reason, note);
  }
  const head: PathSegment = { text: field.name, kind: 'name', span: path.span };
  locals.set(field.name, local);
  return { ...path, segments: [head, ...field.rest] };
}

/** `data.burst.n` is the query `burst`, whatever the page calls its fields. */
function withoutData(path: PathExpression): PathExpression {
  const [head, ...rest] = path.segments;
  if (rest.length > 0) return { ...path, segments: rest };
  const note = 'Name a query behind it: `data.query.column`';
  throw new EvaluationProblem('template-invalid', head?.span ?? path.span, 'Unexpected `data` alone', note);
}

function fieldOf(path: PathExpression, { bases }: TemplateTag, frame: TagFrame): FoundField | undefined {
  return findField(path, bases.get(path) ?? 'variable', frame);
}
