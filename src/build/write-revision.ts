import { open, readFile, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { messageFor } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import { errorCode } from './error-code.js';
import type { DraftFile } from './find-drafts.js';

/**
 * Writes a draft's new text in place of the one that was read: to a file beside it first, which then takes its place,
 * so that after a kill or on a full disk the draft is whole, old or new. A link stays a link; the file's permissions, its
 * owner and a byte order mark stay. A draft that is another by now is left alone.
 *
 * @returns What stood in the way; `undefined` when it is written.
 */
export async function writeRevision(
  { path, name }: Pick<DraftFile, 'path' | 'name'>,
  before: string,
  after: string,
): Promise<Message | undefined> {
  try {
    const real = await realpath(path);
    const { mode, uid, gid } = await stat(real);
    if ((mode & WRITABLE) === 0) return unwritable(name, 'it is read-only');
    const mark = await markOf(real, before);
    if (mark === undefined) return changed(name);
    const temporary = join(dirname(real), `.${basename(real)}.${process.pid}.tmp`);
    try {
      await using file = await open(temporary, 'wx', mode & PERMISSIONS);
      await file.writeFile(mark + after);
      await file.chmod(mode & PERMISSIONS);
      await keepOwner(file, uid, gid);
      await file.sync();
      // Whoever saved the draft meanwhile keeps what they saved
      if ((await markOf(real, before)) === undefined) return changed(name);
      await rename(temporary, real);
    } finally {
      await rm(temporary, { force: true });
    }
    return undefined;
  } catch (error) {
    return unwritable(name, errorCode(error));
  }
}

const WRITABLE = 0o222;
const PERMISSIONS = 0o7777;

/** The byte order mark of a file that holds a text, or nothing; `undefined` where it holds another text. */
async function markOf(path: string, text: string): Promise<string | undefined> {
  const bytes = await readFile(path);
  return ['', '\uFEFF'].find((mark) => bytes.equals(Buffer.from(mark + text)));
}

/** Only root may give a file away, and a file of somebody else is not worth failing for. */
async function keepOwner(file: FileHandle, uid: number, gid: number): Promise<void> {
  await file.chown(uid, gid).catch(() => undefined);
}

function changed(name: string): Message {
  const reason = `Unexpected text in \`${name}\`: it changed while it was checked, and is as it is`;
  return messageFor(name, 'draft-changed', reason, 'Run the command again');
}

function unwritable(name: string, why: string): Message {
  const note = 'Make room or give permission; the draft is as it was';
  return messageFor(name, 'file-unwritable', `The draft \`${name}\` cannot be written: ${why}`, note);
}
