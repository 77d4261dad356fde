import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface PutOptions {
  /** Permissions, and who owns the file where the process may say so; without them, the system's defaults. */
  readonly like?: { readonly mode: number; readonly uid: number; readonly gid: number } | undefined;
  /** Asked at the last moment; false leaves what is there. */
  readonly mayReplace?: (() => Promise<boolean>) | undefined;
}

const PERMISSIONS = 0o7777;

/**
 * Puts a text in a file's place: written to a hidden file beside it and synced first, then renamed, so that after a kill or
 * on a full disk the file is whole, old or new. A kill can leave the hidden file, which no command reads.
 *
 * @returns Whether it was put there.
 */
export async function putInPlace(path: string, text: string, { like, mayReplace }: PutOptions = {}): Promise<boolean> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
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

/** Only root may give a file away, and a file of somebody else is not worth failing for. */
async function keep(file: FileHandle, { mode, uid, gid }: NonNullable<PutOptions['like']>): Promise<void> {
  await file.chmod(mode & PERMISSIONS);
  await file.chown(uid, gid).catch(() => undefined);
}
