import { constants } from 'node:fs';
import { copyFile, link, open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { messageFor } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import { errorCode } from './error-code.js';
import { makeFolder } from './make-folder.js';

/**
 * Writes files that are not there yet: all of them, each whole, or none. They are written beside their places first,
 * so that a full disk is met before anything appears.
 *
 * @param nameOf How messages name a path.
 * @returns What stood in the way.
 */
export async function writeNewFiles(
  files: readonly { readonly path: string; readonly text: string }[],
  nameOf: (path: string) => string,
): Promise<Message[]> {
  const staged = files.map(({ path, text }) => ({ path, text, temporary: temporaryFor(path) }));
  const placed: string[] = [];
  let at = '';
  try {
    for (const { path, text, temporary } of staged) {
      at = path;
      await makeFolder(dirname(path));
      await using file = await open(temporary, 'wx');
      await file.writeFile(text);
      await file.sync();
    }
    for (const { path, temporary } of staged) {
      at = path;
      await place(temporary, path);
      placed.push(path);
    }
    return [];
  } catch (error) {
    for (const path of placed) await rm(path, { force: true });
    const [name, code] = [nameOf(at), errorCode(error)];
    if (code === 'EEXIST' && placed.length < files.length) return [nowThere(name)];
    const reason = `The draft \`${name}\` cannot be written: ${code}`;
    return [messageFor(name, 'file-unwritable', reason, 'Make room or give permission; nothing was written')];
  } finally {
    for (const { temporary } of staged) await rm(temporary, { force: true });
  }
}

function temporaryFor(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
}

/** A name that is taken is never taken over, not by a file that came meanwhile either. */
async function place(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(errorCode(error))) throw error;
    // Not every file system has a second name for a file
    await copyFile(temporary, path, constants.COPYFILE_EXCL);
  }
}

function nowThere(name: string): Message {
  const reason = `Unexpected file \`${name}\`, it is there already, and nothing was written`;
  return messageFor(name, 'file-exists', reason, 'Move it away, or write to another folder with `--out`');
}
