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
  let known: Known = { drafts: [], failed: [] };
  do {
    options.onStart(changed);
    const { value: found, messages } = await findDrafts(named, cwd);
    const drafts = found.map(({ path }) => path);
    // Two drafts that now share a slug are told only by a build of all
    const few = messages.length === 0 ? onlyDrafts(changed, drafts, known) : undefined;
    const result = await buildDrafts({ ...options, drafts: few ?? named }).catch((error: unknown) => {
      if (signal.aborted) return undefined;
      throw error;
    });
    if (signal.aborted || !result) return;
    known = { drafts, failed: failedIn(result) };
    options.onBuilt(result);
    changed = await watch.next();
  } while (changed.length > 0);
}

/** What the last build left. */
interface Known {
  readonly drafts: readonly string[];
  /** Those that have errors, which nobody is to lose sight of. */
  readonly failed: readonly string[];
}

/** The drafts that changed, and those with errors, if no other file changed and the same drafts are there as before. */
function onlyDrafts(
  changed: readonly string[],
  drafts: readonly string[],
  known: Known,
): readonly string[] | undefined {
  const isSame = drafts.length === known.drafts.length && drafts.every((path) => known.drafts.includes(path));
  if (changed.length === 0 || !isSame || !changed.every((path) => drafts.includes(path))) return undefined;
  return drafts.filter((path) => changed.includes(path) || known.failed.includes(path));
}

function failedIn({ drafts, faults }: BuildResult): string[] {
  return [...drafts.filter(({ manifest }) => !manifest), ...faults].map(({ draft }) => draft.path);
}

/** Leaves out folders that lie in another. */
function outermost(folders: readonly string[]): string[] {
  const all = [...new Set(folders)];
  return all.filter((folder) => !all.some((other) => other !== folder && folder.startsWith(join(other, '/'))));
}
