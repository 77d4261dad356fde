import { execFile } from 'node:child_process';
import { chmod, chown, lstat, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { withLock } from './with-lock.js';

const require = createRequire(import.meta.url);

/** The packaged browser, unpacked. */
export interface UnpackedChromium {
  readonly executable: string;
  /** Shared libraries that a bare system lacks. */
  readonly libraries: string;
  /** A configuration with one font, for a system without any. */
  readonly fonts: string;
}

/** Unpacks the packaged browser below a cache folder, unless it is there already, and returns where it is. */
export async function unpackChromium(cacheFolder: string): Promise<UnpackedChromium> {
  const entry = require.resolve('@sparticuz/chromium');
  const folder = join(cacheFolder, `chromium-${await packageVersion(entry)}`);
  const executable = join(folder, 'chromium');
  await withLock(`${folder}.lock`, () => unpack(entry, cacheFolder, folder), { isDone: () => exists(executable) });
  await assertOurs(executable);
  return { executable, libraries: join(folder, 'al2023', 'lib'), fonts: join(folder, 'fonts') };
}

/**
 * The package unpacks into the folder for temporary files, under fixed names, and its libraries only where it believes
 * itself on AWS. A process of its own gives it such surroundings and leaves ours alone.
 */
const UNPACK_SCRIPT = `
  const loaded = require(process.argv[1]);
  (loaded.default ?? loaded).executablePath().catch((error) => { console.error(error); process.exit(1); });`;

async function unpack(entry: string, cacheFolder: string, folder: string): Promise<void> {
  const staging = await mkdtemp(`${folder}.unpacking-`);
  try {
    const env = { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', NODE_OPTIONS: '' };
    await promisify(execFile)(process.execPath, ['-e', UNPACK_SCRIPT, entry], { env, cwd: cacheFolder });
    await takeOver(staging);
    await rename(staging, folder);
  } catch (error) {
    // Somebody else was faster: theirs is as good.
    if (!(await exists(join(folder, 'chromium')))) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** The archives carry another machine's owners and modes. */
async function takeOver(path: string): Promise<void> {
  const found = await lstat(path);
  if (found.isSymbolicLink()) return;
  const [uid, gid] = [process.getuid?.(), process.getgid?.()];
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
  const readable = process.getuid?.() === 0 ? 0o055 : 0;
  if (!found.isDirectory()) {
    await chmod(path, found.mode & 0o100 ? 0o700 | readable : 0o600 | (readable & 0o044));
    return;
  }
  await chmod(path, 0o700 | readable);
  for (const name of await readdir(path)) await takeOver(join(path, name));
}

async function assertOurs(executable: string): Promise<void> {
  const { uid, mode } = await stat(executable);
  const isOurs = process.getuid === undefined || uid === process.getuid();
  if (!isOurs || (mode & 0o022) !== 0) throw new Error(`${executable} could have been changed by somebody else`);
}

async function packageVersion(entry: string): Promise<string> {
  const file = join(dirname(entry), '..', '..', 'package.json');
  const manifest: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest))
    throw new Error(`No version: ${file}`);
  return String(manifest.version);
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
