import { Resvg } from '@resvg/resvg-js';
import { scriptRuns } from './arabic-in.js';
import { ARABIC_FAMILY, BUNDLED_FONTS, fontPath } from './font-files.js';
import { openOwnFont, OWN_FAMILY, type OwnFonts } from './own-fonts.js';
import { POST_SCALE } from './shapes.js';
import { escapeXml } from './svg-text.js';

/** A picture made of pixels. */
export interface Raster {
  readonly png: Buffer;
  readonly pixels: { readonly width: number; readonly height: number };
}

/** Makes a PNG of an SVG, set in the charts' font and in no other: the same bytes on every machine. */
export function rasterise(svg: string, fonts?: OwnFonts): Raster {
  const names = [openOwnFont(fonts, false), openOwnFont(fonts, true)].map((font) => font?.family ?? OWN_NAME);
  const [family = OWN_NAME, bold = OWN_NAME] = names;
  const scripts = inScripts(svg, openOwnFont(fonts, false)?.has);
  const named = fonts ? withFamilies(scripts, family, bold) : scripts;
  const image = new Resvg(named, {
    fitTo: { mode: 'zoom', value: POST_SCALE },
    font: {
      loadSystemFonts: false,
      fontFiles: [...(fonts ?? []).map(({ path }) => path), ...fontFiles()],
      defaultFontFamily: family,
      sansSerifFamily: family,
    },
  }).render();
  const raster = { png: image.asPng(), pixels: { width: image.width, height: image.height } };
  // Its pixels lie outside of the heap, where the collector does not see how many there are.
  globalThis.gc?.();
  return raster;
}

/** A browser takes a project's fonts by the names that a page gives them, this by those in their files: one for each weight. */
function withFamilies(svg: string, family: string, bold: string): string {
  return svg
    .replaceAll(`font-family="${OWN_FAMILY}, `, `font-family="'${escapeXml(family)}', `)
    .replace(
      /(<(?:text|g)\b[^>]*) font-weight="(?:[6-9]00|bold)"/g,
      `$1 font-family="'${escapeXml(bold)}'" font-weight="600"`,
    );
}

/**
 * Names the font of Arabic letters: what steps in for the letters that another lacks is never a bold one. It would take the
 * other letters of the text too, unless there is one that it lacks.
 *
 * @param own The characters of the project's own font, which may have Arabic ones.
 */
function inScripts(svg: string, own?: ReadonlySet<number>): string {
  return svg.replace(/>([^<>]+)</g, (whole, text: string) => {
    const runs = scriptRuns(text);
    const isOwn = (run: string): boolean => Array.from(run).every((one) => own?.has(one.codePointAt(0) ?? 0));
    if (!runs.some((run) => run.isArabic && !isOwn(run.text))) return whole;
    const named = runs.map((run) =>
      run.isArabic && !isOwn(run.text) ? `<tspan font-family="${ARABIC_NAME}">${run.text}</tspan>` : run.text,
    );
    return `>${named.join('')}<tspan font-size="0.01" fill="none">${LATIN_ALONE}</tspan><`;
  });
}

/** In the charts' font, and not in the Arabic one. */
const LATIN_ALONE = '↖';

/** Looked for when they are needed: without them, the rest still works and says so. */
function fontFiles(): string[] {
  return BUNDLED_FONTS.filter(({ family }) => family === 'Threadwright Sans' || family === ARABIC_FAMILY).map(fontPath);
}

/** What the files call the family that pages know as Threadwright Sans. */
const OWN_NAME = 'Source Sans 3';
const ARABIC_NAME = 'Amiri';
