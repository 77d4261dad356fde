import Handlebars from 'handlebars';
import { messageAt } from '../../diagnostic/create-message.js';
import type { Message } from '../../diagnostic/message.js';
import { figureSlug } from '../../expression/figure-slug.js';
import { unknownHelper } from '../../figure/call-helper.js';
import { HELPERS, REFERENCES } from '../../figure/helpers.js';
import type { CallExpression, Expression } from '../../model/expression.js';
import type { SourceFile } from '../../model/position.js';
import { readExpression, spanOf } from './read-expression.js';
import type { TagUse, TemplateTag } from './template-tag.js';

/** The one helper that a prepared template calls: no template can name it. */
export const TAG_HELPER = 'figure language';

/** A template whose expressions are all calls of `TAG_HELPER`, with the index of their tag. */
interface PreparedTemplate {
  readonly program: hbs.AST.Program;
  readonly messages: readonly Message[];
  /** False where a block has no meaning, so that nothing can be rendered. */
  readonly isReadable: boolean;
}

const BLOCKS: ReadonlyMap<string, TagUse> = new Map([
  ['if', 'condition'],
  ['unless', 'condition'],
  ['each', 'rows'],
  ['with', 'one'],
]);

type Call = Pick<hbs.AST.SubExpression, 'params' | 'loc'> & {
  path: hbs.AST.Expression;
  hash: hbs.AST.Hash | undefined;
};

/**
 * Reads a template with Handlebars and hands each of its expressions to the figure language, so that drafts and
 * templates have one evaluator. What Handlebars cannot read throws its own error.
 *
 * @param tags Gets the template's expressions; one list for all templates of a set.
 */
