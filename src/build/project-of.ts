import { dirname, isAbsolute, relative } from 'node:path';
import type { Outcome } from '../diagnostic/message.js';
import type { Project } from '../config/project.js';
import { readConfig } from '../config/read-config.js';

/**
 * The project that a draft belongs to: that of the folder the command was given in, or, for a draft outside of it, one
 * of its own.
 *
 * @param path The draft's file, absolute.
 */
export async function projectOf(path: string, here: Project): Promise<Outcome<Project>> {
  const way = relative(here.root, path);
  const inside = !way.startsWith('..') && !isAbsolute(way);
  return inside ? { value: here, messages: [] } : readConfig(dirname(path));
}
