import { lstat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readTextFile } from '../config/read-text-file.js';
import { messageFor } from '../diagnostic/create-message.js';
import type { Outcome } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';
import { formatLock } from '../record/format-lock.js';
import type { Lock } from '../record/lock.js';
import { parseLock } from '../record/parse-lock.js';
import type { DraftFile } from './find-drafts.js';
import { replaceFile } from './replace-file.js';

/** Far more than the lock of the longest draft. */
const MOST_BYTES = 64_000_000;

/** The lock of a draft: `SLUG.lock.json` beside it. */
export interface LockFile {
  /** Absolute. */
  readonly path: string;
  /** As messages name it. */
  readonly name: string;
}

/** Where a draft's lock lies, whether there is one or not. */
export function lockFileOf({ path, name, slug }: Pick<DraftFile, 'path' | 'name' | 'slug'>): LockFile {
  const file = `${slug}.lock.json`;
  return { path: join(dirname(path), file), name: name.slice(0, -basename(path).length) + file };
}

/**
 * Reads a draft's lock.
 *
 * @param sources Takes the lock's text, for messages that point into it.
 * @returns `undefined` without a message where there is none, `'newer'` with one for the lock of a later tool.
 */
export async function readLock(
  file: DraftFile,
  sources: Map<string, SourceFile>,
): Promise<Outcome<Lock | 'newer' | undefined>> {
  const place = lockFileOf(file);
  if (!(await isThere(place.path))) return { value: undefined, messages: [] };
  return readLockAt(place, file.root, sources);
}

/** Reads a lock, whosever it is. */
export async function readLockAt(
  { path, name }: LockFile,
  root: string,
  sources?: Map<string, SourceFile>,
): Promise<Outcome<Lock | 'newer' | undefined>> {
  const read = await readTextFile(path, name, { root, mostBytes: MOST_BYTES });
  if (!('text' in read))
    return { value: undefined, messages: [messageFor(name, 'lock-unreadable', read.reason, read.note)] };
  const source = { path: name, text: read.text };
  sources?.set(name, source);
  return parseLock(source);
}

/** Writes a draft's lock. */
export async function writeLock(file: DraftFile, lock: Lock): Promise<Outcome<boolean>> {
  const { path, name } = lockFileOf(file);
  return replaceFile(path, name, formatLock(lock));
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
