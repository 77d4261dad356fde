import type { PhrasingContent, RootContent } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import { unknownHelper } from '../figure/call-helper.js';
import { HELPERS, REFERENCES } from '../figure/helpers.js';
import type { BlockNode, Draft, Template } from '../model/draft.js';
import type { Expression, PathExpression } from '../model/expression.js';
import type { Span } from '../model/position.js';
import type { Column } from '../model/value.js';
import { onlyName } from './choose-arm.js';
import { FillProblem } from './fill-problem.js';
import { unknownColumnNote, unknownQueryNote } from './resolve-path.js';

/**
 * Checks every name in every tag and block before anything runs, also where no condition leads today:
 * queries, their columns, helpers, outputs.
 *
 * @param columns By query name; a query that could not be planned is missing and was reported already.
 */
export function checkReferences(draft: Draft, columns: ReadonlyMap<string, readonly Column[]>): Message[] {
  const messages: Message[] = [];
  const { frontMatter, source } = draft;
  const none = new Map<string, string | undefined>();
  const strings = [frontMatter.title, frontMatter.kicker, frontMatter.standfirst, frontMatter.description];
  for (const template of [...strings, ...frontMatter.keyFigures.flatMap(({ value, label }) => [value, label])])
    checkTemplate(template, none);
  checkNodes(draft.body, none);
  for (const { texts } of draft.charts) for (const { template } of texts) checkTemplate(template, none);
  return messages;

  function report(rule: Message['rule'], span: Span, reason: string, note: string | undefined): void {
    messages.push(messageAt(source, span, rule, reason, note));
  }

  /** `locals` maps a local name to the query whose row it is, where that is known. */
  function checkNodes(
    nodes: readonly (RootContent | PhrasingContent)[],
    locals: ReadonlyMap<string, string | undefined>,
  ): void {
    for (const node of nodes) {
      if (node.type === 'tag') checkExpression(node.tag.expression, locals);
      else if (node.type === 'block') checkBlock(node, locals);
      else if (node.type === 'claim') {
        if (node.claim.kind === 'expression') checkExpression(node.claim.expression, locals);
        checkNodes(node.children, locals);
      } else if (node.type === 'media') {
        checkTemplate(node.alt, locals);
        checkTemplate(node.caption, locals);
      } else if ('children' in node) checkNodes(node.children, locals);
    }
  }

  function checkTemplate(template: Template | undefined, locals: ReadonlyMap<string, string | undefined>): void {
    if (template) checkNodes(template.children, locals);
  }

  function checkBlock(block: BlockNode, locals: ReadonlyMap<string, string | undefined>): void {
    for (const { tag, children } of block.arms) {
      if (tag.name === 'only') for (const argument of tag.args) checkOnly(argument);
      else if (tag.name === 'when')
        [tag.args[0], tag.args[2]].forEach((argument) => {
          if (argument) checkExpression(argument, locals);
        });
      else for (const argument of tag.args) checkExpression(argument, locals);
      const local = tag.kind === 'open' ? tag.local : undefined;
      const over = tag.args[0];
      const query =
        over?.type === 'path' && !over.at && over.segments.length === 1 ? over.segments[0]?.text : undefined;
      const known = query !== undefined && columns.has(query) ? query : undefined;
      checkNodes(children, local === undefined ? locals : new Map([...locals, [local, known]]));
    }
  }

  function checkOnly(argument: Expression): void {
    try {
      onlyName(argument);
    } catch (error) {
      if (!(error instanceof FillProblem)) throw error;
      report(error.rule, error.span, error.message, error.note);
    }
  }

  function checkExpression(expression: Expression, locals: ReadonlyMap<string, string | undefined>): void {
    if (expression.type === 'path') checkPath(expression, locals);
    if (expression.type !== 'call') return;
    const helper = HELPERS.get(expression.name) ?? REFERENCES.get(expression.name);
    if (!helper) {
      const { rule, reason, note } = unknownHelper(expression.name);
      report(rule, expression.nameSpan, reason, note);
    }
    for (const argument of expression.args) checkExpression(argument, locals);
    for (const { name, value } of expression.pairs) {
      const keywords = helper?.pairs.find((pair) => pair.name === name)?.keywords ?? [];
      const word = value.type === 'path' && value.segments.length === 1 ? value.segments[0]?.text : undefined;
      if (word === undefined || !keywords.includes(word)) checkExpression(value, locals);
    }
  }

  function checkPath(path: PathExpression, locals: ReadonlyMap<string, string | undefined>): void {
    const [head, ...rest] = path.segments;
    if (!head || path.at) return;
    const names = draft.queries.map(({ name }) => name);
    const query = locals.has(head.text) ? locals.get(head.text) : head.text;
    if (query === undefined) return;
    const block = draft.queries.find(({ name }) => name === query);
    if (!block) {
      report(
        'name-unknown',
        head.span,
        `Unexpected \`${head.text}\`, no query has this name`,
        unknownQueryNote(head.text, [...names, ...locals.keys()]),
      );
      return;
    }
    const known = columns.get(query);
    const column =
      locals.has(head.text) || block.key === undefined ? rest.find(({ kind }) => kind !== 'digits') : rest[1];
    if (!known || !column || known.some(({ name }) => name === column.text)) return;
    report(
      'column-unknown',
      column.span,
      `Unexpected \`${column.text}\`, \`${query}\` has no such column`,
      unknownColumnNote(
        column.text,
        known.map(({ name }) => name),
      ),
    );
  }
}
