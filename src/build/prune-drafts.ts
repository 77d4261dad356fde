import { lstat, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.js';
import { manifestPath, readManifests } from './manifest.js';
import { removeOwn } from './output-place.js';

/** Removes what drafts left that are gone (deleted, or renamed), and only the files that their manifests list. */
export async function pruneDrafts(out: string, root: string): Promise<void> {
  for (const { slug, draft, files } of await readManifests(out)) {
    if (!(await isGone(join(root, draft)))) continue;
    for (const file of files) await removeOwn(out, slug, file);
    await rm(manifestPath(out, slug), { force: true });
  }
}

/** False for a link to nothing and for what may not be looked at: a build tells of them as of drafts that cannot be read. */
async function isGone(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return false;
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(errorCode(error));
  }
}
