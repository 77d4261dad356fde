import type { ElementContent } from 'hast';
import { inHouse, localePack } from '../../figure/locale-pack.js';
import type { StoryMedia } from '../../model/story.js';
import { takeId } from './heading-id.js';
import type { PageContext } from './page-context.js';
import { createSlot } from './slot.js';

/** `Figure 2. Boats by harbour`: the number that `{{ref}}` prints, then the caption. */
export function numberedCaption(
  { kind, number }: StoryMedia,
  caption: readonly ElementContent[],
  { draft: { frontMatter }, screen }: PageContext,
): ElementContent[] {
  const { lang, styles } = frontMatter;
  const { phrases } = inHouse(localePack(lang), styles[screen ? 'brief' : 'report']);
  const name = phrases.numbered(kind === 'table' ? 'table' : 'chart', number);
  const label = createSlot('span', { className: ['label'] }, [
    { type: 'text', value: caption.length > 0 ? `${name}.` : name },
  ]);
  return caption.length > 0 ? [label, { type: 'text', value: ' ' }, ...caption] : [label];
}

/** The id of a chart, table or file of this name, free on its page. */
export function figureId(name: string, { ids }: PageContext): string {
  return takeId(`figure-${name.replace(/[^\p{L}\p{N}_.-]+/gu, '-')}`, ids);
}
