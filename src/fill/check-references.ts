import type { PhrasingContent, RootContent } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { Arm, BlockNode, Draft, Template } from '../model/draft.js';
import type { Expression } from '../model/expression.js';
import type { Column } from '../model/value.js';
import { onlyName } from './choose-arm.js';
import { expressionProblems, queryOf, type Names } from '../expression/expression-problems.js';
import { EvaluationProblem } from '../expression/evaluation-problem.js';
import { tableProblems } from './table-problems.js';
import { tableTexts } from './table-texts.js';

/**
 * Checks every name in every tag and block before anything runs, also where no condition leads today:
 * queries, their columns, helpers, variables, outputs.
 *
 * @param columns By query name; a query that could not be planned is missing and was reported already.
 */
export function checkReferences(draft: Draft, columns: ReadonlyMap<string, readonly Column[]>): Message[] {
  const messages: Message[] = [];
  const { frontMatter, source } = draft;
  const outermost: Names = { queries: draft.queries, columns, locals: new Map(), inLoop: false };
  const strings = [frontMatter.title, frontMatter.kicker, frontMatter.standfirst, frontMatter.description];
  for (const template of [...strings, ...frontMatter.keyFigures.flatMap(({ value, label }) => [value, label])])
    checkTemplate(template, outermost);
  checkNodes(draft.body, outermost);
  for (const { texts } of draft.charts) for (const { template } of texts) checkTemplate(template, outermost);
  for (const table of draft.tables) {
    for (const template of tableTexts(table)) checkTemplate(template, outermost);
    for (const problem of tableProblems(table, outermost)) report(problem);
  }
  return messages;

  function checkNodes(nodes: readonly (RootContent | PhrasingContent)[], names: Names): void {
    for (const node of nodes) {
      if (node.type === 'tag') checkExpression(node.tag.expression, names);
      else if (node.type === 'block') checkBlock(node, names);
      else if (node.type === 'claim') {
        if (node.claim.kind === 'expression') checkExpression(node.claim.expression, names);
        checkNodes(node.children, names);
      } else if (node.type === 'media') {
        checkTemplate(node.alt, names);
        checkTemplate(node.caption, names);
      } else if ('children' in node) checkNodes(node.children, names);
    }
  }

  function checkTemplate(template: Template | undefined, names: Names): void {
    if (template) checkNodes(template.children, names);
  }

  function checkBlock(block: BlockNode, names: Names): void {
    for (const arm of block.arms) {
      for (const argument of conditionOf(arm)) checkExpression(argument, names);
      if (arm.tag.name === 'only') for (const argument of arm.tag.args) checkOnly(argument);
      checkNodes(arm.children, namesInside(arm, names));
    }
  }

  function checkOnly(argument: Expression): void {
    try {
      onlyName(argument);
    } catch (error) {
      if (!(error instanceof EvaluationProblem)) throw error;
      report(error);
    }
  }

  function checkExpression(expression: Expression, names: Names): void {
    for (const problem of expressionProblems(expression, names)) report(problem);
  }

  function report({ rule, span, message, note }: EvaluationProblem): void {
    messages.push(messageAt(source, span, rule, message, note));
  }
}

/** The arguments of an arm's tag that are values: not the names of `#only`, not the sign of `#when`. */
function conditionOf({ tag }: Arm): readonly Expression[] {
  if (tag.name === 'only') return [];
  return tag.name === 'when' ? tag.args.filter((_, index) => index !== 1) : tag.args;
}

function namesInside({ tag }: Arm, names: Names): Names {
  const [over] = tag.args;
  if (tag.kind !== 'open' || tag.local === undefined || !over) return names;
  const locals = new Map([...names.locals, [tag.local, queryOf(over, names)]]);
  return { ...names, locals, inLoop: names.inLoop || tag.name === 'each' };
}