export function prepareTemplate(file: SourceFile, tags: TemplateTag[]): PreparedTemplate {
  const program = Handlebars.parse(file.text);
  const messages: Message[] = [];
  const ids = new Map<string, number>();
  statements(program, new Set());
  return { program, messages, isReadable: messages.every(({ rule }) => rule !== 'template-invalid') };

  function statements({ body, blockParams }: hbs.AST.Program, around: ReadonlySet<string>): void {
    const locals = new Set([...around, ...((blockParams as string[] | undefined) ?? [])]);
    for (const node of body) statement(node, locals);
  }

  function statement(node: hbs.AST.Statement, locals: ReadonlySet<string>): void {
    switch (node.type) {
      case 'MustacheStatement':
        print(node as hbs.AST.MustacheStatement, locals);
        break;
      case 'BlockStatement':
        block(node as hbs.AST.BlockStatement, locals);
        break;
      case 'PartialStatement':
        partial(node as hbs.AST.PartialStatement, locals);
        break;
      case 'PartialBlockStatement':
        partial(node as hbs.AST.PartialBlockStatement, locals);
        statements((node as hbs.AST.PartialBlockStatement).program, locals);
        break;
      case 'DecoratorBlock':
        statements((node as hbs.AST.DecoratorBlock).program, locals);
        break;
    }
  }

  function print(node: hbs.AST.MustacheStatement, locals: ReadonlySet<string>): void {
    const call = node as Call;
    // A statement of a call has the place of its braces
    const { start, end } = spanOf(node, file);
    const isCalled = call.params.length > 0 || call.hash !== undefined;
    const inner = isCalled ? withinBraces(file.text, start, end) : undefined;
    const made = asTag(isCalled ? { ...call, type: 'SubExpression' } : call.path, 'print', locals, inner);
    Object.assign(node, { path: helperPath(node), params: made, hash: undefined });
  }

  function block(node: hbs.AST.BlockStatement, locals: ReadonlySet<string>): void {
    const name = node.path.original;
    const use = BLOCKS.get(name);
    const [head, ...others] = node.params;
    if (!use) {
      const known = [...BLOCKS.keys()].map((one) => `\`${one}\``).join(', ');
      say(node.path, 'template-invalid', `Unknown block \`${name}\`, expected one of ${known}`);
    } else if (!head || others.length > 0) {
      const note = head && HELPERS.has(nameOf(head)) ? 'A helper stands in brackets: `{{#if (gt a b)}}`' : undefined;
      const found = node.params.length === 0 ? 'no value' : `${node.params.length} values`;
      say(node.path, 'template-invalid', `Unexpected ${found} in the head of \`${name}\`, expected one`, note);
    } else node.params = [subExpression(node, asTag(head, use, locals))];
    statements(node.program, locals);
    const inverse = node.inverse as hbs.AST.Program | undefined;
    if (inverse) statements(inverse, locals);
  }

  function partial(
    node: Pick<hbs.AST.PartialStatement, 'name' | 'params' | 'hash' | 'loc'>,
    locals: ReadonlySet<string>,
  ): void {
    const wrap = (part: hbs.AST.Expression, use: TagUse): hbs.AST.Expression =>
      subExpression(node, asTag(part, use, locals));
    if (node.name.type === 'SubExpression') node.name = wrap(node.name, 'value') as typeof node.name;
    node.params = node.params.map((part) => wrap(part, 'one'));
    const hash = node.hash as hbs.AST.Hash | undefined;
    for (const pair of hash?.pairs ?? []) pair.value = wrap(pair.value, 'value');
  }

  /** Puts a tag on the list; gives the arguments that the call of it has. */
  function asTag(
    node: hbs.AST.Expression,
    use: TagUse,
    locals: ReadonlySet<string>,
    inner?: { readonly start: number; readonly end: number },
  ): hbs.AST.Expression[] {
    const read = readExpression(node, file, locals);
    const expression = inner ? { ...read.expression, span: inner } : read.expression;
    const source = file.text.slice(expression.span.start, expression.span.end).replace(/\s+/g, ' ').trim();
    const isBroken = callsOf(expression).filter(refuseCall).length > 0;
    tags.push({ expression, source, file, use, bases: read.bases, id: idOf(source), isBroken });
    const index = { type: 'NumberLiteral', value: tags.length - 1, original: tags.length - 1, loc: node.loc };
    return [index, ...read.given];
  }

  function idOf(source: string): string {
    const base = figureSlug(`${file.path.replace(/^templates\/|\.hbs$/g, '')} ${source}`);
    const ordinal = (ids.get(base) ?? 0) + 1;
    ids.set(base, ordinal);
    return ordinal === 1 ? base : `${base}-${ordinal}`;
  }

  /** Says what is wrong with a call whatever the data, also where no condition leads today. */
  function refuseCall({ name, nameSpan, pairs }: CallExpression): boolean {
    if (REFERENCES.has(name)) {
      const note = 'Write it in the draft; a page has its own addresses';
      messages.push(messageAt(file, nameSpan, 'helper-arguments', `Unexpected \`${name}\` in a page template`, note));
      return true;
    }
    const placeholder = pairs.find((pair) => pair.name === 'placeholder');
    if (placeholder) {
      const reason = 'Unexpected placeholder, a page template is published as it is';
      messages.push(messageAt(file, placeholder.span, 'placeholder', reason));
      return true;
    }
    if (HELPERS.has(name)) return false;
    const { rule, reason, note } = unknownHelper(name);
    messages.push(messageAt(file, nameSpan, rule, reason, note));
    return true;
  }

  function say(node: hbs.AST.Node, rule: 'template-invalid', reason: string, note?: string): void {
    messages.push(messageAt(file, spanOf(node, file), rule, reason, note));
  }
}

function withinBraces(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const open = /^\{\{[{~&]*\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  const close = /\s*~?\}+$/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + open, end: end - close };
}

function callsOf(expression: Expression): CallExpression[] {
  if (expression.type !== 'call') return [];
  const inside = [...expression.args, ...expression.pairs.map(({ value }) => value)];
  return [expression, ...inside.flatMap(callsOf)];
}

function nameOf(node: hbs.AST.Expression): string {
  return 'original' in node ? String(node.original) : '';
}

function subExpression({ loc }: Pick<hbs.AST.Node, 'loc'>, params: readonly hbs.AST.Expression[]): hbs.AST.Expression {
  return { type: 'SubExpression', path: helperPath({ loc }), params, hash: undefined, loc } as hbs.AST.Expression;
}

function helperPath({ loc }: Pick<hbs.AST.Node, 'loc'>): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [TAG_HELPER], original: TAG_HELPER, loc };
}
