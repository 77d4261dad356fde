import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withLock } from '../../src/browser/with-lock.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadwright-test-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('a lock', () => {
  test('lets one work while the others wait for the result', async () => {
    let times = 0;
    const work = async (): Promise<void> => {
      times += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      await writeFile(join(folder, 'done'), '');
    };
    await Promise.all(Array.from({ length: 5 }, () => withLock(join(folder, 'lock'), work, { isDone })));
    expect(times).toBe(1);
    expect(await readdir(folder)).toEqual(['done']);
  });

  test('is opened again when the work fails', async () => {
    const fail = withLock(join(folder, 'lock'), () => Promise.reject(new Error('disk full')), { isDone });
    await expect(fail).rejects.toThrow('disk full');
    expect(await readdir(folder)).toEqual([]);
  });

  test('of a process that died is taken over', async () => {
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }));
    await withLock(join(folder, 'lock'), finish, { isDone });
    expect(await readdir(folder)).toEqual(['done']);
  });

  test('that is old, or of another machine and old, is taken over', async () => {
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: process.pid, host: 'elsewhere' }));
    await utimes(join(folder, 'lock'), 0, 0);
    await withLock(join(folder, 'lock'), finish, { isDone });
    expect(await readdir(folder)).toEqual(['done']);
  });

  test('that is half written is waited for', async () => {
    await writeFile(join(folder, 'lock'), '');
    const waiting = withLock(join(folder, 'lock'), () => Promise.reject(new Error('worked')), { isDone });
    await finish();
    await waiting;
    expect(await readdir(folder)).toEqual(['done', 'lock']);
  });
});

async function finish(): Promise<void> {
  await writeFile(join(folder, 'done'), '');
}

async function isDone(): Promise<boolean> {
  return stat(join(folder, 'done')).then(
    () => true,
    () => false,
  );
}
