import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A bundled font: a static TrueType file, because variable and CFF fonts become pictures of letters in a PDF. */
export interface BundledFont {
  /** What pages call it: the fonts' own names are reserved by their licence for unchanged files. */
  readonly family: 'Threadwright Serif' | 'Threadwright Sans' | 'Threadwright Arabic';
  readonly weight: 400 | 600;
  readonly style: 'normal' | 'italic';
  readonly file: string;
}

/** The family that steps in where the other two have no letters. */
export const ARABIC_FAMILY = 'Threadwright Arabic';

/** The fonts that pages and charts are set in. */
export const BUNDLED_FONTS: readonly BundledFont[] = [
  { family: 'Threadwright Serif', weight: 400, style: 'normal', file: 'source-serif/TTF/SourceSerif4-Regular.ttf' },
  { family: 'Threadwright Serif', weight: 400, style: 'italic', file: 'source-serif/TTF/SourceSerif4-It.ttf' },
  { family: 'Threadwright Serif', weight: 600, style: 'normal', file: 'source-serif/TTF/SourceSerif4-Semibold.ttf' },
  { family: 'Threadwright Sans', weight: 400, style: 'normal', file: 'source-sans/TTF/SourceSans3-Regular.ttf' },
  { family: 'Threadwright Sans', weight: 600, style: 'normal', file: 'source-sans/TTF/SourceSans3-Semibold.ttf' },
  // For the letters of the Arabic script alone, in text and heads alike
  {
    family: ARABIC_FAMILY,
    weight: 400,
    style: 'normal',
    file: '@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf',
  },
  { family: ARABIC_FAMILY, weight: 600, style: 'normal', file: '@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf' },
];

const require = createRequire(import.meta.url);
const read = new Map<string, Buffer>();

/** Where a bundled font lies. */
export function fontPath(font: Pick<BundledFont, 'file'>): string {
  return require.resolve(font.file);
}

/** The bytes of a bundled font. */
export function readFont(font: Pick<BundledFont, 'file'>): Buffer {
  const known = read.get(font.file);
  if (known) return known;
  const bytes = readFileSync(fontPath(font));
  read.set(font.file, bytes);
  return bytes;
}

/** The bundled font of a family that a browser takes for a weight. */
export function fontFor(family: BundledFont['family'], weight: number): BundledFont {
  const upright = BUNDLED_FONTS.filter((font) => font.family === family && font.style === 'normal');
  // CSS Fonts 4, 5.2: up to 500 the lighter is taken, above it the bolder.
  const font = weight > 500 ? upright.at(-1) : upright[0];
  if (!font) throw new Error(`No font of ${family} is bundled`);
  return font;
}
