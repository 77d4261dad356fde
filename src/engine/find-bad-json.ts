import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** The first line (from 1) of an NDJSON file that is no object; `undefined` when every line is one. */
export async function findBadJson(path: string): Promise<number | undefined> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    line++;
    if (text.trim() !== '' && !isObject(line === 1 ? text.replace(/^\uFEFF/, '') : text)) return line;
  }
  return undefined;
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
