/** What a text file holds. */
export interface TextFile {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** Why a file was not read: the end of a sentence about it, and what to do. */
export interface TextFileProblem {
  readonly reason: string;
  readonly note?: string | undefined;
}

/**
 * Reads bytes as UTF-8 text, a byte order mark taken away; what is none is a problem, never a guess.
 *
 * @param name As messages name it.
 */
export function decodeText(bytes: Uint8Array, name: string): TextFile | TextFileProblem {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { text, bytes };
  } catch {
    // Told below, as for a binary file
  }
  return { reason: `Unexpected bytes in \`${name}\` that are no UTF-8 text`, note: 'Save the file as UTF-8' };
}
