import { Blob, Face } from 'harfbuzzjs';
import { BUNDLED_FONTS, readFont, type BundledFont } from './font-files.js';
import { subsetOf } from './subset-of.js';

/** The `@font-face` rules of every bundled font for the characters of a page, the fonts in them as `data:` URLs. */
export function fontFaces(characters: string): Promise<string> {
  return facesOf(BUNDLED_FONTS, characters);
}

/** The `@font-face` rules that a chart's file needs. */
export function chartFontFaces(characters: string): Promise<string> {
  return facesOf(
    BUNDLED_FONTS.filter(({ family }) => family === 'Threadwright Sans'),
    characters,
  );
}

/** The characters that none of the bundled fonts has, each once; readers see another font's, or a box. */
export function missingCharacters(characters: string): readonly string[] {
  return [...new Set(characters)].filter(
    (character) => !INVISIBLE.test(character) && !covered().has(character.codePointAt(0) ?? 0),
  );
}

/** Controls, spaces, joiners and variation selectors print nothing of their own. */
const INVISIBLE = /[\p{Control}\p{Format}\p{White_Space}\p{Variation_Selector}\p{Surrogate}]/u;

async function facesOf(fonts: readonly BundledFont[], characters: string): Promise<string> {
  const rules: string[] = [];
  for (const font of fonts) {
    const { family, style, weight } = font;
    const url = `data:font/woff2;base64,${(await subsetOf(font, characters)).toString('base64')}`;
    rules.push(
      `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight.toString()};src:url(${url}) format("woff2")}`,
    );
  }
  return rules.join('\n');
}

let coverage: ReadonlySet<number> | undefined;

function covered(): ReadonlySet<number> {
  coverage ??= new Set(
    BUNDLED_FONTS.flatMap((font) => [...new Face(new Blob(Uint8Array.from(readFont(font)))).collectUnicodes()]),
  );
  return coverage;
}
