import { Blob, Face } from 'harfbuzzjs';
import { arabicIn } from './arabic-in.js';
import { ARABIC_FAMILY, BUNDLED_FONTS, readFont, type BundledFont } from './font-files.js';
import type { ThemeFont } from '../model/theme.js';
import { openOwnFont, OWN_FAMILY, type OwnFonts } from './own-fonts.js';
import { subsetOf, type FontSource } from './subset-of.js';

/** The `@font-face` rules of the bundled fonts (of a family) for the characters of a page, the fonts in them as `data:` URLs. */
export function fontFaces(characters: string, family?: BundledFont['family']): Promise<string> {
  return facesOf(fontsOf(family), characters, 'page');
}

/** The same with a theme's fonts before them: of the bundled ones, only the letters are kept that the theme's lack. */
export function facesWith(theme: readonly ThemeFont[]): typeof fontFaces {
  if (theme.length === 0) return fontFaces;
  return async (characters, only) => {
    const rules: string[] = [];
    for (const { use, weight, style, file, bytes } of theme) {
      const url = await dataUrl({ file, bytes: Buffer.from(bytes) }, characters, 'page');
      rules.push(faceRule(`Theme ${use}`, { weight, style }, url));
    }
    const lacked = (use: ThemeFont['use']): string => {
      const font = theme.find((one) => one.use === use);
      return font ? without(characters, coverageOf(font.bytes)) : characters;
    };
    const families = [
      { family: 'Threadwright Serif', kept: lacked('text') },
      { family: 'Threadwright Sans', kept: lacked('heads') },
      { family: ARABIC_FAMILY, kept: characters },
    ];
    for (const { family, kept } of families) {
      const fonts = kept.trim() === '' ? [] : fontsOf(only).filter((font) => font.family === family);
      rules.push(await facesOf(fonts, kept, 'page'));
    }
    return rules.join('\n');
  };
}

/** The `@font-face` rules that a chart's file needs. */
export async function chartFontFaces(characters: string, fonts?: OwnFonts): Promise<string> {
  if (!fonts) return facesOf(fontsOf('Threadwright Sans'), characters, 'plain');
  const rules: string[] = [];
  for (const { weight, path } of fonts) {
    const opened = openOwnFont(fonts, weight === 600);
    const url = await dataUrl({ file: path, bytes: opened?.bytes }, characters, 'plain');
    rules.push(faceRule(OWN_FAMILY, { weight, style: 'normal' }, url));
  }
  const lacked = without(characters, openOwnFont(fonts, false)?.has ?? new Set());
  if (lacked.trim() !== '') rules.push(await facesOf(fontsOf('Threadwright Sans'), lacked, 'plain'));
  return rules.join('\n');
}

function without(characters: string, has: ReadonlySet<number>): string {
  return Array.from(characters)
    .filter((one) => !has.has(one.codePointAt(0) ?? 0))
    .join('');
}

function coverageOf(bytes: Uint8Array): ReadonlySet<number> {
  return new Set(new Face(new Blob(Uint8Array.from(bytes))).collectUnicodes());
}

/** Those of a family, and the Arabic one, which goes with every other. */
function fontsOf(family: BundledFont['family'] | undefined): readonly BundledFont[] {
  return BUNDLED_FONTS.filter((font) => family === undefined || font.family === family || isArabic(font));
}

/** The characters that none of the bundled fonts (of a family) has, nor one of the project's, each once; readers see another font's, or a box. */
export function missingCharacters(
  characters: string,
  family?: BundledFont['family'],
  own?: OwnFonts,
): readonly string[] {
  const has = coverage(family);
  const lacked = [...new Set(characters.normalize('NFC'))].filter(
    (character) => !INVISIBLE.test(character) && !has.has(character.codePointAt(0) ?? 0),
  );
  if (lacked.length === 0 || !own) return lacked;
  const house = openOwnFont(own, false)?.has;
  return lacked.filter((character) => house?.has(character.codePointAt(0) ?? 0) !== true);
}

/** Controls, spaces, joiners and variation selectors print nothing of their own. */
const INVISIBLE = /[\p{Control}\p{Format}\p{White_Space}\p{Variation_Selector}\p{Surrogate}]/u;

async function facesOf(fonts: readonly BundledFont[], characters: string, use: 'page' | 'plain'): Promise<string> {
  const rules: string[] = [];
  const arabic = arabicIn(characters);
  for (const font of fonts) {
    const { family, style, weight } = font;
    if (isArabic(font) && arabic === '') continue;
    rules.push(faceRule(family, { style, weight }, await dataUrl(font, isArabic(font) ? arabic : characters, use)));
  }
  return rules.join('\n');
}

function isArabic({ family }: BundledFont): boolean {
  return family === ARABIC_FAMILY;
}

async function dataUrl(font: FontSource, characters: string, use: 'page' | 'plain'): Promise<string> {
  return `data:font/woff2;base64,${(await subsetOf(font, characters, use)).toString('base64')}`;
}

function faceRule(family: string, { style, weight }: Pick<ThemeFont, 'style' | 'weight'>, url: string): string {
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight.toString()};src:url(${url}) format("woff2")}`;
}

const coverages = new Map<BundledFont['family'] | undefined, ReadonlySet<number>>();

function coverage(family: BundledFont['family'] | undefined): ReadonlySet<number> {
  const known = coverages.get(family);
  if (known) return known;
  const covered = new Set(
    fontsOf(family).flatMap((font) => [...new Face(new Blob(Uint8Array.from(readFont(font)))).collectUnicodes()]),
  );
  coverages.set(family, covered);
  return covered;
}
