import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export interface Fingerprint {
  /** SHA-256, hex. */
  readonly hash: string;
  /** The first line (from 1) with bytes that are not UTF-8; `undefined` for a text file in UTF-8. */
  readonly badLine: number | undefined;
  /** True when there is a zero byte, which no text has. */
  readonly binary: boolean;
  /** True when there are no signs but those of ASCII. */
  readonly ascii: boolean;
  /** The encoding that the first bytes name. */
  readonly mark: 'utf-8' | 'utf-16le' | 'utf-16be' | undefined;
}

/** Reads a file once, for its hash and whether it is UTF-8 text. */
export async function fingerprint(path: string): Promise<Fingerprint> {
  const hash = createHash('sha256');
  let lines = 1;
  let badLine: number | undefined;
  let binary = false;
  let ascii = true;
  let mark: Fingerprint['mark'];
  let bytesRead = 0;
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (bytesRead === 0) mark = markOf(chunk);
    bytesRead += chunk.length;
    ascii &&= isAscii(chunk);
    if (badLine !== undefined) continue;
    binary ||= chunk.includes(0);
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = bytes.length - incompleteTail(bytes);
    const text = bytes.subarray(0, whole);
    if (!isUtf8(text)) badLine = lines + badLineOf(text);
    else lines += countLines(text);
    rest = Buffer.from(bytes.subarray(whole));
  }
  if (badLine === undefined && rest.length > 0) badLine = lines;
  return { hash: hash.digest('hex'), badLine, binary, ascii, mark };
}

function markOf(chunk: Buffer): Fingerprint['mark'] {
  const start = chunk.toString('hex', 0, 3);
  if (start === 'efbbbf') return 'utf-8';
  if (start.startsWith('fffe')) return 'utf-16le';
  return start.startsWith('feff') ? 'utf-16be' : undefined;
}

/** Bytes at the end that begin a character whose other bytes are still to come. */
function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0b1100_0000) === 0b1000_0000) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

function badLineOf(bytes: Buffer): number {
  let line = 0;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (!isUtf8(bytes.subarray(start, end < 0 ? bytes.length : end))) return line;
    if (end < 0) return line;
    start = end + 1;
  }
  return line;
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) count++;
  return count;
}
