import { arabicIn } from './arabic-in.js';
import { ARABIC_FAMILY } from './font-files.js';
import { OWN_FAMILY, type OwnFonts } from './own-fonts.js';
import type { Sheet } from './protocol.js';
import { POST_MARGIN } from './shapes.js';
import { CHART_FAMILY, ROLES } from './theme.js';

/** What a drawing's root says of its texts. */
export function rootStyle(text: string, fonts: OwnFonts): string {
  const families = [...(fonts ? [OWN_FAMILY] : []), CHART_FAMILY, ...(arabicIn(text) === '' ? [] : [ARABIC_FAMILY])];
  const family = families.join(', ');
  return `xmlns="http://www.w3.org/2000/svg" font-family="${family}, sans-serif" text-rendering="geometricPrecision"`;
}

/** The fonts of a drawing, and the rules that bring them along. */
export interface Dress {
  readonly faces: string;
  readonly fonts: OwnFonts;
}

/** A drawing as a picture that stands alone: on white paper, with a margin. */
export function postSvg({ body, width, height, text }: Sheet, { faces, fonts }: Dress): string {
  const outerWidth = width + 2 * POST_MARGIN;
  const outerHeight = height + 2 * POST_MARGIN;
  const box = `${-POST_MARGIN} ${-POST_MARGIN} ${outerWidth} ${outerHeight}`;
  const paper = `<rect x="${-POST_MARGIN}" y="${-POST_MARGIN}" width="${outerWidth}" height="${outerHeight}" fill="${ROLES.background}"/>`;
  const style = faces && `<style>${faces}</style>`;
  return `<svg ${rootStyle(text, fonts)} width="${outerWidth}" height="${outerHeight}" viewBox="${box}">${style}${paper}${body}</svg>\n`;
}
