import type { Rich } from '../../model/story.js';

/** The ids of the figures and claims in words that a page prints where no element may stand, as in an attribute. */
export function figuresIn(rich: Rich): readonly string[] {
  return rich.flatMap((node): readonly string[] => {
    if (node.type === 'figure') return [node.id];
    const below = 'children' in node ? figuresIn(node.children) : [];
    return node.type === 'claim' && node.id !== undefined ? [node.id, ...below] : below;
  });
}
