import { Blob, Buffer as ShapeBuffer, Face, Font, shape } from 'harfbuzzjs';
import { scriptRuns } from './arabic-in.js';
import { ARABIC_FAMILY, fontFor, readFont } from './font-files.js';
import { openOwnFont, type OpenFont, type OwnFonts } from './own-fonts.js';

/** The width of a line of text in CSS pixels, as a browser sets it in the charts' fonts, or in those of a project before them. */
export function measureText(text: string, weight: number, size: number, fonts?: OwnFonts): number {
  const bold = weight > 500;
  const own = openOwnFont(fonts, bold);
  const key = `${own?.key ?? ''}${bold ? 'b' : 'r'}${text}`;
  let ems = widths.get(key);
  if (ems === undefined) {
    ems = shapedWidth(text, bold, own);
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
const bundled = new Map<string, Measured>();

interface Measured {
  readonly font: Font;
  readonly upem: number;
}

function shapedWidth(text: string, bold: boolean, own: OpenFont | undefined): number {
  let width = 0;
  for (const run of scriptRuns(text))
    for (const part of own ? ownRuns(run.text, own) : [{ text: run.text, isOwn: false }])
      width += runWidth(part.text, part.isOwn && own ? own : openBundled(run.isArabic, bold));
  return width;
}

/** Parts a text into what a font has the letters for and what it has not. */
function ownRuns(text: string, { has }: OpenFont): { readonly text: string; readonly isOwn: boolean }[] {
  const runs: { text: string; isOwn: boolean }[] = [];
  for (const character of text) {
    const isOwn = has.has(character.codePointAt(0) ?? 0);
    const last = runs.at(-1);
    if (last?.isOwn === isOwn) last.text += character;
    else runs.push({ text: character, isOwn });
  }
  return runs;
}

/** Each run is shaped by itself, as it is painted; in which order they stand makes no difference. */
function runWidth(text: string, { font, upem }: Measured): number {
  const buffer = new ShapeBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  return buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0) / upem;
}

function openBundled(isArabic: boolean, bold: boolean): Measured {
  const file = fontFor(isArabic ? ARABIC_FAMILY : 'Threadwright Sans', bold ? 600 : 400);
  const known = bundled.get(file.file);
  if (known) return known;
  const face = new Face(new Blob(Uint8Array.from(readFont(file))));
  const opened = { font: new Font(face), upem: face.upem };
  bundled.set(file.file, opened);
  return opened;
}
