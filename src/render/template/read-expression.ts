import type {
  CallExpression,
  Expression,
  LiteralExpression,
  PathExpression,
  PathSegment,
} from '../../model/expression.js';
import type { SourceFile, Span } from '../../model/position.js';
import type { PathBase } from './template-tag.js';

/** An expression of a template, and what Handlebars has to hand over for it. */
export interface ReadExpression {
  readonly expression: Expression;
  readonly bases: ReadonlyMap<PathExpression, PathBase>;
  readonly given: readonly hbs.AST.PathExpression[];
}

/**
 * Turns an expression of Handlebars' syntax tree into one of the figure language; its spans are in the template's file.
 *
 * @param locals The names that `as |…|` gives around it.
 */
export function readExpression(
  node: hbs.AST.Expression,
  file: SourceFile,
  locals: ReadonlySet<string>,
): ReadExpression {
  const bases = new Map<PathExpression, PathBase>();
  const given: hbs.AST.PathExpression[] = [];
  return { expression: read(node), bases, given };

  function read(part: hbs.AST.Expression): Expression {
    if (isPath(part)) return path(part);
    if (isCall(part)) return call(part);
    return { type: 'literal', value: literalOf(part), span: spanOf(part, file) };
  }

  function call(part: hbs.AST.SubExpression): Expression {
    const name = part.path;
    const { pairs = [] } = (part.hash as hbs.AST.Hash | undefined) ?? {};
    if (part.params.length === 0 && pairs.length === 0) return read(name);
    const made: CallExpression = {
      type: 'call',
      name: name.original,
      nameSpan: spanOf(name, file),
      args: part.params.map(read),
      pairs: pairs.map((pair) => {
        const span = spanOf(pair, file);
        const nameSpan = { start: span.start, end: span.start + pair.key.length };
        return { name: pair.key, nameSpan, value: read(pair.value), span };
      }),
      span: spanOf(part, file),
    };
    return made;
  }

  function path(part: hbs.AST.PathExpression): PathExpression {
    const { base, skip } = baseOf(part);
    const segments = segmentsOf(part, file);
    const made: PathExpression = {
      type: 'path',
      at: base === 'variable',
      segments: segments.slice(skip),
      span: spanOf(part, file),
    };
    bases.set(made, base);
    return made;
  }

  /** Where a path starts, and how many of its parts that takes. */
  function baseOf(part: hbs.AST.PathExpression): { readonly base: PathBase; readonly skip: number } {
    const [head = ''] = part.parts;
    if (part.data && head === 'root' && part.depth === 0) return { base: 'root', skip: 1 };
    if (part.data && (part.depth > 0 || head === 'key')) return { base: handOver(part), skip: part.parts.length };
    if (part.data) return { base: 'variable', skip: 0 };
    if (part.depth > 0) return { base: handOver({ ...part, parts: [] }), skip: 0 };
    if (/^(?:this\b|\.)/.test(part.original)) return { base: 'context', skip: 0 };
    if (locals.has(head)) return { base: handOver({ ...part, parts: [head], original: head }), skip: 1 };
    return { base: 'any', skip: 0 };
  }

  function handOver(part: hbs.AST.PathExpression): PathBase {
    return { given: given.push(part) - 1 };
  }
}

/** The span of a node of Handlebars' syntax tree. */
export function spanOf({ loc }: Pick<hbs.AST.Node, 'loc'>, file: SourceFile): Span {
  return { start: offsetOf(loc.start, file), end: offsetOf(loc.end, file) };
}

/** Handlebars counts lines from 1 and columns from 0. */
function offsetOf({ line, column }: hbs.AST.Position, { text }: SourceFile): number {
  let start = 0;
  for (let left = line - 1; left > 0; left -= 1) {
    const end = /\r\n?|\n/g;
    end.lastIndex = start;
    const found = end.exec(text);
    if (!found) return text.length;
    start = end.lastIndex;
  }
  return start + column;
}

/** True for a path. */
function isPath(node: hbs.AST.Expression): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}

/** A call in brackets; a statement of one has the same parts. */
function isCall(node: hbs.AST.Expression): node is hbs.AST.SubExpression {
  return 'params' in node;
}

function literalOf(node: hbs.AST.Expression): LiteralExpression['value'] {
  return 'value' in node ? (node.value as LiteralExpression['value']) : null;
}

function segmentsOf(part: hbs.AST.PathExpression, file: SourceFile): PathSegment[] {
  const span = spanOf(part, file);
  let from = span.start;
  return part.parts.map((text) => {
    const start = Math.max(file.text.indexOf(text, from), from);
    from = start + text.length;
    const kind = /^\d+$/.test(text) ? 'digits' : file.text[start - 1] === '[' ? 'bracketed' : 'name';
    return { text, kind, span: { start, end: from } };
  });
}
