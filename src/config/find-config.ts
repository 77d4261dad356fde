import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The file whose folder is a project's root. */
const CONFIG_NAME = 'threadwright.config.yaml';

/** Looks for the configuration in a folder (absolute) and in those above it. */
export async function findConfig(folder: string): Promise<string | undefined> {
  const file = join(folder, CONFIG_NAME);
  if (await exists(file)) return file;
  const parent = dirname(folder);
  return parent === folder ? undefined : findConfig(parent);
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    // Any other failure is one of a file that is there, and is told when it is read
    return !(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'));
  }
}
