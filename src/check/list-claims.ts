import type { PhrasingContent, RootContent } from 'mdast';
import { locate } from '../diagnostic/locate.js';
import type { Draft } from '../model/draft.js';
import type { Place } from '../model/position.js';
import { namesIn } from './draft-expressions.js';
import { draftNodes } from './draft-nodes.js';

/** A claim of a draft that is checked against data. */
export interface DraftClaim {
  /** Where its words stand. */
  readonly place: Place;
  readonly text: string;
  readonly expression: string;
  /** The names that its expression begins paths with. */
  readonly reads: readonly string[];
}

/** Lists the claims of a draft that are checked, whether they are shown now or not. */
export function listClaims(draft: Draft): readonly DraftClaim[] {
  return draftNodes(draft).flatMap((node) => inNode(node, draft));
}

function inNode(node: RootContent | PhrasingContent, draft: Draft): DraftClaim[] {
  const below = (nodes: readonly (RootContent | PhrasingContent)[]): DraftClaim[] =>
    nodes.flatMap((child) => inNode(child, draft));
  switch (node.type) {
    case 'claim': {
      const { claim, wordsSpan, source } = node;
      if (claim.kind !== 'expression') return below(node.children);
      const text = draft.source.text.slice(wordsSpan.start, wordsSpan.end).replace(/\s+/g, ' ');
      const place = locate(draft.source, wordsSpan);
      return [{ place, text, expression: source, reads: namesIn(claim.expression) }, ...below(node.children)];
    }
    case 'block':
      return node.arms.flatMap(({ children }) => below(children));
    case 'media':
      return below([...node.alt.children, ...(node.caption?.children ?? [])]);
    default:
      return 'children' in node ? below(node.children) : [];
  }
}
