import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BUNDLED_FONTS, readFont, type BundledFont } from './font-files.js';

/** A bundled font, for people. */
export interface FontDescription extends Pick<BundledFont, 'family' | 'weight' | 'style'> {
  /** Absolute. */
  readonly path: string;
  /** The package that it comes from, with its version, e.g. `source-sans 3.52.0`. */
  readonly package: string;
  readonly bytes: number;
}

const require = createRequire(import.meta.url);

/** Reads every bundled font; throws when one is missing. */
export function describeFonts(): readonly FontDescription[] {
  return BUNDLED_FONTS.map((font) => {
    const path = require.resolve(font.file);
    const { family, weight, style } = font;
    return { family, weight, style, path, package: packageOf(path), bytes: readFont(font).length };
  });
}

function packageOf(path: string): string {
  const text = readFileSync(join(dirname(path), '..', 'package.json'), 'utf8');
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  return `${name} ${version}`;
}
