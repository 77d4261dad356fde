import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import type { Expression, PathExpression, Tag } from '../../src/model/expression.js';
import { parseTag } from '../../src/parse/parse-tag.js';
import { PATIENT, runs } from './runs.js';

/** The tag between two braces as our parser reads it; `undefined` where it refuses. */
function ours(inner: string): Tag | undefined {
  const source = { path: 'draft.md', text: `{{${inner}}}` };
  const lineOffsets = [2, ...Array.from(inner.matchAll(/\n/g), ({ index }) => index + 3)];
  const { tag, messages } = parseTag(source, { text: inner, lineOffsets }, { start: 0, end: inner.length + 4 });
  return messages.length === 0 ? tag : undefined;
}

/** The same tag as Handlebars reads it, in a document in which it may stand. */
function theirs(inner: string, tag: Tag): hbs.AST.Statement | undefined {
  const { body } = Handlebars.parse(around(inner, tag));
  return body[0];
}

function around(inner: string, tag: Tag): string {
  switch (tag.kind) {
    case 'open':
      return `{{${inner}}}{{/${tag.name}}}`;
    case 'else':
      return `{{#if x}}{{${inner}}}{{/if}}`;
    case 'close':
      return `{{#${tag.name}}}{{${inner}}}`;
    default:
      return `{{${inner}}}`;
  }
}

/** A tag of ours as a line: kind, name, arguments, pairs, local. */
function shape(tag: Tag): string {
  switch (tag.kind) {
    case 'comment':
      return 'comment';
    case 'output':
      return shapeOf(tag.expression);
    case 'open':
      return `#(${[tag.name, ...tag.args.map(shapeOf)].join(' ')})${tag.local === undefined ? '' : ` as ${tag.local}`}`;
    case 'else':
      return tag.name === undefined ? 'else' : `else #(${[tag.name, ...tag.args.map(shapeOf)].join(' ')})`;
    case 'close':
      return `/${tag.name}`;
  }
}

function shapeOf(expression: Expression): string {
  switch (expression.type) {
    case 'literal':
      return JSON.stringify(expression.value);
    case 'path':
      return (expression.at ? '@' : '') + expression.segments.map(({ text }) => text).join('/');
    case 'call': {
      const pairs = expression.pairs.map(({ name, value }) => `${name}=${shapeOf(value)}`);
      return `(${[expression.name, ...expression.args.map(shapeOf), ...pairs].join(' ')})`;
    }
  }
}

type Called = Pick<hbs.AST.SubExpression, 'path' | 'params'> & { readonly hash?: hbs.AST.Hash | undefined };

/** A statement of theirs as the same line. */
function theirShape(node: hbs.AST.Statement | undefined, tag: Tag): string {
  if (tag.kind === 'close') return `/${(node as hbs.AST.BlockStatement).path.original}`;
  if (node?.type === 'CommentStatement') return 'comment';
  if (tag.kind !== 'else') return statementShape(node as hbs.AST.Statement);
  const { body } = (node as hbs.AST.BlockStatement).inverse;
  return body[0] ? `else ${statementShape(body[0])}` : 'else';
}

function statementShape(node: hbs.AST.Statement): string {
  if (node.type !== 'BlockStatement') return callShape(node as hbs.AST.MustacheStatement as Called);
  const { program } = node as hbs.AST.BlockStatement;
  const [local] = (program.blockParams as string[] | undefined) ?? [];
  return `#${bracketed(node as hbs.AST.BlockStatement)}${local === undefined ? '' : ` as ${local}`}`;
}

function callShape(node: Called): string {
  return node.params.length === 0 && !node.hash ? theirExpression(node.path) : bracketed(node);
}

function bracketed({ path, params, hash }: Called): string {
  const pairs = (hash?.pairs ?? []).map(({ key, value }) => `${key}=${theirExpression(value)}`);
  return `(${[theirExpression(path), ...params.map(theirExpression), ...pairs].join(' ')})`;
}

function theirExpression(node: hbs.AST.Expression): string {
  switch (node.type) {
    case 'PathExpression': {
      const { data, parts } = node as hbs.AST.PathExpression;
      return (data ? '@' : '') + parts.join('/');
    }
    case 'SubExpression':
      return bracketed(node as hbs.AST.SubExpression);
    case 'StringLiteral': {
      // A draft's text is in one line, and takes a backslash before a backslash and, for cells of tables, before a bar
      const { value } = node as hbs.AST.StringLiteral;
      return JSON.stringify(value.replace(/\\([\\|])/g, '$1').replaceAll('\n', ' '));
    }
    case 'NullLiteral':
      return 'null';
    default:
      return JSON.stringify((node as hbs.AST.NumberLiteral).value);
  }
}

const name = fc.constantFrom(
  'q',
  'burst',
  'n',
  'day',
  '_x1',
  'été',
  '数',
  'count',
  'list',
  'as',
  'elsewhere',
  'nullable',
);
const bracket = fc.constantFrom('[total killed]', '[a.b]', '[0]', '[{x}]', '[else]', '[é-à]', '["]');
const path = fc
  .tuple(
    fc.constantFrom('', '', '', '@'),
    name,
    fc.array(fc.oneof(name, name, bracket, fc.constantFrom('0', '12', '2020')), { maxLength: 3 }),
  )
  .map(([at, head, rest]) => [at + head, ...rest].join('.'));
