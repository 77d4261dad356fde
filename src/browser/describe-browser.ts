import { dirname } from 'node:path';
import type { BrowserKind } from '../model/browser-kind.js';
import { BROWSER_KINDS } from '../model/browser-kind.js';
import { cacheFolders } from './cache-folder.js';
import { confinementWords, isSandboxed } from './confinement.js';
import { findInstalledBrowsers } from './find-browsers.js';
import type { RunningBrowser } from './launch-browser.js';

/** A browser that prints, for people. */
export interface BrowserDescription {
  readonly kind: BrowserKind | 'named';
  readonly path: string;
  /** E.g. `HeadlessChrome/143.0.7499.40`. */
  readonly version: string;
  /** How it was found, in words. */
  readonly from: string;
  /** How it is held, in words. */
  readonly confinement: string;
  readonly isSandboxed: boolean;
}

/** Describes a browser that runs. */
export function describeBrowser({ candidate, version, confinement }: RunningBrowser): BrowserDescription {
  return {
    kind: candidate.kind ?? 'named',
    path: candidate.executable,
    version,
    from: candidate.from,
    confinement: confinementWords(confinement),
    isSandboxed: isSandboxed(confinement),
  };
}

/** An installed browser, whether it starts or not. */
export interface InstalledBrowser {
  readonly kind: BrowserKind;
  readonly path: string;
}

/** Lists the browsers that are installed on this machine, in the order in which they would be tried. */
export async function listInstalledBrowsers(env: NodeJS.ProcessEnv): Promise<readonly InstalledBrowser[]> {
  const found: InstalledBrowser[] = [];
  for (const kind of BROWSER_KINDS) {
    if (kind === 'packaged') continue;
    for (const { executable } of await findInstalledBrowsers(kind, env)) found.push({ kind, path: executable });
  }
  return found;
}

/** The folder that the packaged browser is unpacked into: that of the one that runs, else the first that would be tried. */
export function browserCache(running: BrowserDescription | undefined, env: NodeJS.ProcessEnv): string {
  if (running?.kind === 'packaged') return dirname(dirname(running.path));
  return cacheFolders({ cacheDir: undefined, env })[0] ?? '';
}
