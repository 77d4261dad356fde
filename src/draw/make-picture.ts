import type { Picture } from '../model/picture.js';
import { asVariables } from './as-variables.js';
import { chartFontFaces } from './fonts.js';
import type { Look } from './look.js';
import type { OwnFonts } from './own-fonts.js';
import { darkColoursOf, repaint } from './repaint.js';
import { postSvg, rootStyle, type Dress } from './post-svg.js';
import type { DrawAnswer, Sheet } from './protocol.js';

/** Makes a picture of a chart's drawings: for pages, whose style says what its colours are, and for paper and files. */
export async function makePicture(
  name: string,
  drawn: Extract<DrawAnswer, { kind: 'drawn' }>,
  { colours, dark, fonts }: Look = {},
): Promise<Picture> {
  const facesFor = (sheet: Sheet): Promise<string> => chartFontFaces(sheet.text, fonts);
  const { words, page, phone, post, png, pixels } = drawn;
  const file = postSvg(post, { faces: await facesFor(post), fonts });
  return {
    name,
    words,
    inline: inlineSvg(page, fonts),
    paper: repaint(sheetSvg(page, { faces: await facesFor(page), fonts }), colours),
    narrow: phone && inlineSvg(phone, fonts),
    width: page.width,
    height: page.height,
    file: repaint(file, colours),
    dark: repaint(file, dark ?? darkColoursOf(undefined)),
    png: Buffer.from(png, 'base64'),
    pixels,
  };
}

function inlineSvg(sheet: Sheet, fonts: OwnFonts): string {
  return sheetSvg({ ...sheet, body: asVariables(sheet.body) }, { faces: '', fonts });
}

function sheetSvg({ body, width, height, text }: Sheet, { faces, fonts }: Dress): string {
  const style = faces && `<style>${faces}</style>`;
  return `<svg ${rootStyle(text, fonts)} width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${style}${body}</svg>`;
}
