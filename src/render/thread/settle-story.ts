import type { FigureNode } from '../../model/draft.js';
import type { Story } from '../../model/story.js';

/** Where things of a story came to stand when its posts were split and numbered. */
export interface Settlement {
  /** The index in the thread of the post that a figure or claim stands in, by its id. */
  readonly indexOf: (id: string, sourcePost: number) => number;
  /** What a reference to a post says now. */
  readonly nameOf: (node: FigureNode, index: number) => string;
}

/** Says in a story, and on its record, which posts of the thread its figures stand in, and what references to posts say. */
export function settleStory(story: Story, { indexOf, nameOf }: Settlement): Story {
  const names = new Map<string, string>();
  const posts = story.posts.map((post, at) => {
    const settle = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(settle);
      if (!isNode(node)) return node;
      if (!isReference(node))
        return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, settle(value)]));
      const text = nameOf(node, indexOf(node.id, at + 1));
      names.set(node.id, text);
      return { ...node, text };
    };
    return refersToPosts(post.children) ? { ...post, children: settle(post.children) as typeof post.children } : post;
  });
  return {
    ...story,
    posts,
    figures: story.figures.map((figure) => ({
      ...figure,
      text: figure.kind === 'reference' ? (names.get(figure.id) ?? figure.text) : figure.text,
      post: figure.post === undefined ? undefined : indexOf(figure.id, figure.post) + 1,
    })),
  };
}

function refersToPosts(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(refersToPosts);
  return isNode(node) && (isReference(node) || Object.values(node).some(refersToPosts));
}

function isNode(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isReference(node: object): node is FigureNode {
  return 'refersTo' in node && (node as FigureNode).refersTo?.kind === 'post';
}
