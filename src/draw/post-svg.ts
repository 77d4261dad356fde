import { arabicIn } from './arabic-in.js';
import { ARABIC_FAMILY } from './font-files.js';
import type { Sheet } from './protocol.js';
import { POST_MARGIN } from './shapes.js';
import { CHART_FAMILY, ROLES } from './theme.js';

/** What a drawing's root says of its texts. */
export function rootStyle(text: string): string {
  const family = arabicIn(text) === '' ? CHART_FAMILY : `${CHART_FAMILY}, ${ARABIC_FAMILY}`;
  return `xmlns="http://www.w3.org/2000/svg" font-family="${family}, sans-serif" text-rendering="geometricPrecision"`;
}

/** A drawing as a picture that stands alone: on white paper, with a margin. */
export function postSvg({ body, width, height, text }: Sheet, fontFaces: string): string {
  const outerWidth = width + 2 * POST_MARGIN;
  const outerHeight = height + 2 * POST_MARGIN;
  const box = `${-POST_MARGIN} ${-POST_MARGIN} ${outerWidth} ${outerHeight}`;
  const paper = `<rect x="${-POST_MARGIN}" y="${-POST_MARGIN}" width="${outerWidth}" height="${outerHeight}" fill="${ROLES.background}"/>`;
  const style = fontFaces && `<style>${fontFaces}</style>`;
  return `<svg ${rootStyle(text)} width="${outerWidth}" height="${outerHeight}" viewBox="${box}">${style}${paper}${body}</svg>\n`;
}
