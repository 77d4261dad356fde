import { chmod, mkdir, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';

interface CacheOptions {
  readonly cacheDir: string | undefined;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Returns a folder that nobody else can write to, made if need be: what lies in it will be run.
 * Root's cache can be read by all, because root's browser runs as somebody who has no rights.
 */
export async function openCacheFolder({ cacheDir, env }: CacheOptions): Promise<string> {
  const uid = process.getuid?.();
  const isRoot = uid === 0;
  const xdg = env['XDG_CACHE_HOME'];
  const usual =
    xdg !== undefined && isAbsolute(xdg)
      ? join(xdg, 'threadwright')
      : isRoot
        ? '/var/cache/threadwright'
        : join(homedir(), '.cache', 'threadwright');
  const places = cacheDir === undefined ? [usual, join(tmpdir(), `threadwright-${uid ?? 'cache'}`)] : [cacheDir];
  const causes: unknown[] = [];
  for (const place of places) {
    try {
      return await makePrivate(place, uid, isRoot ? 0o755 : 0o700);
    } catch (cause) {
      causes.push(cause);
    }
  }
  throw new AggregateError(causes, `No folder for the browser could be made: ${causes.map(String).join('; ')}`);
}

async function makePrivate(folder: string, uid: number | undefined, mode: number): Promise<string> {
  await mkdir(folder, { recursive: true, mode });
  const found = await stat(folder);
  if (uid !== undefined && found.uid !== uid) throw new Error(`${folder} belongs to somebody else`);
  await chmod(folder, mode);
  return folder;
}
