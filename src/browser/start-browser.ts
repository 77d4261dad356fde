import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { createMessage } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import { browserVersion } from './browser-version.js';
import { openCacheFolder } from './cache-folder.js';
import {
  BROWSER_NAMES,
  browserAt,
  findInstalledBrowsers,
  requestedBrowser,
  type BrowserCandidate,
} from './find-browsers.js';
import { launchBrowser, type Confinement, type RunningBrowser } from './launch-browser.js';
import { unpackChromium } from './unpack-chromium.js';

export interface StartOptions {
  /** Path of the browser to use. */
  readonly browser?: string | undefined;
  /** Where the packaged browser is unpacked. */
  readonly cacheDir?: string | undefined;
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts the browser that was asked for, else the packaged one, else an installed one; without any there is a message. */
export async function startBrowser(options: StartOptions): Promise<Outcome<RunningBrowser | undefined>> {
  const env = options.env ?? process.env;
  const requested = requestedBrowser(options.browser, env);
  const tried: string[] = [];
  const confinements = await possibleConfinements(env);
  for await (const candidate of candidates(options, env, tried)) {
    for (const confinement of confinements) {
      try {
        const browser = await launchBrowser(candidate, confinement);
        return { value: browser, messages: warnings(confinement) };
      } catch (error) {
        tried.push(`\`${candidate.executable}\`${confinementWords(confinement)}: ${firstLine(error)}`);
      }
    }
  }
  return { value: undefined, messages: [missing(requested, tried)] };
}

async function* candidates(
  options: StartOptions,
  env: NodeJS.ProcessEnv,
  tried: string[],
): AsyncGenerator<BrowserCandidate> {
  const requested = requestedBrowser(options.browser, env);
  if (requested) {
    const candidate = browserAt(requested.path);
    const version = await browserVersion(candidate);
    if (version.value === undefined) tried.push(`\`${requested.path}\`: ${version.reason}`);
    else yield candidate;
    return;
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      yield await packagedBrowser(options, env);
    } catch (error) {
      tried.push(`the packaged browser: ${firstLine(error)}`);
    }
  }
  yield* await findInstalledBrowsers(env);
}

async function packagedBrowser(options: StartOptions, env: NodeJS.ProcessEnv): Promise<BrowserCandidate> {
  const { executable, libraries, fonts } = await unpackChromium(
    await openCacheFolder({ cacheDir: options.cacheDir, env }),
  );
  const hasFontconfig = await access('/etc/fonts/fonts.conf').then(
    () => true,
    () => false,
  );
  const plain: Readonly<Record<string, string>> = hasFontconfig ? {} : { FONTCONFIG_PATH: fonts };
  const withLibraries = { ...plain, LD_LIBRARY_PATH: [libraries, env['LD_LIBRARY_PATH']].filter(Boolean).join(':') };
  let reason = '';
  for (const variables of [plain, withLibraries]) {
    const candidate: BrowserCandidate = { executable, isShell: true, env: variables };
    const version = await browserVersion(candidate);
    if (version.value !== undefined) return candidate;
    reason = version.reason;
  }
  throw new Error(reason);
}

/** Root's browser runs as nobody; only root may run one without the browser's sandbox, and is told so. */
async function possibleConfinements(env: NodeJS.ProcessEnv): Promise<readonly Confinement[]> {
  if (process.getuid?.() !== 0) return [{ kind: 'sandbox' }];
  const setpriv = await findOnPath('setpriv', env);
  if (setpriv === undefined) return [{ kind: 'unsandboxed' }];
  return [{ kind: 'nobody', setpriv }, { kind: 'nobody-unsandboxed', setpriv }, { kind: 'unsandboxed' }];
}

async function findOnPath(name: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    const path = join(folder, name);
    try {
      await access(path);
      return path;
    } catch {
      // Look further.
    }
  }
  return undefined;
}

function warnings(confinement: Confinement): readonly Message[] {
  if (confinement.kind === 'sandbox' || confinement.kind === 'nobody') return [];
  const who = confinement.kind === 'unsandboxed' ? 'as root' : 'as a user without rights';
  const note = 'Build as an ordinary user, or allow user namespaces';
  return [createMessage('browser-unsandboxed', undefined, `The browser runs ${who} and without its sandbox`, note)];
}

function confinementWords(confinement: Confinement): string {
  switch (confinement.kind) {
    case 'sandbox':
      return '';
    case 'nobody':
      return ' as nobody';
    case 'nobody-unsandboxed':
      return ' as nobody without a sandbox';
    case 'unsandboxed':
      return ' without a sandbox';
  }
}

function missing(requested: ReturnType<typeof requestedBrowser>, tried: readonly string[]): Message {
  const attempts = tried.length > 0 ? `; tried ${tried.join('; ')}` : '';
  if (requested) {
    const reason = `Unexpected browser \`${requested.path}\` (from \`${requested.by}\`), expected one that starts${attempts}`;
    return createMessage('browser-missing', undefined, reason, `Correct or remove \`${requested.by}\``);
  }
  const reason = `No browser to print with was found${attempts}; looked for ${BROWSER_NAMES.map((name) => `\`${name}\``).join(', ')}`;
  const note =
    'Install Chrome, Chromium or Edge (on Debian `apt-get install chromium-headless-shell`), ' +
    'name one with `--browser PATH`, or leave the report out with `--only thread,brief`';
  return createMessage('browser-missing', undefined, reason, note);
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const useful = text.split('\n').find((line) => /no usable sandbox|without --no-sandbox|shared libraries/i.test(line));
  return (useful ?? text.split('\n')[0] ?? '').trim();
}
