import { readFileSync, statSync } from 'node:fs';
import { Blob, Face, Font } from 'harfbuzzjs';
import type { Theme } from '../model/theme.js';

/** A font of the project's that the words of charts, table pictures and cards are set in. */
export interface OwnFont {
  readonly weight: 400 | 600;
  /** Absolute. */
  readonly path: string;
}

/** `undefined` where they are set in the bundled one. */
export type OwnFonts = readonly OwnFont[] | undefined;

/** What pages call the family. */
export const OWN_FAMILY = 'Theme heads';

/** The theme's fonts for drawings: those of its heads, which charts share with captions and tables. */
export function ownFonts(theme: Theme | undefined): OwnFonts {
  const upright = (theme?.fonts ?? []).filter(({ use, style }) => use === 'heads' && style === 'normal');
  return upright.length === 0 ? undefined : upright.map(({ weight, path }) => ({ weight, path }));
}

/** A font that is open to be measured and looked into. */
export interface OpenFont {
  readonly font: Font;
  readonly upem: number;
  readonly has: ReadonlySet<number>;
  readonly bytes: Buffer;
  /** As programs know it. */
  readonly family: string;
  /** One for each content. */
  readonly key: string;
}

/** Opens the project's font for a weight; `undefined` without any. */
export function openOwnFont(fonts: OwnFonts, isBold: boolean): OpenFont | undefined {
  const font = fonts?.find(({ weight }) => weight === (isBold ? 600 : 400)) ?? fonts?.[0];
  if (!font) return undefined;
  // Looked at once for each build: the next may find another file
  const before = looked.get(font);
  if (before) return before;
  const found = open(font.path);
  looked.set(font, found);
  return found;
}

const looked = new WeakMap<OwnFont, OpenFont>();

const opened = new Map<string, OpenFont>();

function open(path: string): OpenFont {
  const { mtimeMs, size } = statSync(path);
  const key = `${path} ${mtimeMs.toString()} ${size.toString()}`;
  const before = opened.get(key);
  if (before) return before;
  const bytes = readFileSync(path);
  const face = new Face(new Blob(Uint8Array.from(bytes)));
  const has = new Set(face.collectUnicodes());
  const font = { font: new Font(face), upem: face.upem, has, bytes, family: familyOf(bytes), key };
  opened.set(key, font);
  return font;
}

/** The family in a font's table of names (OpenType, `name`): the typographic one, else the first. */
function familyOf(bytes: Buffer): string {
  const names = new Map<number, string>();
  for (let table = 12; table + 16 <= bytes.length && table < 12 + 16 * bytes.readUInt16BE(4); table += 16) {
    if (bytes.toString('latin1', table, table + 4) !== 'name') continue;
    const start = bytes.readUInt32BE(table + 8);
    const texts = start + bytes.readUInt16BE(start + 4);
    for (let index = 0; index < bytes.readUInt16BE(start + 2); index += 1) {
      const at = start + 6 + 12 * index;
      const id = bytes.readUInt16BE(at + 6);
      // Windows, Unicode: UTF-16, in the order of the font's own
      if (bytes.readUInt16BE(at) !== 3 || names.has(id)) continue;
      const begin = texts + bytes.readUInt16BE(at + 10);
      const text = Buffer.from(bytes.subarray(begin, begin + bytes.readUInt16BE(at + 8)));
      names.set(id, text.swap16().toString('utf16le'));
    }
  }
  return names.get(16) ?? names.get(1) ?? '';
}
