import type { RootContent } from 'mdast';
import type { Message } from '../../diagnostic/message.js';
import type { Draft, MediaNode } from '../../model/draft.js';
import type { PageParts } from '../../model/page.js';
import type { Picture } from '../../model/picture.js';
import type { Story, StoryMedia } from '../../model/story.js';

/** What is carried through one page while it is rendered. */
export interface PageContext {
  readonly draft: Draft;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly images: ReadonlyMap<string, string>;
  /** What the story knows of each image of the body; a node that stands twice (in a loop) has an entry for each time. */
  readonly media: ReadonlyMap<MediaNode, StoryMedia[]>;
  /** Ids that are taken. */
  readonly ids: Set<string>;
  readonly messages: Message[];
}

/** Starts a page. */
export function createPageContext(story: Story, parts: PageParts): PageContext {
  const { draft, pictures, images } = parts;
  return { draft, pictures, images, media: pairMedia(story), ids: new Set(RESERVED_IDS), messages: [] };
}

/** Ids that the shipped templates use. */
const RESERVED_IDS = [
  'title',
  'key-figures',
  'notes',
  'footnote-label',
  'corrections',
  'sources',
  'how-we-know',
  'queries',
];

function pairMedia(story: Story): ReadonlyMap<MediaNode, StoryMedia[]> {
  const open = [...story.media];
  const pairs = new Map<MediaNode, StoryMedia[]>();
  for (const node of mediaNodes(story.body)) {
    const same = (media: StoryMedia): boolean => media.kind === node.kind && media.name === node.name;
    const exact = open.findIndex((media) => same(media) && media.span.start === node.span.start);
    const index = exact >= 0 ? exact : open.findIndex(same);
    const [found] = index >= 0 ? open.splice(index, 1) : [story.media.find(same)];
    if (!found) throw new Error(`The story does not list the ${node.kind} ${node.name} of its body`);
    const times = pairs.get(node);
    if (times) times.push(found);
    else pairs.set(node, [found]);
  }
  return pairs;
}

function mediaNodes(nodes: readonly RootContent[]): readonly MediaNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'media') return [node];
    return 'children' in node ? mediaNodes(node.children) : [];
  });
}
