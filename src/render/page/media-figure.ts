import type { ElementContent, Properties } from 'hast';
import { messageAt } from '../../diagnostic/create-message.js';
import type { MediaNode } from '../../model/draft.js';
import type { StoryMedia } from '../../model/story.js';
import { chartDrawing } from './chart-drawing.js';
import { figuresIn } from './figures-in.js';
import { figureId, numberedCaption } from './figure-caption.js';
import type { PageContext } from './page-context.js';
import { plainText } from './plain-text.js';
import { createSlot, type Slot } from './slot.js';

/** A chart, table or image file with its caption; `undefined` with a message when there is nothing to show. */
export function mediaFigure(
  node: MediaNode,
  media: StoryMedia,
  caption: ElementContent[],
  context: PageContext,
): Slot | undefined {
  const isFile = node.kind === 'file';
  const label = plainText(media.alt) || plainText(media.caption ?? []) || node.name;
  const shown = isFile ? imageElement(node, media, context) : chartDrawing(node, label, context);
  if (!shown) return undefined;
  const properties = {
    className: [node.kind],
    id: figureId(node.name, context),
    ...naming(isFile, label, context),
    ...unseenFigures(node, media, context),
  };
  const text = isFile ? fileCaption(node, caption, context) : chartCaption(node, media, caption, context);
  const captions = text.length > 0 ? [createSlot('figcaption', {}, text)] : [];
  return createSlot('figure', properties, captions, [...headline(node, caption, context), ...shown]);
}

/** Figures in a description, or drawn into a chart, where no element of their own can stand. */
function unseenFigures({ kind, name }: MediaNode, { alt }: StoryMedia, { chartFigures }: PageContext): Properties {
  const drawn = kind === 'chart' ? (chartFigures.get(name) ?? []) : [];
  const ids = [...new Set([...figuresIn(alt), ...drawn])];
  return ids.length === 0 ? {} : { dataFigures: ids.join(' ') };
}

/** One figure with one description: a PDF takes the image for it, a page the element around marks that mean nothing alone. */
function naming(isFile: boolean, ariaLabel: string, { screen }: PageContext): Properties {
  if (!screen) return { role: 'group' };
  return isFile ? {} : { role: 'figure', ariaLabel };
}

function imageElement(node: MediaNode, media: StoryMedia, context: PageContext): ElementContent[] | undefined {
  const source = context.images.get(node.name);
  if (!source?.startsWith('data:image/')) {
    const reason = `Unexpected image \`${node.name}\`, expected a file that was read`;
    context.messages.push(messageAt(context.draft.source, node.nameSpan, 'image-missing', reason));
    return undefined;
  }
  const properties = { src: source, alt: plainText(media.alt) };
  return [{ type: 'element', tagName: 'img', properties, children: [] }];
}

/** A chart stands under what it shows, as in a post's picture; what it counts is told once, by the caption if it has one. */
function headline(node: MediaNode, caption: ElementContent[], { pictures }: PageContext): ElementContent[] {
  const { title = '', subtitle = '' } = pictures.get(node.name)?.words ?? {};
  if (node.kind === 'file') return [];
  const lines = [
    ['finding', title],
    ['subtitle', caption.length > 0 ? '' : subtitle],
  ] as const;
  return lines
    .filter(([, words]) => words !== '')
    .map(([name, words]) => ({
      type: 'element',
      tagName: 'p',
      properties: { className: [name] },
      children: [plain(words)],
    }));
}

/** A chart's number and caption, then where the data comes from. */
function chartCaption(
  node: MediaNode,
  media: StoryMedia,
  caption: ElementContent[],
  context: PageContext,
): ElementContent[] {
  const { source } = context.pictures.get(node.name)?.words ?? {};
  const line = source === undefined ? [] : [plain(' '), createSlot('span', { className: ['source'] }, [plain(source)])];
  return [...numberedCaption(media, caption, context), ...line];
}

function plain(value: string): ElementContent {
  return { type: 'text', value };
}

function fileCaption(node: MediaNode, caption: ElementContent[], context: PageContext): ElementContent[] {
  const { credit, licence } = context.draft.frontMatter.images.get(node.name) ?? {};
  const words = [credit, licence].filter((word) => word !== undefined).join(', ');
  if (!words) return caption;
  const line = createSlot('span', { className: ['credit'] }, [{ type: 'text', value: words }]);
  return caption.length > 0 ? [...caption, { type: 'text', value: ' ' }, line] : [line];
}
