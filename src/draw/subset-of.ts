import { createHash } from 'node:crypto';
import subsetFont from 'subset-font';
import { ARABIC_FAMILY, readFont } from './font-files.js';

/** A bundled font by its file, or one of a project with its bytes. */
export interface FontSource {
  readonly file: string;
  readonly family?: string | undefined;
  readonly bytes?: Buffer | undefined;
}

const made = new Map<string, Promise<Buffer>>();

/**
 * A bundled font reduced to some characters, as WOFF2; the same bytes for the same characters.
 * With `use: 'plain'`, only the OpenType features that a browser applies unasked are kept: a third of the bytes.
 */
export function subsetOf(font: FontSource, characters: string, use: 'page' | 'plain'): Promise<Buffer> {
  const basic = font.family === ARABIC_FAMILY ? '' : BASIC;
  const set = [...new Set(basic + characters.normalize('NFC'))].sort().join('');
  const bytes = font.bytes ?? readFont(font);
  // A project's own font may change between two builds of one process
  const key = `${use} ${font.bytes ? createHash('sha256').update(font.bytes).digest('hex') : font.file}\n${set}`;
  const known = made.get(key);
  if (known) return known;
  // One after the other: the subsetter has one memory for all.
  const subset = last.then(() =>
    subsetFont(bytes, set, {
      targetFormat: 'woff2',
      // Half of the sans font's bytes, for screens of long ago; the serif font has none.
      noHinting: true,
      ...(use === 'plain' && { keepFeatures: UNASKED }),
    }),
  );
  last = subset.catch(() => undefined);
  made.set(key, subset);
  return subset;
}

let last: Promise<unknown> = Promise.resolve();

const JOINING = ['curs', 'fina', 'init', 'isol', 'medi', 'rclt'];
const UNASKED = ['calt', 'ccmp', 'clig', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rlig', ...JOINING];

/** In every subset, so that pages and charts in plain English share one: ASCII and what typography adds to it. */
const BASIC = `${Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')}\u00a0‘’“”–—…−×·•°€£`;
