import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { BrowserKind } from '../model/browser-kind.js';

/**
 * Returns where `npx @puppeteer/browsers install` and puppeteer put browsers of a kind, the newest version first.
 * A browser lies at `CACHE/NAME/PLATFORM-VERSION/NAME-PLATFORM/…` (as of @puppeteer/browsers 2.13, read 2026-11-24).
 */
export async function findDownloads(kind: BrowserKind, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const name = { 'headless-shell': 'chrome-headless-shell', chrome: 'chrome', chromium: 'chromium' }[kind as string];
  if (name === undefined) return [];
  const asked = env['PUPPETEER_CACHE_DIR'];
  // A relative folder would be the project's
  const cache = asked !== undefined && isAbsolute(asked) ? asked : join(homedir(), '.cache', 'puppeteer');
  const builds = (await namesIn(join(cache, name))).filter((build) => PLATFORM.test(build)).sort(newestFirst);
  const found: string[] = [];
  for (const build of builds) {
    const folder = join(cache, name, build);
    for (const inner of await namesIn(folder)) found.push(...executablesIn(join(folder, inner), name));
  }
  return found;
}

const PLATFORM = { darwin: /^mac(_arm)?-/, win32: /^win(32|64)-/ }[process.platform as string] ?? /^linux(_arm)?-/;

/** Whichever of them exists is it. */
function executablesIn(folder: string, name: string): readonly string[] {
  if (process.platform === 'win32') return [join(folder, name === 'chromium' ? 'chrome.exe' : `${name}.exe`)];
  if (process.platform === 'darwin' && name !== 'chrome-headless-shell') {
    const app = name === 'chrome' ? 'Google Chrome for Testing' : 'Chromium';
    return [join(folder, `${app}.app`, 'Contents', 'MacOS', app)];
  }
  return [join(folder, name === 'chromium' ? 'chrome' : name)];
}

function newestFirst(a: string, b: string): number {
  const [left, right] = [versionOf(a), versionOf(b)];
  for (const [index, part] of left.entries()) {
    const difference = (right[index] ?? 0) - part;
    if (difference !== 0) return difference;
  }
  return right.length - left.length;
}

function versionOf(build: string): readonly number[] {
  return build
    .slice(build.indexOf('-') + 1)
    .split('.')
    .map(Number);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
