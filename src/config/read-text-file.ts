import { constants, type Stats } from 'node:fs';
import { open, realpath, stat, type FileHandle } from 'node:fs/promises';
import { fileKind } from '../diagnostic/file-kind.js';
import { decodeText, type TextFile, type TextFileProblem } from './decode-text.js';
import { isInside } from './is-inside.js';

export interface ReadTextOptions {
  /** The folder, absolute, that the file must lie in after links are resolved. */
  readonly root: string;
  /** A larger file is not read. */
  readonly mostBytes: number;
}

/**
 * Reads a text file, its byte order mark taken away. What is no file never holds the reader up: a pipe, a device, a
 * link out of the project and a file of no end are problems, as is one that is not UTF-8.
 *
 * @param name As messages name it.
 */
export async function readTextFile(
  path: string,
  name: string,
  { root, mostBytes }: ReadTextOptions,
): Promise<TextFile | TextFileProblem> {
  try {
    const real = await realpath(path);
    if (!isInside(await realpath(root), real))
      return { reason: `Unexpected link \`${name}\` that leads out of the project`, note: 'Copy the file into it' };
    // Before it is opened: to open a device can be an act of its own
    const problem = problemOf(await stat(real), name, mostBytes);
    if (problem) return problem;
    await using file = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
    const bytes = await readAtMost(file, mostBytes + 1);
    return bytes.length > mostBytes
      ? tooLarge(name, `more than ${count(mostBytes)}`, mostBytes)
      : decodeText(bytes, name);
  } catch (error) {
    return { reason: `The file \`${name}\` cannot be read: ${explain(error)}` };
  }
}

function problemOf(found: Stats, name: string, mostBytes: number): TextFileProblem | undefined {
  if (!found.isFile()) return { reason: `Unexpected ${fileKind(found)} \`${name}\`, expected a file` };
  return found.size > mostBytes ? tooLarge(name, count(found.size), mostBytes) : undefined;
}

function tooLarge(name: string, size: string, mostBytes: number): TextFileProblem {
  return { reason: `Unexpected size of \`${name}\`, ${size} bytes, expected at most ${count(mostBytes)}` };
}

function count(bytes: number): string {
  return bytes.toLocaleString('en-GB');
}

/** What `stat` says of a file need not hold: one in `/proc` has no size and an end that may never come. */
async function readAtMost(file: FileHandle, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let length = 0; length < most;) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(65_536, most - length)));
    if (bytesRead === 0) break;
    parts.push(buffer.subarray(0, bytesRead));
    length += bytesRead;
  }
  return Buffer.concat(parts);
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  switch (code) {
    case 'ENOENT':
      return 'it is a link to nothing, or gone';
    case 'ELOOP':
      return 'it is a link that leads back to itself';
    case 'EACCES':
    case 'EPERM':
      return `permission is missing (${code})`;
    default:
      return code;
  }
}
