import { realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import type { BrowserKind } from '../model/browser-kind.js';
import { findDownloads } from './find-downloads.js';
import { isExecutable } from './is-executable.js';
import { safeFolders } from './safe-folders.js';

/** A browser that might print. */
export interface BrowserCandidate {
  readonly executable: string;
  /** `undefined` for a program that was named. */
  readonly kind: BrowserKind | undefined;
  /** A headless shell starts faster and reaches for no network. */
  readonly isShell: boolean;
  /** Where it comes from, in words, e.g. `found on PATH`. */
  readonly from: string;
  /** Added to the environment of the browser. */
  readonly env: Readonly<Record<string, string>>;
}

/** A kind of browser that a system or a person installs. */
type InstalledKind = Exclude<BrowserKind, 'packaged'>;

/** Makes a candidate of a path. */
export function browserAt(executable: string, from: string, kind?: BrowserKind): BrowserCandidate {
  return { executable, kind, isShell: /headless[-_]shell/i.test(basename(executable)), from, env: {} };
}

/** Finds the installed browsers of one kind in the usual places, the best first; a place that two names lead to once. */
export async function findInstalledBrowsers(
  kind: InstalledKind,
  env: NodeJS.ProcessEnv,
): Promise<readonly BrowserCandidate[]> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = NAMES[kind].flatMap((name) => safeFolders(env).map((folder) => join(folder, name + suffix)));
  const wanted = [
    ...onPath.map((path) => browserAt(path, 'found on PATH', kind)),
    ...usualPaths(kind, env).map((path) => browserAt(path, 'found in its usual place', kind)),
  ];
  const downloads = (await findDownloads(kind, env)).map((path) =>
    browserAt(path, 'found in the cache of puppeteer', kind),
  );
  const found = new Map<string, BrowserCandidate>();
  // A headless shell that was downloaded for printing is newer than the system's
  for (const candidate of kind === 'headless-shell' ? [...downloads, ...wanted] : [...wanted, ...downloads]) {
    if (!(await isExecutable(candidate.executable))) continue;
    const real = await realpath(candidate.executable);
    if (!found.has(real)) found.set(real, candidate);
  }
  return [...found.values()];
}

/** The names that are looked for on `PATH`. */
const NAMES: Record<InstalledKind, readonly string[]> = {
  'headless-shell': ['chrome-headless-shell', 'chromium-headless-shell', 'headless_shell'],
  chrome: ['google-chrome-stable', 'google-chrome'],
  chromium: ['chromium', 'chromium-browser'],
  edge: ['microsoft-edge-stable', 'microsoft-edge'],
};

function usualPaths(kind: InstalledKind, env: NodeJS.ProcessEnv): readonly string[] {
  switch (process.platform) {
    case 'darwin': {
      const app = { 'headless-shell': '', chrome: 'Google Chrome', chromium: 'Chromium', edge: 'Microsoft Edge' }[kind];
      const roots = app === '' ? [] : ['/Applications', join(homedir(), 'Applications')];
      return roots.map((root) => join(root, `${app}.app`, 'Contents', 'MacOS', app));
    }
    case 'win32': {
      const path = {
        'headless-shell': '',
        chrome: 'Google/Chrome/Application/chrome.exe',
        chromium: 'Chromium/Application/chrome.exe',
        edge: 'Microsoft/Edge/Application/msedge.exe',
      }[kind];
      const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
      return path === '' ? [] : roots.map((root) => join(root, path));
    }
    default:
      return {
        'headless-shell': [],
        chrome: ['/opt/google/chrome/chrome'],
        chromium: ['/snap/bin/chromium'],
        edge: [],
      }[kind];
  }
}
