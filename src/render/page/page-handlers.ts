import type { ElementContent } from 'hast';
import type { Handlers } from 'mdast-util-to-hast';
import { defaultHandlers, type State } from 'mdast-util-to-hast';
import type {
  Heading,
  Image,
  ImageReference,
  Link,
  LinkReference,
  Paragraph,
  PhrasingContent,
  Table,
  Text,
} from 'mdast';
import { messageAt } from '../../diagnostic/create-message.js';
import type { ClaimNode, FigureNode, MediaNode, TableFigureNode } from '../../model/draft.js';
import type { Rich } from '../../model/story.js';
import { dataTable } from './data-table.js';
import { fitTable } from './fit-table.js';
import { headingId } from './heading-id.js';
import { mediaFigure } from './media-figure.js';
import { takeMedia, type PageContext } from './page-context.js';
import { figureText, plainText } from './plain-text.js';
import { plainHashtags } from './plain-hashtags.js';
import { refuseAddress, spanOf } from './refuse-address.js';
import { createSlot, type Slot } from './slot.js';
import { tableElement } from './table-element.js';
import { tableFigure } from './table-figure.js';

/** How the nodes of a story become HTML. */
export function pageHandlers(context: PageContext): Handlers {
  return {
    text: (state: State, node: Text) => defaultHandlers.text(state, { ...node, value: plainHashtags(node.value) }),
    figure: (_: State, node: FigureNode) => figureElement(node),
    claim: (state: State, node: ClaimNode) =>
      createSlot('span', { dataCheck: node.id ?? '' }, state.all(claimAsParent(node))),
    link: (state: State, node: Link) => {
      const element = defaultHandlers.link(state, node);
      refuseAddress(element, spanOf(node), context);
      return element;
    },
    linkReference: (state: State, node: LinkReference) => {
      const made = defaultHandlers.linkReference(state, node);
      if (!Array.isArray(made) && made.type === 'element') refuseAddress(made, spanOf(node), context);
      return made;
    },
    heading: (state: State, node: Heading, parent) => {
      // The page's title is its only first-level heading.
      const depth = node.depth === 1 ? 2 : node.depth;
      const element = defaultHandlers.heading(state, { ...node, depth });
      const id = headingId(node, context.ids);
      if (parent?.type === 'root') context.headings.push({ id, depth, text: plainText(node.children) });
      return { ...element, properties: { ...element.properties, id } };
    },
    paragraph: (state: State, node: Paragraph) => paragraphElements(state, node),
    media: (state: State, node: MediaNode) => {
      const media = takeMedia(node, context);
      const table = node.kind === 'table' ? context.tables.get(node.name) : undefined;
      const rich = (words: Rich = []): ElementContent[] => state.all({ type: 'paragraph', children: [...words] });
      const caption = rich(media.caption);
      return table ? dataTable(table, media, { caption, rich }, context) : mediaFigure(node, media, caption, context);
    },
    table: (state: State, node: Table) =>
      tableElement(fitTable(defaultHandlers.table(state, node), { span: spanOf(node), landscape: false }, context)),
    tableFigure: (state: State, node: TableFigureNode) => {
      const media = takeMedia(node, context);
      const caption = media.caption ? state.all({ type: 'paragraph', children: [...media.caption] }) : [];
      const table = node.children.find((child) => child.type === 'table');
      if (!table) return undefined;
      const made = fitTable(defaultHandlers.table(state, table), node, context);
      const element = (captionId: string): Slot => tableElement(made, captionId);
      return tableFigure(node, media, { caption, table: element }, context);
    },
    image: (_: State, node: Image) => {
      reportImage(node, node.url, context);
      return undefined;
    },
    imageReference: (_: State, node: ImageReference) => {
      reportImage(node, node.identifier, context);
      return undefined;
    },
    post: () => undefined,
    thematicBreak: () => undefined,
    tag: unexpected,
    block: unexpected,
  };
}

function figureElement(node: FigureNode): ElementContent {
  const text: ElementContent = { type: 'text', value: figureText(node) };
  const dataFigure = node.id;
  const { kind, value } = node.machine;
  return kind === 'date'
    ? createSlot('time', { dateTime: value, dataFigure }, [text])
    : createSlot('data', { value, dataFigure }, [text]);
}

/** The words around a chart or image become paragraphs, because a figure cannot stand in one. */
function paragraphElements(state: State, node: Paragraph): ElementContent[] {
  const elements: ElementContent[] = [];
  let words: PhrasingContent[] = [];
  const flush = (): void => {
    if (words.some((word) => word.type !== 'break' && !(word.type === 'text' && word.value.trim() === ''))) {
      elements.push(defaultHandlers.paragraph(state, { ...node, children: trimBreaks(words) }));
    }
    words = [];
  };
  for (const child of node.children) {
    if (child.type === 'media') {
      flush();
      const figure = state.one(child, node);
      if (figure) elements.push(...(Array.isArray(figure) ? figure : [figure]));
    } else {
      words.push(child);
    }
  }
  flush();
  return elements;
}

function trimBreaks(words: readonly PhrasingContent[]): PhrasingContent[] {
  const solid = (word: PhrasingContent): boolean => word.type !== 'break';
  return words.slice(words.findIndex(solid), words.findLastIndex(solid) + 1);
}

/** A claim's words, in a node that the library knows how to walk. */
function claimAsParent(node: ClaimNode): Paragraph {
  return { type: 'paragraph', children: node.children };
}

function reportImage(node: Image | ImageReference, address: string, context: PageContext): void {
  const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  const reason = `Unexpected image \`${address}\`, expected a file of the project`;
  context.messages.push(messageAt(context.draft.source, span, 'image-missing', reason));
}

function unexpected(_: State, node: { readonly type: string }): never {
  throw new Error(`A story holds a ${node.type} that was not filled`);
}
