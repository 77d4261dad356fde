import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';

/** A browser that might print. */
export interface BrowserCandidate {
  readonly executable: string;
  /** A headless shell starts faster and reaches for no network. */
  readonly isShell: boolean;
  /** Added to the environment of the browser. */
  readonly env: Readonly<Record<string, string>>;
}

/** The browser that was asked for by option or environment, with the words that asked for it. */
export function requestedBrowser(
  option: string | undefined,
  env: NodeJS.ProcessEnv,
): { readonly path: string; readonly by: string } | undefined {
  if (option) return { path: option, by: '--browser' };
  for (const by of ['THREADWRIGHT_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH']) {
    const path = env[by];
    if (path) return { path, by };
  }
  return undefined;
}

/** Makes a candidate of a path. */
export function browserAt(executable: string, env: Readonly<Record<string, string>> = {}): BrowserCandidate {
  return { executable, isShell: /headless[-_]shell/i.test(basename(executable)), env };
}

/** Finds the browsers that are installed in the usual places, the best first. */
export async function findInstalledBrowsers(env: NodeJS.ProcessEnv): Promise<readonly BrowserCandidate[]> {
  const found: BrowserCandidate[] = [];
  for (const path of [...pathsOnPath(env), ...usualPaths(env)]) {
    if (await isExecutable(path)) found.push(browserAt(path));
  }
  return found;
}

/** The names that are looked for, for a message. */
export const BROWSER_NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'headless_shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
] as const;

function pathsOnPath(env: NodeJS.ProcessEnv): readonly string[] {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return BROWSER_NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

function usualPaths(env: NodeJS.ProcessEnv): readonly string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
        ['/Applications', join(homedir(), 'Applications')].map((root) =>
          join(root, `${name}.app/Contents/MacOS`, name),
        ),
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
        const root = env[name];
        if (!root) return [];
        return ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((path) =>
          join(root, path),
        );
      });
    default:
      return ['/opt/google/chrome/chrome', '/snap/bin/chromium'];
  }
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
