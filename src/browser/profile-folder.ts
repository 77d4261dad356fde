import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './is-alive.js';
import { NoRoom, roomProblem } from './no-room.js';

const PREFIX = 'threadwright-browser-';
/** A browser that was killed with its tool leaves its folder; after this many milliseconds it is nobody's. */
const LEFT_BEHIND = 10 * 60_000;

/**
 * Makes a folder for one browser's profile, owned by whom the browser runs as, and removes those that were left behind.
 * Throws `NoRoom`.
 */
export async function makeProfileFolder(owner: number | undefined): Promise<string> {
  await removeLeftBehind();
  try {
    return await make(owner);
  } catch (cause) {
    const why = roomProblem(cause) ?? (cause instanceof Error ? cause.message : String(cause));
    throw new NoRoom(`\`${tmpdir()}\` cannot hold the browser’s profile: ${why}`, TEMPORARY_HINT, cause);
  }
}

/** What to do when the folder for temporary files is full. */
const TEMPORARY_HINT = 'Make room or give permission there, or name another folder for temporary files with `TMPDIR`';

/** A browser keeps its memory that processes share in the temporary folder, and dies without a word when that is full. */
const ROOM_NEEDED = 64 * 1024 * 1024;

/** Tells whether a browser that failed did so for want of room. */
export async function temporaryRoomProblem(): Promise<NoRoom | undefined> {
  const room = await statfs(tmpdir()).catch(() => undefined);
  if (!room || room.bavail * room.bsize >= ROOM_NEEDED) return undefined;
  const left = Math.floor((room.bavail * room.bsize) / 1024 / 1024);
  const needed = ROOM_NEEDED / 1024 / 1024;
  const reason = `\`${tmpdir()}\` has ${left} MB left, and the browser needs about ${needed} MB there`;
  return new NoRoom(reason, TEMPORARY_HINT, undefined);
}

async function make(owner: number | undefined): Promise<string> {
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
