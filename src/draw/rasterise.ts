import { Resvg } from '@resvg/resvg-js';
import { ARABIC_FAMILY, BUNDLED_FONTS, fontPath } from './font-files.js';
import { POST_SCALE } from './shapes.js';

/** A picture made of pixels. */
export interface Raster {
  readonly png: Buffer;
  readonly pixels: { readonly width: number; readonly height: number };
}

/** Makes a PNG of an SVG, set in the charts' font and in no other: the same bytes on every machine. */
export function rasterise(svg: string): Raster {
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: POST_SCALE },
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: OWN_NAME, sansSerifFamily: OWN_NAME },
  }).render();
  const raster = { png: image.asPng(), pixels: { width: image.width, height: image.height } };
  // Its pixels lie outside of the heap, where the collector does not see how many there are.
  globalThis.gc?.();
  return raster;
}

/** Looked for when they are needed: without them, the rest still works and says so. */
function fontFiles(): string[] {
  return BUNDLED_FONTS.filter(({ family }) => family === 'Threadwright Sans' || family === ARABIC_FAMILY).map(fontPath);
}

/** What the files call the family that pages know as Threadwright Sans. */
const OWN_NAME = 'Source Sans 3';
