import type { Growth } from '../model/growth.js';
import type { Recorded } from '../model/recorded.js';
import { findGrowth } from '../record/find-growth.js';
import type { DraftFile } from './find-drafts.js';
import { readLock } from './lock-file.js';
import { readTool } from './read-tool.js';

/** Reads a draft's lock, to say which figures have grown since; without a lock that can be read none is known to have. */
export async function growthFinder(file: DraftFile): Promise<(recorded: Recorded) => readonly Growth[]> {
  const { value: lock } = await readLock(file, new Map());
  return lock && lock !== 'newer' ? (recorded) => findGrowth(lock, recorded, readTool()) : () => [];
}
