import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './is-alive.js';

const PREFIX = 'threadwright-browser-';
/** A browser that was killed with its tool leaves its folder; after this many milliseconds it is nobody's. */
const LEFT_BEHIND = 10 * 60_000;

/** Makes a folder for one browser's profile, owned by whom the browser runs as, and removes those that were left behind. */
export async function makeProfileFolder(owner: number | undefined): Promise<string> {
  await removeLeftBehind();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const profile = join(folder, 'profile');
  await mkdir(profile);
  for (const path of [folder, profile]) {
    await chmod(path, 0o700);
    if (owner !== undefined) await chown(path, owner, owner);
  }
  return folder;
}

async function removeLeftBehind(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    const age = Date.now() - ((await stat(folder).catch(() => undefined))?.mtimeMs ?? Date.now());
    // Somebody else's folder cannot be removed, and need not be.
    if (age > LEFT_BEHIND) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
