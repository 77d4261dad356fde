import type { RootContent } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import type { PostAttributes, PostNode } from '../model/draft.js';
import type { Span } from '../model/position.js';
import type { FilledFlow, OmittedNode } from './fill-flow.js';
import type { Filling } from './filling.js';

/** A filled post, its media not yet numbered. */
export interface FilledPost {
  readonly attributes: PostAttributes;
  readonly children: readonly RootContent[];
  readonly span: Span;
}

const NO_ATTRIBUTES: PostAttributes = { id: undefined, marks: 'draft', split: undefined };

/** Parts a filled flow into posts; one that a condition emptied goes, with a note unless `{{#only}}` meant it. */
export function splitPosts(nodes: readonly FilledFlow[], filling: Filling): FilledPost[] {
  const posts: FilledPost[] = [];
  for (const segment of segments(nodes)) {
    const children = segment.filter((node) => node.type !== 'omitted').filter(({ type }) => type !== 'post');
    if (children.some(shows)) {
      posts.push({ attributes: attributesOf(segment, filling), children, span: spanOf(children) });
      continue;
    }
    const omitted = segment.find((node): node is OmittedNode => node.type === 'omitted' && node.by === 'condition');
    // A condition that failed is told
    if (omitted && filling.failures === 0) {
      filling.messages.push(
        messageAt(
          filling.draft.source,
          omitted.span,
          'post-dropped',
          'Unexpected empty post, its conditions left nothing in it; the other posts close up',
        ),
      );
    }
  }
  return posts;
}

function segments(nodes: readonly FilledFlow[]): FilledFlow[][] {
  const found: FilledFlow[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'thematicBreak') found.push([]);
    else found.at(-1)?.push(node);
  }
  return found;
}

/** Footnotes and comments alone make no post. */
function shows(node: RootContent): boolean {
  return node.type !== 'footnoteDefinition' && node.type !== 'definition';
}

function attributesOf(segment: readonly FilledFlow[], filling: Filling): PostAttributes {
  const comments = segment.filter((node): node is PostNode => node.type === 'post');
  const first = segment.find((node) => node.type !== 'omitted');
  for (const comment of comments) {
    if (comment === first) continue;
    filling.messages.push(
      messageAt(
        filling.draft.source,
        comment.span,
        'post-attributes',
        'Unexpected post comment in the middle of a post, expected it first',
        'Put it directly under the `---` that starts the post',
      ),
    );
  }
  return first?.type === 'post' ? first.attributes : NO_ATTRIBUTES;
}

function spanOf(children: readonly RootContent[]): Span {
  const spans = children.map((node) =>
    'span' in node ? node.span : { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 },
  );
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}
