import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { Draft } from '../model/draft.js';
import type { Expression } from '../model/expression.js';
import { draftNodes } from './draft-nodes.js';
import { tagsOf } from './tags-of.js';

/** Names and references hold no figure, whatever they are given. */
const NO_FIGURES = new Set(['tag', 'ref', 'post', 'cap']);

/** Finds tags that compute a figure from nothing: `{{7}}`, `{{count 7 "operation"}}`. */
export function lintTags(draft: Draft): Message[] {
  return tagsOf(draftNodes(draft))
    .filter(({ tag }) => !hasData(tag.expression))
    .map(({ tag, span }) =>
      messageAt(
        draft.source,
        span,
        'unbound-tag',
        `Unexpected tag without data in it: \`{{${tag.source}}}\` says the same whatever happens`,
        'Name a query and its column: `{{count query.n "operation"}}`',
      ),
    );
}

function hasData(expression: Expression): boolean {
  if (expression.type === 'literal') return typeof expression.value !== 'number';
  if (expression.type === 'path' || NO_FIGURES.has(expression.name)) return true;
  const parts = [...expression.args, ...expression.pairs.map(({ value }) => value)];
  return parts.some((part) => part.type === 'path' || (part.type === 'call' && hasData(part)));
}
