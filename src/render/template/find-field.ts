import { nearestName } from '../../diagnostic/nearest-name.js';
import { EvaluationProblem } from '../../expression/evaluation-problem.js';
import type { PathExpression, PathSegment } from '../../model/expression.js';
import { Cell, isHtml } from './page-value.js';
import type { PathBase } from './template-tag.js';

/** The data around a tag. */
export interface TagFrame {
  readonly context: unknown;
  readonly root: unknown;
  readonly given: readonly unknown[];
  /** The names of the draft's queries. */
  readonly queries: readonly string[];
  /** The template's text. */
  readonly text: string;
}

/** What a path of a template names in the page's data. */
export interface FoundField {
  readonly data: unknown;
  /** The path as it is written, as far as the page's data goes. */
  readonly name: string;
  /** What follows behind a cell. */
  readonly rest: readonly PathSegment[];
}

/** Finds what a path names in a page's data; `undefined` where it names a query. What does not exist throws. */
export function findField(path: PathExpression, base: PathBase, frame: TagFrame): FoundField | undefined {
  if (base === 'variable') return undefined;
  const [head] = path.segments;
  if (base === 'any' && head && !hasField(frame.context, head.text)) {
    if (frame.queries.includes(head.text) || head.text === 'data') return undefined;
    throw unknownField(head, frame.context, frame);
  }
  let data = startOf(base, frame);
  for (const [index, segment] of path.segments.entries()) {
    if (data instanceof Cell) return { data, name: written(segment.span.start - 1), rest: path.segments.slice(index) };
    if (!hasField(data, segment.text)) throw unknownField(segment, data, frame, index > 0 ? head : undefined);
    data = fieldOf(data, segment.text);
  }
  return { data, name: written(path.span.end), rest: [] };

  function written(end: number): string {
    return frame.text.slice(path.span.start, end);
  }
}

/** The names of the fields of an object; none for a list. */
export function fieldNames(data: unknown): readonly string[] {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && !isHtml(data) && !(data instanceof Cell)
    ? Object.keys(data)
    : [];
}

function startOf(base: Exclude<PathBase, 'variable'>, frame: TagFrame): unknown {
  if (typeof base === 'object') return frame.given[base.given];
  return base === 'root' ? frame.root : frame.context;
}

function hasField(data: unknown, name: string): boolean {
  if (typeof data !== 'object' || data === null || isHtml(data) || data instanceof Cell) return false;
  return Object.hasOwn(data, name);
}

function fieldOf(data: unknown, name: string): unknown {
  return (data as Readonly<Record<string, unknown>>)[name];
}

function unknownField(
  { text, span }: PathSegment,
  data: unknown,
  { root, queries }: TagFrame,
  head?: PathSegment,
): EvaluationProblem {
  const near = nearestName(text, [...fieldNames(data), ...(head ? [] : queries)]);
  return new EvaluationProblem(
    'template-invalid',
    span,
    `Unknown field \`${text}\`, expected one that this template gets`,
    near === undefined ? otherNote(text) : `Did you mean \`${near}\`?`,
  );

  function otherNote(name: string): string | undefined {
    if (head && queries.includes(head.text))
      return `\`${head.text}\` is a field of the page here; the query of this name is \`data.${head.text}\``;
    return !head && hasField(root, name) ? `From here the page’s own is \`@root.${name}\`` : undefined;
  }
}
