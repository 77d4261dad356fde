import { readFile, realpath, stat } from 'node:fs/promises';
import { messageFor } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import { errorCode } from './error-code.js';
import type { DraftFile } from './find-drafts.js';
import { putInPlace } from './put-in-place.js';

/**
 * Writes a draft's new text in place of the one that was read. A link stays a link; the file's permissions, its
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
    const like = await stat(real);
    if ((like.mode & WRITABLE) === 0) return unwritable(name, 'it is read-only');
    const mark = await markOf(real, before);
    if (mark === undefined) return changed(name);
    // Whoever saved the draft meanwhile keeps what they saved
    const mayReplace = async (): Promise<boolean> => (await markOf(real, before)) !== undefined;
    return (await putInPlace(real, mark + after, { like, mayReplace })) ? undefined : changed(name);
  } catch (error) {
    return unwritable(name, errorCode(error));
  }
}

const WRITABLE = 0o222;

/** The byte order mark of a file that holds a text, or nothing; `undefined` where it holds another text. */
async function markOf(path: string, text: string): Promise<string | undefined> {
  const bytes = await readFile(path);
  return ['', '\uFEFF'].find((mark) => bytes.equals(Buffer.from(mark + text)));
}

function changed(name: string): Message {
  const reason = `Unexpected text in \`${name}\`: it changed while it was checked, and is as it is`;
  return messageFor(name, 'draft-changed', reason, 'Run the command again');
}

function unwritable(name: string, why: string): Message {
  const note = 'Make room or give permission; the draft is as it was';
  return messageFor(name, 'file-unwritable', `The draft \`${name}\` cannot be written: ${why}`, note);
}
