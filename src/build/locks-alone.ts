import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { messageFor } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { Lock } from '../record/lock.js';
import { draftAt, type DraftFile } from './find-drafts.js';
import { lockFileOf, readLockAt } from './lock-file.js';

/** A lock beside a draft that is not its own, nor that of another draft there. */
export interface LockAlone {
  /** As messages name it. */
  readonly name: string;
  readonly lock: Lock;
}

const ENDING = '.lock.json';

/** Finds the locks in a draft's folder that belong to no draft: such is left where a draft was renamed. */
export async function locksAlone(file: DraftFile): Promise<readonly LockAlone[]> {
  const folder = dirname(file.path);
  const names = await readdir(folder).catch((): string[] => []);
  const drafts = names.filter((name) => extname(name).toLowerCase() === '.md');
  const owned = new Set(
    await Promise.all(
      drafts.map(async (name) => basename(lockFileOf(await draftAt(join(folder, name), file.root)).path)),
    ),
  );
  const before = file.name.slice(0, -basename(file.path).length);
  const found: LockAlone[] = [];
  for (const name of names.filter((name) => name.endsWith(ENDING) && !owned.has(name)).sort()) {
    const { value: lock } = await readLockAt({ path: join(folder, name), name: before + name }, file.root);
    if (lock && lock !== 'newer') found.push({ name: before + name, lock });
  }
  return found;
}

/** Tells of the lock that has most of a draft's figures, should one have half of its own in it. */
export function tellLockAlone(alone: readonly LockAlone[], file: DraftFile, now: Lock): readonly Message[] {
  const ids = new Set(now.figures.map(({ id }) => id));
  const [best] = alone
    .map(({ name, lock: { figures } }) => ({
      name,
      all: figures.length,
      shared: figures.filter(({ id }) => ids.has(id)).length,
    }))
    .filter(({ all, shared }) => shared > 0 && shared * 2 >= all)
    .sort((a, b) => b.shared - a.shared);
  if (!best) return [];
  const { name, all, shared } = best;
  const reason = `Unexpected lock \`${name}\` that belongs to no draft, ${shared} of its ${all} ${all === 1 ? 'entry is' : 'entries are'} in this one`;
  const note = `If the draft was renamed, rename the lock to \`${lockFileOf(file).name}\`, else remove it`;
  return [messageFor(file.name, 'lock-alone', reason, note)];
}
