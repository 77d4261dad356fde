import type { Picture } from '../model/picture.js';
import { chartFontFaces } from './fonts.js';
import type { DrawAnswer } from './protocol.js';
import { CHART_FAMILY, ROLES, SIZE } from './theme.js';

/** Makes a picture's two versions of one drawing: for a page, and for a file. */
export async function makePicture(name: string, drawn: Extract<DrawAnswer, { kind: 'drawn' }>): Promise<Picture> {
  const { body, width, height, text } = drawn;
  const style = `font-family="${CHART_FAMILY}, sans-serif" text-rendering="geometricPrecision"`;
  const inline = `<svg xmlns="${SVG}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${style}>${asVariables(body)}</svg>`;

  // A picture that is posted has no page around it to give it a margin.
  const { margin } = SIZE;
  const [outerWidth, outerHeight] = [width + 2 * margin, height + 2 * margin];
  const box = `${-margin} ${-margin} ${outerWidth} ${outerHeight}`;
  const paper = `<rect x="${-margin}" y="${-margin}" width="${outerWidth}" height="${outerHeight}" fill="${ROLES.background}"/>`;
  const fonts = `<style>${await chartFontFaces(text)}</style>`;
  const file = `<svg xmlns="${SVG}" width="${outerWidth}" height="${outerHeight}" viewBox="${box}" ${style}>${fonts}${paper}${body}</svg>\n`;
  return { name, inline, file, width, height };
}

const SVG = 'http://www.w3.org/2000/svg';

/** Lets the page say what each colour of the theme is; a page that says nothing gets the same picture. */
function asVariables(svg: string): string {
  return svg.replace(/<[^>]+>/g, (tag) =>
    tag.replace(/ (fill|stroke|stop-color)="(#[0-9a-f]{6})"/gi, (whole, attribute: string, hex: string) => {
      const role = ROLE_OF.get(hex.toLowerCase());
      return role === undefined ? whole : ` ${attribute}="var(--chart-${role}, ${hex})"`;
    }),
  );
}

const ROLE_OF: ReadonlyMap<string, string> = new Map(Object.entries(ROLES).map(([role, hex]) => [hex, role]));
