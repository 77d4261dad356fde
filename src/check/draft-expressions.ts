import type { PhrasingContent, RootContent } from 'mdast';
import type { ClaimNode, Draft } from '../model/draft.js';
import type { Expression } from '../model/expression.js';
import { draftNodes } from './draft-nodes.js';

/** An expression of a draft, and what asks for it. */
export interface DraftExpression {
  readonly expression: Expression;
  /** `each`: its rows are gone through one after the other. */
  readonly use: 'tag' | 'claim' | 'block' | 'each';
}

/** Every expression of a draft that something published depends on, in the order they stand. */
export function draftExpressions(draft: Draft): DraftExpression[] {
  return draftNodes(draft).flatMap(inNode);
}

/** Every claim of a draft that is checked against data. */
export function checkedClaims(draft: Draft): Expression[] {
  return draftExpressions(draft)
    .filter(({ use }) => use === 'claim')
    .map(({ expression }) => expression);
}

/** The names that an expression begins its paths with: queries, and what loops call their rows. */
export function namesIn(expression: Expression): string[] {
  if (expression.type === 'path') return expression.at ? [] : expression.segments.slice(0, 1).map(({ text }) => text);
  if (expression.type === 'literal') return [];
  return [...expression.args, ...expression.pairs.map(({ value }) => value)].flatMap(namesIn);
}

function inNode(node: RootContent | PhrasingContent): DraftExpression[] {
  switch (node.type) {
    case 'tag':
      return [{ expression: node.tag.expression, use: 'tag' }];
    case 'claim':
      return [...inClaim(node), ...node.children.flatMap(inNode)];
    case 'media':
      return [...node.alt.children, ...(node.caption?.children ?? [])].flatMap(inNode);
    case 'block':
      return node.arms.flatMap(({ tag, children }) => [
        ...tag.args.map((expression): DraftExpression => ({ expression, use: tag.name === 'each' ? 'each' : 'block' })),
        ...children.flatMap(inNode),
      ]);
    default:
      return 'children' in node ? node.children.flatMap(inNode) : [];
  }
}

function inClaim({ claim }: ClaimNode): DraftExpression[] {
  return claim.kind === 'expression' ? [{ expression: claim.expression, use: 'claim' }] : [];
}
