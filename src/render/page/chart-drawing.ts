import type { ElementContent } from 'hast';
import { messageAt } from '../../diagnostic/create-message.js';
import type { MediaNode } from '../../model/draft.js';
import { takeId } from './heading-id.js';
import type { PageContext } from './page-context.js';

/**
 * A chart's drawing. On a screen's page it is made of elements that take the page's colours, with another for phones, of
 * which the page's style shows one at a time; no id is there twice, however often a chart is shown. On paper it is one
 * image, so that the PDF's tag holds the drawing and not its caption alone.
 */
export function chartDrawing(node: MediaNode, alt: string, context: PageContext): ElementContent[] | undefined {
  const picture = context.pictures.get(node.name);
  if (!picture) {
    const reason = `Unexpected ${node.kind} \`${node.name}\` without a drawing`;
    context.messages.push(messageAt(context.draft.source, node.nameSpan, 'chart-unknown', reason));
    return undefined;
  }
  const { inline, narrow, paper } = picture;
  if (!context.screen) return [imageOf(paper, alt)];
  if (narrow === undefined) return [drawing(inline, undefined, context)];
  return [drawing(inline, 'wide', context), drawing(narrow, 'narrow', context)];
}

function imageOf(svg: string, alt: string): ElementContent {
  const src = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return { type: 'element', tagName: 'img', properties: { src, alt }, children: [] };
}

function drawing(svg: string, className: string | undefined, context: PageContext): ElementContent {
  const attributes = `${className === undefined ? '' : ` class="${className}"`} aria-hidden="true" focusable="false"`;
  return { type: 'raw', value: ownIds(svg, context).replace(/^\s*<svg\b/, `<svg${attributes}`) };
}

/** Gives a drawing ids that nothing on the page has yet, and lets its references follow. */
function ownIds(svg: string, { ids }: PageContext): string {
  const taken = new Map<string, string>();
  for (const [, id = ''] of svg.matchAll(/<[^>]*?\sid="([^"]*)"/g)) taken.set(id, takeId(id, ids));
  const nameOf = (id: string): string => taken.get(id) ?? id;
  return svg.replace(/<[^>]+>/g, (tag) =>
    tag
      .replace(/(\sid=")([^"]*)"/g, (_, before: string, id: string) => `${before}${nameOf(id)}"`)
      .replace(/(url\(#)([^)]*)\)/g, (_, before: string, id: string) => `${before}${nameOf(id)})`),
  );
}
