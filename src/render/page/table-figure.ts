import type { ElementContent } from 'hast';
import type { StoryMedia } from '../../model/story.js';
import { figuresIn } from './figures-in.js';
import { figureId, numberedCaption } from './figure-caption.js';
import { takeId } from './heading-id.js';
import type { PageContext } from './page-context.js';
import { createSlot, type Slot } from './slot.js';

/** What a numbered table is made of. */
interface TableParts {
  readonly caption: readonly ElementContent[];
  /** Makes the table, named by the element of this id. */
  readonly table: (captionId: string) => Slot;
  /** Lines below it. */
  readonly notes?: readonly Slot[];
}

/**
 * A numbered table with its caption above it, named by that caption. No `figure`: in a PDF that would be a picture
 * without a description.
 */
export function tableFigure(
  { name, landscape }: { readonly name: string | undefined; readonly landscape: boolean },
  media: StoryMedia,
  { caption, table, notes = [] }: TableParts,
  context: PageContext,
): Slot {
  const id = name === undefined ? takeId(`table-${media.number}`, context.ids) : figureId(name, context);
  const captionId = takeId(`${id}-caption`, context.ids);
  const above = createSlot('p', { className: ['caption'], id: captionId }, numberedCaption(media, caption, context));
  const className = landscape ? ['table', 'landscape'] : ['table'];
  // What is described for a post’s picture can be read here
  const described = figuresIn(media.alt);
  const known = described.length === 0 ? {} : { dataFigures: described.join(' ') };
  return createSlot('div', { className, id, ...known }, [above, table(captionId), ...notes]);
}
