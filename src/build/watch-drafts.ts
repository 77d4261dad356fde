import { dirname, join, resolve } from 'node:path';
import { readConfig } from '../config/read-config.js';
import { buildDrafts, type BuildOptions, type BuildResult } from './build-drafts.js';
import { findDrafts } from './find-drafts.js';
import { watchFiles } from './watch-files.js';

export interface WatchOptions extends BuildOptions {
  readonly signal: AbortSignal;
  /** Told before each build which files changed, absolute paths; none before the first. */
  readonly onStart: (changed: readonly string[]) => void;
  /** Told what came of each build. */
  readonly onBuilt: (result: BuildResult) => void;
}

/**
 * Builds drafts, and again each time a file of their projects is saved, until the signal ends it. Where only drafts
 * changed, only they are built; what is saved while a build runs is built after it.
 */
export async function watchDrafts(options: WatchOptions): Promise<void> {
  const { signal } = options;
  const cwd = resolve(options.cwd ?? '');
  const named = options.drafts ?? [];
  const { value: project } = await readConfig(cwd);
  const { value: files } = await findDrafts(named, cwd);
  const out = options.out === undefined ? join(project.root, 'out') : resolve(cwd, options.out);
  const folders = [project.root, ...files.flatMap(({ root, path }) => [root, dirname(path)])];
  await using watch = await watchFiles(outermost(folders), { ignored: [out], signal });
  let changed: readonly string[] = [];
  do {
    options.onStart(changed);
    const drafts = await onlyDrafts(changed, named, cwd);
    const result = await buildDrafts({ ...options, drafts: drafts ?? named }).catch((error: unknown) => {
      if (signal.aborted) return undefined;
      throw error;
    });
    if (signal.aborted || !result) return;
    options.onBuilt(result);
    changed = await watch.next();
  } while (changed.length > 0);
}

/** The drafts that changed, if nothing else did and each was there before and is there now. */
async function onlyDrafts(
  changed: readonly string[],
  named: readonly string[],
  cwd: string,
): Promise<readonly string[] | undefined> {
  const { value: files } = await findDrafts(named, cwd);
  const drafts = new Set(files.map(({ path }) => path));
  return changed.length > 0 && changed.every((path) => drafts.has(path)) ? changed : undefined;
}

/** Leaves out folders that lie in another. */
function outermost(folders: readonly string[]): string[] {
  const all = [...new Set(folders)];
  return all.filter((folder) => !all.some((other) => other !== folder && folder.startsWith(join(other, '/'))));
}
