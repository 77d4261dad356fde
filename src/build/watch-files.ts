import { basename, resolve } from 'node:path';
import { watch } from 'chokidar';
import { errorCode } from './error-code.js';

/** Tells of files that were saved, made or removed. */
export interface FileWatch extends AsyncDisposable {
  /** Waits until something changed and then was quiet; gives the paths, absolute, or nothing once the watch has ended. */
  readonly next: () => Promise<readonly string[]>;
}

/** The system cannot tell of changes, or no more. */
export class WatchFailure extends Error {
  constructor(cause: unknown) {
    super(`The folder cannot be watched: ${errorCode(cause)}`, { cause });
  }
}

/** How long nothing may change before a burst of changes counts as over, in milliseconds. */
const QUIET = 120;

/** What a project is made of: a log that lies in it is none of that. */
const OURS =
  /\.(?:md|ya?ml|sql|hbs|css|js|svg|ttf|csv|tsv|tab|txt|dat|json|ndjson|jsonl|parquet|xlsx|png|jpe?g|gif|webp|avif)$/i;

/** Not looked into, besides what starts with `.`. */
const PASSED_OVER = new Set(['node_modules']);

/**
 * Watches everything below some folders.
 *
 * @param ignored Absolute folders whose files are not watched: those that a build writes.
 * @returns What throws a `WatchFailure` where the system has no more watches, or files to open.
 */
export async function watchFiles(
  folders: readonly string[],
  { ignored, signal }: { readonly ignored: readonly string[]; readonly signal: AbortSignal },
): Promise<FileWatch> {
  const passed = new Set(ignored.map((path) => resolve(path)));
  const roots = new Set(folders.map((path) => resolve(path)));
  const isPassedOver = (path: string): boolean => {
    if (roots.has(resolve(path))) return false;
    const name = basename(path);
    return name.startsWith('.') || name.endsWith('.tmp') || PASSED_OVER.has(name) || passed.has(resolve(path));
  };
  // An editor that saves by renaming makes one change of it; what may not be read is no part of a project
  const watcher = watch([...roots], {
    ignored: isPassedOver,
    ignoreInitial: true,
    atomic: true,
    ignorePermissionErrors: true,
  });
  const changed = new Set<string>();
  let wake = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (event, path) => {
    if (event === 'addDir' || event === 'unlinkDir' || !OURS.test(path)) return;
    changed.add(resolve(path));
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      wake();
    }, QUIET);
  });
  const stop = (): void => {
    wake();
  };
  signal.addEventListener('abort', stop, { once: true });
  let failure: WatchFailure | undefined;
  // At any time, for changes would go unseen from then on
  watcher.on('error', (error) => {
    failure ??= new WatchFailure(error);
    wake();
  });
  await new Promise<void>((done) => {
    wake = done;
    watcher.once('ready', done);
  });
  return {
    next: async () => {
      while (!signal.aborted && failure === undefined && (changed.size === 0 || timer !== undefined))
        await new Promise<void>((done) => {
          wake = done;
        });
      if (failure !== undefined && !signal.aborted) throw failure;
      const paths = signal.aborted ? [] : [...changed].sort();
      changed.clear();
      return paths;
    },
    [Symbol.asyncDispose]: async () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      await watcher.close();
    },
  };
}
