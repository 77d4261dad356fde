import type { RootContent } from 'mdast';
import type { Message } from '../../diagnostic/message.js';
import type { Draft, MediaNode, TableFigureNode } from '../../model/draft.js';
import type { PageParts } from '../../model/page.js';
import type { Picture } from '../../model/picture.js';
import type { Story, StoryMedia } from '../../model/story.js';
import { figuresIn } from './figures-in.js';
import { recordIds } from './record-ids.js';

/** What is carried through one page while it is rendered. */
export interface PageContext {
  readonly draft: Draft;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly images: ReadonlyMap<string, string>;
  /** The tables of data, by name. */
  readonly tables: Story['tables'];
  /** What the story knows of each image and numbered table of the body; a node that stands twice (in a loop) has an entry for each time. */
  readonly media: ReadonlyMap<ShownNode, StoryMedia[]>;
  /** The ids of the figures in the words that each chart draws. */
  readonly chartFigures: ReadonlyMap<string, readonly string[]>;
  /** True for a page that is read on screens of any width, false for one that is printed. */
  readonly screen: boolean;
  /** The record of each figure and claim, by their ids; empty for a page that is printed. */
  readonly records: ReadonlyMap<string, string>;
  /** The headings of the text that stand by themselves, in order. */
  readonly headings: PageHeading[];
  /** Ids that are taken. */
  readonly ids: Set<string>;
  readonly messages: Message[];
}

/** A node that has a number and a caption. */
type ShownNode = MediaNode | TableFigureNode;

/** A heading of a page's text. */
export interface PageHeading {
  readonly id: string;
  readonly text: string;
  readonly depth: number;
}

/** Starts a page. */
export function createPageContext(story: Story, parts: PageParts): PageContext {
  const { draft, pictures, images } = parts;
  const screen = story.target.kind === 'brief';
  const records = screen ? recordIds(story, parts.answers) : new Map<string, string>();
  return {
    draft,
    pictures,
    images,
    tables: story.tables,
    media: pairMedia(story),
    chartFigures: new Map(
      [...story.chartTexts].map(([name, texts]) => [name, texts.flatMap(({ words }) => figuresIn(words))]),
    ),
    screen,
    records,
    headings: [],
    ids: new Set([...RESERVED_IDS, ...records.values()]),
    messages: [],
  };
}

/** Ids that the shipped templates use. */
const RESERVED_IDS = [
  'title',
  'contents',
  'key-figures',
  'notes',
  'footnote-label',
  'corrections',
  'sources',
  'how-we-know',
  'claim-record',
  'queries',
  'attached',
];

/** Takes what the story knows of the next showing of a node. */
export function takeMedia(node: ShownNode, { media }: PageContext): StoryMedia {
  const times = media.get(node);
  const next = times && times.length > 1 ? times.shift() : times?.[0];
  if (!next) throw new Error(`The story does not list the ${kindOf(node)} ${node.name ?? ''}`);
  return next;
}

function pairMedia(story: Story): ReadonlyMap<ShownNode, StoryMedia[]> {
  const open = [...story.media];
  const pairs = new Map<ShownNode, StoryMedia[]>();
  for (const node of shownNodes(story.body)) {
    const same = (media: StoryMedia): boolean => media.kind === kindOf(node) && media.name === (node.name ?? '');
    const exact = open.findIndex((media) => same(media) && media.span.start === node.span.start);
    const index = exact >= 0 ? exact : open.findIndex(same);
    const [found] = index >= 0 ? open.splice(index, 1) : [story.media.find(same)];
    if (!found) throw new Error(`The story does not list the ${kindOf(node)} ${node.name ?? ''} of its body`);
    const times = pairs.get(node);
    if (times) times.push(found);
    else pairs.set(node, [found]);
  }
  return pairs;
}

function kindOf(node: ShownNode): StoryMedia['kind'] {
  return node.type === 'media' ? node.kind : 'table';
}

function shownNodes(nodes: readonly RootContent[]): readonly ShownNode[] {
  return nodes.flatMap((node): readonly ShownNode[] => {
    if (node.type === 'media') return [node];
    if (node.type === 'tableFigure') return [node, ...shownNodes(node.children)];
    return 'children' in node ? shownNodes(node.children) : [];
  });
}
