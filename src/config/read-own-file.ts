import { readFile, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isInside } from './is-inside.js';
import type { TextFileProblem } from './decode-text.js';

export interface ReadOwnOptions {
  /** The project's root, absolute. */
  readonly root: string;
  readonly mostBytes: number;
}

/**
 * Reads a file that a project names for its look, by the rules of data files: its path is relative to the root, it lies
 * under the root after links are resolved, and in no folder whose name starts with a dot.
 */
export async function readOwnFile(
  file: string,
  { root, mostBytes }: ReadOwnOptions,
): Promise<Buffer | TextFileProblem> {
  const path = resolve(root, file.replace(/^\/+/, ''));
  if (!isInside(root, path) || file.split('/').some((step) => /^\.[^./]/.test(step)))
    return { reason: `Unexpected path \`${file}\`, expected a file of the project`, note: 'Copy the file into it' };
  try {
    const real = await realpath(path);
    if (!isInside(await realpath(root), real))
      return { reason: `Unexpected link \`${file}\` that leads out of the project`, note: 'Copy the file into it' };
    const { size, isFile } = await stat(real).then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) return { reason: `Unexpected \`${file}\`, expected a file` };
    if (size > mostBytes)
      return { reason: `Unexpected size of \`${file}\`, ${count(size)} bytes, expected at most ${count(mostBytes)}` };
    return await readFile(real);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { reason: `The file \`${file}\` cannot be read: ${code === 'ENOENT' ? 'it is not there' : code}` };
  }
}

function count(bytes: number): string {
  return bytes.toLocaleString('en-GB');
}
