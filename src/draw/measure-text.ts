import { Blob, Buffer as ShapeBuffer, Face, Font, shape } from 'harfbuzzjs';
import { scriptRuns } from './arabic-in.js';
import { ARABIC_FAMILY, fontFor, readFont } from './font-files.js';

/** The width of a line of text in CSS pixels, as a browser sets it in the charts' fonts. */
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
const fonts = new Map<string, { font: Font; upem: number }>();

function shapedWidth(text: string, bold: boolean): number {
  return scriptRuns(text).reduce((sum, run) => sum + runWidth(run.text, openFont(run.isArabic, bold)), 0);
}

/** Each run is shaped by itself, as it is painted; in which order they stand makes no difference. */
function runWidth(text: string, { font, upem }: { font: Font; upem: number }): number {
  const buffer = new ShapeBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  return buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0) / upem;
}

function openFont(isArabic: boolean, bold: boolean): { font: Font; upem: number } {
  const file = fontFor(isArabic ? ARABIC_FAMILY : 'Threadwright Sans', bold ? 600 : 400);
  const known = fonts.get(file.file);
  if (known) return known;
  const face = new Face(new Blob(Uint8Array.from(readFont(file))));
  const opened = { font: new Font(face), upem: face.upem };
  fonts.set(file.file, opened);
  return opened;
}
