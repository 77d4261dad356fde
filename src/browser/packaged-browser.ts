import { access } from 'node:fs/promises';
import { CACHE_HINT, cacheFolders, openCacheFolder } from './cache-folder.js';
import type { BrowserCandidate } from './find-browsers.js';
import { NoRoom, roomProblem } from './no-room.js';
import { startProblem } from './start-problem.js';
import { unpackChromium, type UnpackedChromium } from './unpack-chromium.js';

interface PackagedOptions {
  readonly cacheDir: string | undefined;
  readonly env: NodeJS.ProcessEnv;
}

/** True where the packaged browser runs at all. */
export function hasPackagedBrowser(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Unpacks the browser that comes with this package, unless it is there already; throws when it cannot be run. */
export async function packagedBrowser({ cacheDir, env }: PackagedOptions): Promise<BrowserCandidate> {
  const { executable, libraries, fonts } = await unpackSomewhere(cacheFolders({ cacheDir, env }));
  const hasFontconfig = await access('/etc/fonts/fonts.conf').then(
    () => true,
    () => false,
  );
  const plain: Readonly<Record<string, string>> = hasFontconfig ? {} : { FONTCONFIG_PATH: fonts };
  const withLibraries = { ...plain, LD_LIBRARY_PATH: [libraries, env['LD_LIBRARY_PATH']].filter(Boolean).join(':') };
  let problem: string | undefined;
  for (const variables of [plain, withLibraries]) {
    const candidate: BrowserCandidate = {
      executable,
      kind: 'packaged',
      isShell: true,
      from: 'comes with Threadwright',
      env: variables,
    };
    problem = await startProblem(candidate);
    if (problem === undefined) return candidate;
  }
  throw new Error(problem);
}

/** A folder that is full or closed leads to the next; all of them are named when none will do. */
async function unpackSomewhere(folders: readonly string[]): Promise<UnpackedChromium> {
  const reasons: string[] = [];
  for (const folder of folders) {
    try {
      return await unpackChromium(await openCacheFolder(folder));
    } catch (error) {
      const problem = roomProblem(error);
      if (error instanceof NoRoom) reasons.push(error.reason);
      else if (problem === undefined) throw error;
      else reasons.push(`\`${folder}\` cannot hold it: ${problem}`);
    }
  }
  throw new NoRoom(reasons.join('; '), CACHE_HINT, undefined);
}
