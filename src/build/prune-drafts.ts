import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestPath, readManifests } from './manifest.js';
import { removeOwn } from './output-place.js';

/** Removes what drafts left that are gone (deleted, or renamed), and only the files that their manifests list. */
export async function pruneDrafts(out: string, root: string): Promise<void> {
  for (const { slug, draft, files } of await readManifests(out)) {
    if (await exists(join(root, draft))) continue;
    for (const file of files) await removeOwn(out, slug, file);
    await rm(manifestPath(out, slug), { force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
