import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './is-alive.js';

interface LockOptions {
  /** True when what the lock guards is there, so that waiting is over. */
  readonly isDone: () => Promise<boolean>;
  /** Milliseconds after which a lock counts as left behind, whoever holds it. */
  readonly staleAfter?: number;
}

/**
 * Does work that only one process should do at a time; the others wait until it is done.
 * The lock of a process that died is taken over. It saves work and is no guard of what is written:
 * two that take over at once both work, so the work itself must end in one rename.
 */
export async function withLock(file: string, work: () => Promise<void>, options: LockOptions): Promise<void> {
  const staleAfter = options.staleAfter ?? 120_000;
  while (!(await options.isDone())) {
    if (await take(file)) {
      try {
        if (!(await options.isDone())) await work();
      } finally {
        await rm(file, { force: true });
      }
      return;
    }
    if (await isStale(file, staleAfter)) await rm(file, { force: true });
    else await sleep(100);
  }
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname() }));
    await handle.close();
    return true;
  } catch (error) {
    if (isNodeError(error, 'EEXIST')) return false;
    throw error;
  }
}

async function isStale(file: string, staleAfter: number): Promise<boolean> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    if (Date.now() - mtimeMs > staleAfter) return true;
    const owner: unknown = text === '' ? {} : JSON.parse(text);
    if (typeof owner !== 'object' || owner === null || !('pid' in owner) || !('host' in owner)) return false;
    return owner.host === hostname() && typeof owner.pid === 'number' && !isAlive(owner.pid);
  } catch (error) {
    if (isNodeError(error, 'ENOENT') || error instanceof SyntaxError) return false;
    throw error;
  }
}

function isNodeError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
