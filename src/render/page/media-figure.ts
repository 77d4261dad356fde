import type { ElementContent } from 'hast';
import { messageAt } from '../../diagnostic/create-message.js';
import type { MediaNode } from '../../model/draft.js';
import type { StoryMedia } from '../../model/story.js';
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
  const picture = node.kind === 'file' ? imageElement(node, media, context) : drawing(node, context);
  if (!picture) return undefined;
  const isFile = node.kind === 'file';
  const label = plainText(media.alt) || plainText(media.caption ?? []) || node.name;
  const properties = {
    className: [node.kind],
    id: figureId(node.name, context),
    // One figure with one description: charts are drawn of marks that mean nothing one by one.
    ...(isFile ? {} : { role: 'figure', ariaLabel: label }),
  };
  const text = isFile ? fileCaption(node, caption, context) : numberedCaption(media, caption);
  const captions = text.length > 0 ? [createSlot('figcaption', {}, text)] : [];
  return createSlot('figure', properties, captions, [picture]);
}

function drawing(node: MediaNode, context: PageContext): ElementContent | undefined {
  const picture = context.pictures.get(node.name);
  if (!picture) {
    const reason = `Unexpected ${node.kind} \`${node.name}\` without a drawing`;
    context.messages.push(messageAt(context.draft.source, node.nameSpan, 'chart-unknown', reason));
    return undefined;
  }
  return { type: 'raw', value: picture.inline.replace(/^\s*<svg\b/, '<svg aria-hidden="true" focusable="false"') };
}

function imageElement(node: MediaNode, media: StoryMedia, context: PageContext): ElementContent | undefined {
  const source = context.images.get(node.name);
  if (!source?.startsWith('data:image/')) {
    const reason = `Unexpected image \`${node.name}\`, expected a file that was read`;
    context.messages.push(messageAt(context.draft.source, node.nameSpan, 'image-missing', reason));
    return undefined;
  }
  const properties = { src: source, alt: plainText(media.alt) };
  return { type: 'element', tagName: 'img', properties, children: [] };
}

function fileCaption(node: MediaNode, caption: ElementContent[], context: PageContext): ElementContent[] {
  const { credit, licence } = context.draft.frontMatter.images.get(node.name) ?? {};
  const words = [credit, licence].filter((word) => word !== undefined).join(', ');
  if (!words) return caption;
  const line = createSlot('span', { className: ['credit'] }, [{ type: 'text', value: words }]);
  return caption.length > 0 ? [...caption, { type: 'text', value: ' ' }, line] : [line];
}
