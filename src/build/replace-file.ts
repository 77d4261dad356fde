import { lstat } from 'node:fs/promises';
import { createMessage } from '../diagnostic/create-message.js';
import type { Outcome } from '../diagnostic/message.js';
import { errorCode } from './error-code.js';
import { putInPlace } from './put-in-place.js';

/**
 * Writes a file whole, or not at all; what was there before stays until the last moment.
 *
 * @param name As messages name it.
 * @returns Whether it was written; a link or a folder in its place is a message, as is a file that is read-only.
 */
export async function replaceFile(path: string, name: string, text: string): Promise<Outcome<boolean>> {
  const failed = (reason: string, note: string): Outcome<boolean> => ({
    value: false,
    messages: [createMessage('file-unwritable', undefined, reason, note)],
  });
  const found = await lstat(path).catch(() => undefined);
  if (found && !found.isFile())
    return failed(`Unexpected link or folder \`${name}\`, expected nothing or a file`, 'Move it away');
  if (found && (found.mode & WRITABLE) === 0)
    return failed(`The file \`${name}\` cannot be written: it is read-only`, 'Give permission; it is as it was');
  try {
    return { value: await putInPlace(path, text, { like: found }), messages: [] };
  } catch (error) {
    const note = 'Make room and give permission; what was there is as it was';
    return failed(`The file \`${name}\` cannot be written: ${errorCode(error)}`, note);
  }
}

const WRITABLE = 0o222;
