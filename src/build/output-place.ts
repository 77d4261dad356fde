import { createHash } from 'node:crypto';
import { lstat, readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ManifestFile } from './manifest.js';

/** What stands where an output belongs: nothing, a file, or something that is not ours to follow or replace. */
type Place = 'free' | 'file' | 'taken';

/** Thrown before anything is written, when a link or a folder stands where an output belongs. */
export class PlaceTaken extends Error {
  constructor(readonly path: string) {
    super(`A link or a folder stands at ${path}`);
  }
}

/**
 * Looks at every step of the way below the output folder: a link there would lead our writing and removing elsewhere.
 *
 * @param path Below `out`, with `/`.
 */
export async function placeOf(out: string, path: string): Promise<Place> {
  const steps = path.split('/');
  for (let count = 1; count <= steps.length; count += 1) {
    const found = await look(join(out, ...steps.slice(0, count)));
    if (found === 'nothing') return 'free';
    if (found !== (count === steps.length ? 'file' : 'folder')) return 'taken';
  }
  return 'file';
}

/** Removes a file that a manifest lists if it is still the one we wrote, and the folders that are empty without it. */
export async function removeOwn(out: string, slug: string, { path, hash }: ManifestFile): Promise<void> {
  if ((await placeOf(out, `${slug}/${path}`)) !== 'file') return;
  const place = join(out, slug, path);
  const found = createHash('sha256')
    .update(await readFile(place))
    .digest('hex');
  if (found !== hash) return;
  await rm(place);
  for (let folder = dirname(`${slug}/${path}`); folder !== '.'; folder = dirname(folder)) {
    try {
      await rmdir(join(out, folder));
    } catch {
      // Not empty: something else is in it
      return;
    }
  }
}

async function look(path: string): Promise<'nothing' | 'file' | 'folder' | 'other'> {
  try {
    const found = await lstat(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'nothing';
    throw error;
  }
}
