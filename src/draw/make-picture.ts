import type { Picture } from '../model/picture.js';
import { asVariables } from './as-variables.js';
import { chartFontFaces } from './fonts.js';
import { repaint, type Colours } from './repaint.js';
import { postSvg, rootStyle } from './post-svg.js';
import type { DrawAnswer, Sheet } from './protocol.js';

/** Makes a picture of a chart's drawings: for pages, whose style says what its colours are, and for paper and files. */
export async function makePicture(
  name: string,
  drawn: Extract<DrawAnswer, { kind: 'drawn' }>,
  colours?: Colours,
): Promise<Picture> {
  const { words, page, phone, post, png, pixels } = drawn;
  return {
    name,
    words,
    inline: inlineSvg(page),
    paper: repaint(sheetSvg(page, await chartFontFaces(page.text)), colours),
    narrow: phone && inlineSvg(phone),
    width: page.width,
    height: page.height,
    file: repaint(postSvg(post, await chartFontFaces(post.text)), colours),
    png: Buffer.from(png, 'base64'),
    pixels,
  };
}

function inlineSvg(sheet: Sheet): string {
  return sheetSvg({ ...sheet, body: asVariables(sheet.body) }, '');
}

function sheetSvg({ body, width, height, text }: Sheet, fontFaces: string): string {
  const style = fontFaces && `<style>${fontFaces}</style>`;
  return `<svg ${rootStyle(text)} width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${style}${body}</svg>`;
}
