import { open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from './is-running.js';

export interface PutOptions {
  /** Permissions, and who owns the file where the process may say so; without them, the system's defaults. */
  readonly like?: { readonly mode: number; readonly uid: number; readonly gid: number } | undefined;
  /** Asked at the last moment; false leaves what is there. */
  readonly mayReplace?: (() => Promise<boolean>) | undefined;
}

const PERMISSIONS = 0o7777;

/**
 * Puts a text in a file's place: written to a hidden file beside it and synced first, then renamed, so that after a kill or
 * on a full disk the file is whole, old or new. A kill can leave the hidden file, which no command reads and the next one
 * that writes there takes away.
 *
 * @returns Whether it was put there.
 */
export async function putInPlace(path: string, text: string, { like, mayReplace }: PutOptions = {}): Promise<boolean> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  await sweep(path);
  try {
    await using file = await open(temporary, 'wx', like ? like.mode & PERMISSIONS : undefined);
    await file.writeFile(text);
    if (like) await keep(file, like);
    await file.sync();
    if (mayReplace && !(await mayReplace())) return false;
    await rename(temporary, path);
    return true;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Removes what processes that were killed left beside a file. */
async function sweep(path: string): Promise<void> {
  const head = `.${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    const pid = name.startsWith(head) ? /^(\d+)\.tmp$/.exec(name.slice(head.length))?.[1] : undefined;
    if (pid !== undefined && (Number(pid) === process.pid || !isRunning(Number(pid))))
      await rm(join(dirname(path), name), { force: true });
  }
}

/** Only root may give a file away, and a file of somebody else is not worth failing for. */
async function keep(file: FileHandle, { mode, uid, gid }: NonNullable<PutOptions['like']>): Promise<void> {
  await file.chmod(mode & PERMISSIONS);
  await file.chown(uid, gid).catch(() => undefined);
}
