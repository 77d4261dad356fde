import type { Sheet } from './protocol.js';
import { POST_MARGIN } from './shapes.js';
import { CHART_FAMILY, ROLES } from './theme.js';

/** What every drawing's root says of its texts. */
export const ROOT_STYLE = `xmlns="http://www.w3.org/2000/svg" font-family="${CHART_FAMILY}, sans-serif" text-rendering="geometricPrecision"`;

/** A drawing as a picture that stands alone: on white paper, with a margin. */
export function postSvg({ body, width, height }: Sheet, fontFaces: string): string {
  const outerWidth = width + 2 * POST_MARGIN;
  const outerHeight = height + 2 * POST_MARGIN;
  const box = `${-POST_MARGIN} ${-POST_MARGIN} ${outerWidth} ${outerHeight}`;
  const paper = `<rect x="${-POST_MARGIN}" y="${-POST_MARGIN}" width="${outerWidth}" height="${outerHeight}" fill="${ROLES.background}"/>`;
  const style = fontFaces && `<style>${fontFaces}</style>`;
  return `<svg ${ROOT_STYLE} width="${outerWidth}" height="${outerHeight}" viewBox="${box}">${style}${paper}${body}</svg>\n`;
}