const inText = fc.constantFrom(
  'a',
  ' ',
  'é',
  '}',
  '{',
  '{{',
  '#',
  '|',
  '\\"',
  "\\'",
  '\\\\',
  '\\|',
  '\n',
  '“',
  '=',
  '.',
);
const literal = fc.oneof(
  fc
    .tuple(fc.constantFrom('"', "'"), fc.array(inText, { maxLength: 5 }))
    .map(([quote, parts]) => quote + parts.join('') + quote),
  fc.constantFrom('0', '7', '-2.5', '12.50', '1e3', '.5', 'true', 'false', 'null'),
);
const space = fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\t');
const call = fc.letrec<{ call: string; argument: string }>((tie) => ({
  argument: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'call' },
    path,
    literal,
    tie('call').map((text) => `(${text})`),
  ),
  call: fc
    .tuple(
      name,
      space,
      fc.array(tie('argument'), { maxLength: 3, depthIdentifier: 'call' }),
      fc.uniqueArray(fc.tuple(name, tie('argument')), {
        maxLength: 2,
        selector: ([key]) => key,
        depthIdentifier: 'call',
      }),
    )
    .map(([head, gap, args, pairs]) => [head, ...args, ...pairs.map(([key, value]) => `${key}=${value}`)].join(gap)),
}));
const block = fc.constantFrom('if', 'unless', 'each', 'with', 'when', 'only');
const regular = fc.oneof(
  path,
  literal,
  call.call,
  fc
    .tuple(block, fc.array(call.argument, { minLength: 1, maxLength: 3 }))
    .map(([one, args]) => `#${one} ${args.join(' ')}`),
  fc
    .tuple(fc.constantFrom('each', 'with'), call.argument, name)
    .map(([one, over, local]) => `#${one} ${over} as |${local}|`),
  call.argument.map((condition) => `else if ${condition}`),
  fc.tuple(path, fc.constantFrom('">"', "'='"), literal).map(([a, sign, b]) => `else when ${a} ${sign} ${b}`),
  fc.constantFrom('else', '/if', '/each', '! a comment', '!-- {{a}} --'),
);
/** What a tag is made of, in no order. */
const PIECES =
  'q . n 0 2020 12 [a b] @ # / if each else as |x| | ( ) " \' \\ = a=1 none="x" true null -1 , ! ~ & > ^ { é “ this .. undefined'.split(
    ' ',
  );
const random = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('', ' ', ' ')), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.flat().join(''));

/** Forms that drafts take and Handlebars does not: a template writes `q.[0]`, and named arguments last. */
function isOnlyOurs(tag: Tag, inner: string): boolean {
  if (tag.kind === 'open' && /\bas\|/.test(inner)) return true;
  return expressionsOf(tag).some((expression) => {
    if (expression.type === 'path') return isOddPath(expression);
    if (expression.type === 'literal') return false;
    const names = [expression.name, ...expression.pairs.map((pair) => pair.name)];
    if (names.some((word) => WORDS.test(word)) || ELSE.test(expression.name)) return true;
    const [first] = expression.pairs;
    return first !== undefined && expression.args.some(({ span }) => span.start > first.span.start);
  });
}

/** Words that Handlebars has a meaning for. */
const WORDS = /^(?:true|false|null|undefined|this)$/;

/** Handlebars ends a word at the first letter that is not a Latin one, so it takes these for `else`. */
const ELSE = /^else[^\w]/;

function isOddPath({ at, segments }: PathExpression): boolean {
  const [head = '', ...rest] = segments.map(({ kind, text }) => (kind === 'bracketed' ? '' : text));
  const last = rest.at(-1) ?? '';
  if (ELSE.test(head)) return true;
  if (/^\d+$/.test(last) || WORDS.test(last) || [head, ...rest].includes('this')) return true;
  return rest.length === 0 ? head === 'undefined' || (at && WORDS.test(head)) : head === 'else';
}

/** Every expression of a tag, those inside others too. */
function expressionsOf(tag: Tag): Expression[] {
  const roots = tag.kind === 'output' ? [tag.expression] : 'args' in tag ? tag.args : [];
  const inside = (expression: Expression): Expression[] =>
    expression.type === 'call'
      ? [expression, ...[...expression.args, ...expression.pairs.map(({ value }) => value)].flatMap(inside)]
      : [expression];
  return roots.flatMap(inside);
}

describe('every tag that a draft may hold', PATIENT, () => {
  const compare = (inner: string): void => {
    const tag = ours(inner);
    if (!tag || isOnlyOurs(tag, inner)) return;
    expect([inner, theirShape(theirs(inner, tag), tag)]).toEqual([inner, shape(tag)]);
  };

  it('is one of Handlebars’ too, with the same tree', () => {
    fc.assert(fc.property(regular, compare), runs(2000));
  });

  it('whatever it is made of', () => {
    fc.assert(fc.property(random, compare), runs(2000));
  });

  it('is tried often enough: most regular tags are read', () => {
    const tags = fc.sample(regular, { numRuns: 500, seed: 7 });
    expect(tags.filter((inner) => ours(inner)).length).toBeGreaterThan(250);
  });

  it.each(['q.0', 'else.n', 'elseé q', 'q.true', 'q.this', '#each q as|x|', 'count q.n none="no x" "x"'])(
    '%s is a draft’s alone: Handlebars wants brackets, a space, or named arguments last',
    (inner) => {
      const tag = ours(inner);
      expect(tag && isOnlyOurs(tag, inner)).toBe(true);
      expect(() => tag && theirs(inner, tag)).toThrow();
    },
  );
});
