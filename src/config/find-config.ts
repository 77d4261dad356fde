import { lstat, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The file whose folder is a project's root. */
export const CONFIG_NAME = 'threadwright.config.yaml';

/** A configuration, or a file that is meant to be one and has another name. */
export interface FoundConfig {
  /** Absolute. */
  readonly file: string;
  readonly isMisnamed: boolean;
}

/** Looks for the configuration in a folder (absolute) and in those above it. */
export async function findConfig(folder: string): Promise<FoundConfig | undefined> {
  const file = join(folder, CONFIG_NAME);
  if (await exists(file)) return { file, isMisnamed: false };
  const misnamed = (await namesIn(folder)).sort().find((name) => MEANT.test(name));
  if (misnamed !== undefined) return { file: join(folder, misnamed), isMisnamed: true };
  const parent = dirname(folder);
  return parent === folder ? undefined : findConfig(parent);
}

const MEANT = /^\.?threadwright(?:[.-]?config)?\.ya?ml$|^\.?threadwright[.-]config\.[a-z]+$/i;

async function namesIn(folder: string): Promise<string[]> {
  // What lies above a project may be closed
  return readdir(folder).catch(() => []);
}

async function exists(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    // Any other failure is one of a file that is there, and is told when it is read
    return !(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'));
  }
}
