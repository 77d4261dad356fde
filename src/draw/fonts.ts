import { Blob, Face } from 'harfbuzzjs';
import { arabicIn } from './arabic-in.js';
import { ARABIC_FAMILY, BUNDLED_FONTS, readFont, type BundledFont } from './font-files.js';
import type { ThemeFont } from '../model/theme.js';
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
    const [text] = theme.filter(({ use }) => use === 'text');
    const has = text && new Set(new Face(new Blob(Uint8Array.from(text.bytes))).collectUnicodes());
    const serif = has
      ? Array.from(characters)
          .filter((one) => !has.has(one.codePointAt(0) ?? 0))
          .join('')
      : characters;
    // Charts are set in the sans font whatever the theme says: their letters are measured in it
    const families = [
      { family: 'Threadwright Serif', kept: serif },
      { family: 'Threadwright Sans', kept: characters },
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
export function chartFontFaces(characters: string): Promise<string> {
  return facesOf(fontsOf('Threadwright Sans'), characters, 'plain');
}

/** Those of a family, and the Arabic one, which goes with every other. */
function fontsOf(family: BundledFont['family'] | undefined): readonly BundledFont[] {
  return BUNDLED_FONTS.filter((font) => family === undefined || font.family === family || isArabic(font));
}

/** The characters that none of the bundled fonts (of a family) has, each once; readers see another font's, or a box. */
export function missingCharacters(characters: string, family?: BundledFont['family']): readonly string[] {
  const has = coverage(family);
  return [...new Set(characters.normalize('NFC'))].filter(
    (character) => !INVISIBLE.test(character) && !has.has(character.codePointAt(0) ?? 0),
  );
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
