import type { RootContent } from 'mdast';
import type { MediaNode, TableFigureNode } from '../model/draft.js';
import type { StoryMedia } from '../model/story.js';

/** The charts, tables and files that filled nodes show, in order; `numbers` goes on from earlier nodes. */
export function listMedia(nodes: readonly RootContent[], numbers: MediaNumbers): StoryMedia[] {
  return shownNodes(nodes).map((node) => {
    if (node.type === 'tableFigure') return tableMedia(node, numbers);
    const { kind, name, alt, caption, span } = node;
    return { kind, name, alt: alt.children, caption: caption?.children, number: numbers.of(node), span };
  });
}

function tableMedia({ name, children, span }: TableFigureNode, numbers: MediaNumbers): StoryMedia {
  const caption = children.find((child) => child.type === 'paragraph')?.children;
  return { kind: 'table', name: name ?? '', alt: [], caption, number: numbers.next('table'), span };
}

/** Numbers charts, tables and files, each from 1; a second showing keeps the number of the first. */
export class MediaNumbers {
  private readonly known = new Map<string, number>();
  private readonly counts = new Map<MediaNode['kind'], number>();

  of({ kind, name }: Pick<MediaNode, 'kind' | 'name'>): number {
    const key = `${kind}:${name}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const next = this.next(kind);
    this.known.set(key, next);
    return next;
  }

  next(kind: MediaNode['kind']): number {
    const next = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, next);
    return next;
  }
}

function shownNodes(nodes: readonly RootContent[]): (MediaNode | TableFigureNode)[] {
  return nodes.flatMap((node) => {
    if (node.type === 'media') return [node];
    if (node.type === 'tableFigure') return [node, ...shownNodes(node.children)];
    return 'children' in node ? shownNodes(node.children) : [];
  });
}
