import type { PhrasingContent, RootContent } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { ClaimNode, Draft } from '../model/draft.js';

/** Says of every claim that nothing checks it yet; what is acknowledged or somebody else's needs no check. */
export function checkClaims(draft: Draft): Message[] {
  const { title, kicker, standfirst, description, keyFigures } = draft.frontMatter;
  const strings = [title, kicker, standfirst, description, ...keyFigures.flatMap(({ value, label }) => [value, label])];
  const nodes = [...strings.flatMap((template) => template?.children ?? []), ...draft.body];
  return claimsOf(nodes)
    .filter(({ claim }) => claim.kind === 'expression')
    .map(({ span, source }) =>
      messageAt(
        draft.source,
        span,
        'claim-unchecked',
        `Claim \`${source}\` is not checked yet`,
        'This version prints the words as they are typed; compute them with `{{ }}` where they must be right',
      ),
    );
}

function claimsOf(nodes: readonly (RootContent | PhrasingContent)[]): ClaimNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'claim') return [node, ...claimsOf(node.children)];
    if (node.type === 'block') return node.arms.flatMap(({ children }) => claimsOf(children));
    if (node.type === 'media') return claimsOf([...node.alt.children, ...(node.caption?.children ?? [])]);
    return 'children' in node ? claimsOf(node.children) : [];
  });
}
