import { chmod, mkdir, realpath, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { isOpenToAll } from './confinement.js';
import { NoRoom, roomProblem } from './no-room.js';

interface CacheOptions {
  readonly cacheDir: string | undefined;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Returns the folders that the packaged browser may be unpacked into, the best first.
 * Root's cache can be reached by all, because root's browser runs as somebody who has no rights.
 */
export function cacheFolders({ cacheDir, env }: CacheOptions): readonly string[] {
  if (cacheDir !== undefined) return [cacheDir];
  const uid = process.getuid?.();
  const xdg = env['XDG_CACHE_HOME'];
  return [
    ...(xdg !== undefined && isAbsolute(xdg) ? [join(xdg, 'threadwright')] : []),
    uid === 0 ? '/var/cache/threadwright' : join(homedir(), '.cache', 'threadwright'),
    join(tmpdir(), `threadwright-${uid ?? 'cache'}`),
  ];
}

/** Makes a cache folder that nobody else can write to: what lies in it will be run. Throws `NoRoom`. */
export async function openCacheFolder(folder: string): Promise<string> {
  const uid = process.getuid?.();
  const mode = uid === 0 ? 0o755 : 0o700;
  try {
    await mkdir(folder, { recursive: true, mode });
    const found = await stat(folder);
    if (uid !== undefined && found.uid !== uid) throw new Error('it belongs to somebody else');
    // One that was filled earlier may lie on a disk that can only be read
    if ((found.mode & 0o777) !== mode) await chmod(folder, mode);
    const path = await realpath(folder);
    if (uid === 0 && !(await isOpenToAll(path))) throw new Error('a user without rights cannot reach it');
    return path;
  } catch (cause) {
    const why = roomProblem(cause) ?? (cause instanceof Error ? cause.message : String(cause));
    throw new NoRoom(`\`${folder}\` cannot hold it: ${why}`, CACHE_HINT, cause);
  }
}

/** What to do when no cache folder will do. */
export const CACHE_HINT =
  'Make room or give permission there (about 210 MB), or name another folder with `XDG_CACHE_HOME`';
