import { createHash } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder.js';
import { manifestPath, readManifest, type Manifest, type ManifestFile, type Part } from './manifest.js';
import { placeOf, PlaceTaken, removeOwn } from './output-place.js';
import { withStage } from './stage.js';

/** A file to write into a draft's output folder. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly part: Part;
}

/** What the manifest keeps of a draft besides its files. */
export type Head = Omit<Manifest, 'version' | 'files'>;

/**
 * Writes a draft's outputs: all to a stage first, then each renamed into its place, so that after a kill every file is
 * whole, old or new. Files of an earlier build that these replace and that are not made any more are removed;
 * nothing else ever is.
 *
 * @param parts The parts this build makes; files of the others stay.
 */
export async function writeOutputs(
  out: string,
  head: Head,
  files: readonly OutputFile[],
  parts: readonly Part[],
): Promise<Manifest> {
  const before = await readManifest(out, head.slug);
  const kept =
    before?.files.filter(({ path, part }) => !parts.includes(part) && !files.some((file) => file.path === path)) ?? [];
  const stale =
    before?.files.filter(({ path, part }) => parts.includes(part) && !files.some((file) => file.path === path)) ?? [];
  const fresh = files.map(({ path, bytes, part }): ManifestFile => ({
    path,
    bytes: bytes.byteLength,
    hash: createHash('sha256').update(bytes).digest('hex'),
    part,
  }));
  const sorted = [...kept, ...fresh].sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest: Manifest = { version: 1, ...head, files: sorted };

  // Every place is looked at before the first file moves, so that a set is never half new
  for (const { path } of files) await assertPlace(out, `${head.slug}/${path}`);
  await withStage(out, async (stage) => {
    for (const { path, bytes } of files) await writeInto(join(stage, path), bytes);
    // While files move, the manifest lists old and new, so that a kill leaves none that nobody knows
    await writeManifest(out, stage, { ...manifest, files: [...sorted, ...stale] });
    for (const { path } of files) {
      const place = join(out, head.slug, path);
      await makeFolder(dirname(place));
      await rename(join(stage, path), place);
    }
    for (const file of stale) await removeOwn(out, head.slug, file);
    await writeManifest(out, stage, manifest);
  });
  return manifest;
}

/** Writes one file of ours next to the drafts' folders, as safely. */
export async function writeWhole(out: string, path: string, text: string): Promise<void> {
  await assertPlace(out, path);
  await withStage(out, async (stage) => {
    await writeInto(join(stage, path), Buffer.from(text));
    await rename(join(stage, path), join(out, path));
  });
}

async function assertPlace(out: string, path: string): Promise<void> {
  if ((await placeOf(out, path)) === 'taken') throw new PlaceTaken(join(out, path));
}

async function writeManifest(out: string, stage: string, manifest: Manifest): Promise<void> {
  const staged = join(stage, '.manifest');
  await writeFile(staged, `${JSON.stringify(manifest, undefined, 2)}\n`);
  await rename(staged, manifestPath(out, manifest.slug));
}

async function writeInto(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  await writeFile(path, bytes);
}
