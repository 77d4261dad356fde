import { Blob, Buffer as ShapeBuffer, Face, Font, shape } from 'harfbuzzjs';
import { fontFor, readFont } from './font-files.js';

/** The width of a line of text in CSS pixels, as a browser sets it in the charts' font. */
export function measureText(text: string, weight: number, size: number): number {
  const bold = weight > 500;
  const key = `${bold ? 'b' : 'r'}${text}`;
  let ems = widths.get(key);
  if (ems === undefined) {
    ems = shapedWidth(text, bold);
    if (widths.size >= MOST_KEPT) widths.clear();
    widths.set(key, ems);
  }
  return ems * size;
}

/** Reads a CSS font weight: a number, `bold`, or nothing. */
export function readWeight(weight: unknown): number {
  if (typeof weight === 'number') return weight;
  if (weight === 'bold' || weight === 'bolder') return 700;
  const number = Number(weight);
  return Number.isFinite(number) && number > 0 ? number : 400;
}

const MOST_KEPT = 20_000;
const widths = new Map<string, number>();
const fonts = new Map<boolean, { font: Font; upem: number }>();

function shapedWidth(text: string, bold: boolean): number {
  const { font, upem } = openFont(bold);
  const buffer = new ShapeBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  return buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0) / upem;
}

function openFont(bold: boolean): { font: Font; upem: number } {
  const known = fonts.get(bold);
  if (known) return known;
  const face = new Face(new Blob(Uint8Array.from(readFont(fontFor('Threadwright Sans', bold ? 600 : 400)))));
  const opened = { font: new Font(face), upem: face.upem };
  fonts.set(bold, opened);
  return opened;
}
