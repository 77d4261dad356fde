import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, LaunchOptions } from 'puppeteer-core';
import { browserEnvironment } from './browser-environment.js';
import { isSandboxed, type Confinement } from './confinement.js';
import type { BrowserCandidate } from './find-browsers.js';
import { onProcessEnd } from './on-process-end.js';
import { makeProfileFolder, temporaryRoomProblem } from './profile-folder.js';

/** A browser that runs. */
export interface RunningBrowser extends AsyncDisposable {
  readonly browser: Browser;
  readonly candidate: BrowserCandidate;
  readonly confinement: Confinement;
  /** Its name and version, e.g. `HeadlessChrome/143.0.7499.40`. */
  readonly version: string;
  /** Ends it at once, in one synchronous step. */
  readonly kill: () => void;
}

const LAUNCH_TIMEOUT = 30_000;
const SECOND_TIMEOUT = 10_000;
const CLOSE_TIMEOUT = 5_000;
/** The id that belongs to nobody. */
const NOBODY = 65_534;

/** Starts a browser without network, in a profile of its own that is deleted with it. Throws `NoRoom` without one. */
export async function launchBrowser(candidate: BrowserCandidate, confinement: Confinement): Promise<RunningBrowser> {
  const { default: puppeteer } = await import('puppeteer-core');
  const folder = await makeProfileFolder('setpriv' in confinement ? NOBODY : undefined);
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const forget = onProcessEnd(remove);
  const options = launchOptions(candidate, confinement, folder);
  const launch = (changes: LaunchOptions): Promise<Browser> =>
    puppeteer.launch(wrap({ ...options, ...changes }, confinement, (given) => puppeteer.defaultArgs(given)));
  try {
    const browser = await launch({});
    const kill = (): void => {
      forget();
      killGroup(browser);
      remove();
    };
    return { browser, candidate, confinement, version: await browser.version(), ...ending(browser, kill) };
  } catch (error) {
    const reason = (await temporaryRoomProblem()) ?? (await lastWords(launch));
    forget();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    throw reason ?? error;
  }
}

/**
 * Over a pipe a browser cannot say why it does not start; over a port its last words come with the error.
 * One that starts this time is ended: a port is open to every user of the machine.
 */
async function lastWords(launch: (changes: LaunchOptions) => Promise<Browser>): Promise<unknown> {
  try {
    const browser = await launch({ pipe: false, timeout: SECOND_TIMEOUT });
    await browser.close();
    return undefined;
  } catch (error) {
    return error;
  }
}

function launchOptions(candidate: BrowserCandidate, confinement: Confinement, folder: string): LaunchOptions {
  return {
    executablePath: candidate.executable,
    headless: candidate.isShell ? 'shell' : true,
    // No debugging port that other users of the machine could reach.
    pipe: true,
    userDataDir: join(folder, 'profile'),
    args: [
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--font-render-hinting=none',
      '--lang=en-US',
      '--no-pings',
      '--disable-domain-reliability',
      ...(isSandboxed(confinement) ? [] : ['--no-sandbox']),
    ],
    env: browserEnvironment(process.env, folder, candidate.env),
    // The tool's own handlers end the browser.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: LAUNCH_TIMEOUT,
  };
}

/** Puts `setpriv` before the browser where it must run as nobody. */
function wrap(
  options: LaunchOptions,
  confinement: Confinement,
  defaultArgs: (options: LaunchOptions) => string[],
): LaunchOptions {
  if (!('setpriv' in confinement) || options.executablePath === undefined) return options;
  const identity = [
    `--reuid=${NOBODY}`,
    `--regid=${NOBODY}`,
    '--clear-groups',
    '--inh-caps=-all',
    '--bounding-set=-all',
    '--no-new-privs',
  ];
  return {
    ...options,
    executablePath: confinement.setpriv,
    ignoreDefaultArgs: true,
    args: [...identity, '--', options.executablePath, ...defaultArgs(options)],
  };
}

function ending(browser: Browser, kill: () => void): Pick<RunningBrowser, 'kill' | typeof Symbol.asyncDispose> {
  return {
    kill,
    [Symbol.asyncDispose]: async () => {
      await Promise.race([browser.close().catch(() => undefined), timeout(CLOSE_TIMEOUT)]);
      kill();
    },
  };
}

function killGroup(browser: Browser): void {
  const child = browser.process();
  try {
    // The browser leads a group of its own, in which its helpers run.
    if (child?.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child?.kill('SIGKILL');
  } catch {
    // It is gone already.
  }
}

function timeout(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
