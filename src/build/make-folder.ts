import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './error-code.js';

/** Makes a folder and those above it. Node 20's own way never ends where a folder is there and takes no other, as `/proc`. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && !(await isThere(dirname(path)))) {
      await makeFolder(dirname(path));
      await mkdir(path).catch(ifNotThere(path));
    } else await ifNotThere(path)(error);
  }
}

/** Another process may have made it. */
function ifNotThere(path: string): (error: unknown) => Promise<void> {
  return async (error) => {
    const found = await stat(path).catch(() => undefined);
    if (!found?.isDirectory()) throw error;
  };
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
