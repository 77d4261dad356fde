import { open } from 'node:fs/promises';

const END_BYTES = 4096;

/**
 * Whether a JSON file that begins with a list ends with it: the engine takes one that was cut off between two items,
 * a download that broke, for whole.
 */
export async function endsAsItBegins(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const at = async (position: number): Promise<string> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(END_BYTES), 0, END_BYTES, position);
      return buffer.toString('utf8', 0, bytesRead).trim();
    };
    const { size } = await file.stat();
    const begins = (await at(0)).replace(/^\uFEFF/, '').trimStart();
    return !begins.startsWith('[') || (await at(Math.max(0, size - END_BYTES))).endsWith(']');
  } finally {
    await file.close();
  }
}
