import { readFile } from 'node:fs/promises';
import { messageFor } from '../diagnostic/create-message.js';
import type { Outcome } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';

/** Reads a text file; one that is not UTF-8 is a message, never a guess. */
export async function readSource(path: string, name: string): Promise<Outcome<SourceFile | undefined>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return {
      value: undefined,
      messages: [messageFor(name, 'file-unreadable', `The file \`${name}\` cannot be read: ${codeOf(error)}`)],
    };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { value: { path: name, text }, messages: [] };
  } catch {
    // Told below, as for a binary file
  }
  return {
    value: undefined,
    messages: [
      messageFor(name, 'file-unreadable', 'Unexpected bytes that are no UTF-8 text', 'Save the draft as UTF-8'),
    ],
  };
}

/** What the operating system says, in a word: `EACCES`, `ENOSPC`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
