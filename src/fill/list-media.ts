import type { RootContent } from 'mdast';
import type { MediaNode } from '../model/draft.js';
import type { StoryMedia } from '../model/story.js';

/** The charts, tables and files that filled nodes show, in order; `numbers` goes on from earlier nodes. */
export function listMedia(nodes: readonly RootContent[], numbers: MediaNumbers): StoryMedia[] {
  return mediaNodes(nodes).map((node) => ({
    kind: node.kind,
    name: node.name,
    alt: node.alt.children,
    caption: node.caption?.children,
    number: numbers.of(node),
    span: node.span,
  }));
}

/** Numbers charts, tables and files, each from 1; a second showing keeps the number of the first. */
export class MediaNumbers {
  private readonly known = new Map<string, number>();
  private readonly counts = new Map<MediaNode['kind'], number>();

  of({ kind, name }: Pick<MediaNode, 'kind' | 'name'>): number {
    const key = `${kind}:${name}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const next = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, next);
    this.known.set(key, next);
    return next;
  }
}

function mediaNodes(nodes: readonly RootContent[]): MediaNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'media') return [node];
    return 'children' in node ? mediaNodes(node.children) : [];
  });
}
