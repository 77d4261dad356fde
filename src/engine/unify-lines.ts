import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** Says whether lines of a file end in more than one way: CR LF, LF alone or CR alone, in quotes or outside. */
export async function mixesLines(path: string): Promise<boolean> {
  const kinds = new Set<'crlf' | 'lf' | 'cr'>();
  let isAfterCr = false;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    if (isAfterCr) kinds.add(chunk[0] === LF ? 'crlf' : 'cr');
    for (let at = chunk.indexOf(CR); at >= 0 && at < chunk.length - 1; at = chunk.indexOf(CR, at + 1))
      kinds.add(chunk[at + 1] === LF ? 'crlf' : 'cr');
    const isLone = (at: number): boolean => (at === 0 ? !isAfterCr : chunk[at - 1] !== CR);
    for (let at = chunk.indexOf(LF); at >= 0 && !kinds.has('lf'); at = chunk.indexOf(LF, at + 1))
      if (isLone(at)) kinds.add('lf');
    if (kinds.size > 1) return true;
    isAfterCr = chunk.at(-1) === CR;
  }
  if (isAfterCr) kinds.add('cr');
  return kinds.size > 1;
}

/**
 * Writes a delimited file anew with every line ended by LF, as the engine reads none whose lines end in several ways.
 * A line break in quotes is a part of its value and stays.
 */
export async function unifyLines(path: string, to: string, delimiter: string): Promise<void> {
  const mark = Buffer.from(delimiter).at(-1);
  const out = await open(to, 'w');
  try {
    let state: State = { isQuoted: false, before: LF };
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      const { bytes, end } = unified(chunk, state, mark);
      await out.write(bytes);
      state = end;
    }
  } finally {
    await out.close();
  }
}

interface State {
  readonly isQuoted: boolean;
  /** The byte before. */
  readonly before: number;
}

function unified(chunk: Buffer, start: State, mark: number | undefined): { bytes: Buffer; end: State } {
  const bytes = Buffer.alloc(chunk.length);
  let { isQuoted, before } = start;
  let length = 0;
  for (const byte of chunk) {
    const isPairEnd = byte === LF && before === CR && !isQuoted;
    // A quote opens at the start of a value, and again where it is doubled
    if (byte === QUOTE) isQuoted = !isQuoted && (before === mark || before === LF || before === CR || before === QUOTE);
    if (!isPairEnd) bytes[length++] = byte === CR && !isQuoted ? LF : byte;
    before = byte;
  }
  return { bytes: bytes.subarray(0, length), end: { isQuoted, before } };
}

const CR = 0x0d;
const LF = 0x0a;
const QUOTE = 0x22;
