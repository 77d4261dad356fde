import type { Element, ElementContent } from 'hast';
import type { TableFigureNode } from '../../model/draft.js';
import type { StoryMedia } from '../../model/story.js';
import { figureId, numberedCaption } from './figure-caption.js';
import { takeId } from './heading-id.js';
import type { PageContext } from './page-context.js';
import { createSlot, type Slot } from './slot.js';
import { tableElement } from './table-element.js';

/**
 * A numbered table with its caption above it, named by that caption. No `figure`: in a PDF that would be a picture
 * without a description.
 */
export function tableFigure(
  node: TableFigureNode,
  media: StoryMedia,
  parts: { readonly table: Element; readonly caption: readonly ElementContent[] },
  context: PageContext,
): Slot {
  const id = node.name === undefined ? takeId(`table-${media.number}`, context.ids) : figureId(node.name, context);
  const captionId = takeId(`${id}-caption`, context.ids);
  const caption = createSlot('p', { className: ['caption'], id: captionId }, numberedCaption(media, parts.caption));
  const className = node.landscape ? ['table', 'landscape'] : ['table'];
  return createSlot('div', { className, id }, [caption, tableElement(parts.table, captionId)]);
}
