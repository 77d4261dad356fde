import { access } from 'node:fs/promises';
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
import { launchBrowser, type RunningBrowser } from './launch-browser.js';
import { confinementMessages, confinementWords, possibleConfinements } from './confinement.js';
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
  for await (const candidate of candidates(options, env, tried)) {
    for (const confinement of await possibleConfinements(candidate.executable, env)) {
      try {
        const browser = await launchBrowser(candidate, confinement);
        return { value: browser, messages: confinementMessages(confinement) };
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

/** The line of an error that tells most. */
function firstLine(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n').map((line) => line.trim());
  const telling = lines.find((line) => /no usable sandbox|without --no-sandbox|shared libraries/i.test(line));
  return telling ?? lines.find((line) => line !== '') ?? 'it does not start';
}
