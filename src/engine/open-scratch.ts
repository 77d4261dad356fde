import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for copies, made when the first is, and gone when it is closed. */
export interface Scratch extends AsyncDisposable {
  readonly folder: () => Promise<string>;
}

/** Opens a folder in the system's place for such. */
export function openScratch(): Scratch {
  let made: Promise<string> | undefined;
  return {
    folder: () => (made ??= mkdtemp(join(tmpdir(), 'threadwright-data-'))),
    [Symbol.asyncDispose]: async () => {
      if (made) await rm(await made, { recursive: true, force: true });
    },
  };
}
