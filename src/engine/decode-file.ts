import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Encoding } from '../model/draft.js';

export interface BadCharacter {
  readonly line: number;
  /** The byte, as in `0x81`; `undefined` in UTF-16. */
  readonly byte: string | undefined;
}

/** Writes a text file anew in UTF-8; returns the first place that is no text in the encoding, if there is one. */
export async function decodeFile(
  path: string,
  to: string,
  encoding: Exclude<Encoding, 'utf-8' | 'utf-16'>,
): Promise<BadCharacter | undefined> {
  const out = await open(to, 'w');
  try {
    let line = 1;
    for await (const text of decoded(path, encoding)) {
      const isWide = encoding.startsWith('utf-16');
      const bad = (isWide ? BAD_UTF16 : BAD_BYTE).exec(text);
      if (bad) return { line: line + newlines(text.slice(0, bad.index)), byte: isWide ? undefined : byteOf(bad[0]) };
      line += newlines(text);
      await out.write(text);
    }
    return undefined;
  } finally {
    await out.close();
  }
}

/** What the decoder makes of half a pair or half a unit, or a zero, which no text has. */
const BAD_UTF16 = /[\uFFFD\0]/;

/** What is left of the bytes that have no sign. */
const BAD_BYTE = /[\0\u0080-\u009f]/;

async function* decoded(path: string, encoding: Exclude<Encoding, 'utf-8' | 'utf-16'>): AsyncGenerator<string> {
  const utf16 = encoding === 'utf-16le' || encoding === 'utf-16be' ? new TextDecoder(encoding) : undefined;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (utf16) yield utf16.decode(chunk, { stream: true });
    else {
      const text = chunk.toString('latin1');
      yield encoding === 'windows-1252' ? text.replace(/[\u0080-\u009f]/g, windowsSign) : text;
    }
  }
  if (utf16) yield utf16.decode();
}

/** The signs of Windows-1252 for the bytes 80 to 9F, by <https://encoding.spec.whatwg.org/#windows-1252>; five are none. */
const WINDOWS_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windowsSign(character: string): string {
  return WINDOWS_SIGNS[character.charCodeAt(0) - 0x80] ?? character;
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}

function byteOf(character: string): string {
  return `0x${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
