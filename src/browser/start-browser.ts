import { BROWSER_KINDS, type BrowserKind } from '../model/browser-kind.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import { confinementMessages, confinementWords, possibleConfinements } from './confinement.js';
import { browserAt, findInstalledBrowsers, type BrowserCandidate } from './find-browsers.js';
import { isExecutable } from './is-executable.js';
import { launchBrowser, type RunningBrowser } from './launch-browser.js';
import { NoRoom } from './no-room.js';
import { hasPackagedBrowser, packagedBrowser } from './packaged-browser.js';
import { requestedBrowser, type BrowserChoice, type BrowserRequest } from './requested-browser.js';
import { startProblem } from './start-problem.js';
import { noBrowser, skippedBrowser, type Attempt } from './start-messages.js';

export interface StartOptions extends BrowserChoice {
  /** Where the packaged browser is unpacked. */
  readonly cacheDir?: string | undefined;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Starts the browser that was asked for, and no other in its place; else the first of those that are found that starts,
 * with a warning about each that did not. Without any there is an error.
 */
export async function startBrowser(options: StartOptions): Promise<Outcome<RunningBrowser | undefined>> {
  const env = options.env ?? process.env;
  const request = requestedBrowser(options, env);
  const attempts: Attempt[] = [];
  for await (const candidate of candidates(request, { cacheDir: options.cacheDir, env }, attempts)) {
    const browser = await start(candidate, env, attempts);
    if (browser) {
      const skipped: Message[] = attempts.map((attempt) => skippedBrowser(attempt, candidate));
      return { value: browser, messages: [...skipped, ...confinementMessages(browser.confinement)] };
    }
  }
  return { value: undefined, messages: [noBrowser(request, attempts)] };
}

interface Places {
  readonly cacheDir: string | undefined;
  readonly env: NodeJS.ProcessEnv;
}

async function* candidates(
  request: BrowserRequest | undefined,
  places: Places,
  attempts: Attempt[],
): AsyncGenerator<BrowserCandidate> {
  if (request && 'path' in request) {
    const candidate = browserAt(request.path, `named by \`${request.by}\``);
    if (await isExecutable(request.path)) yield candidate;
    else attempts.push({ what: request.path, why: 'there is no such program', cause: 'start' });
    return;
  }
  const kinds: readonly BrowserKind[] = request ? [request.kind] : BROWSER_KINDS;
  for (const kind of kinds) {
    if (kind !== 'packaged') yield* await findInstalledBrowsers(kind, places.env);
    else if (hasPackagedBrowser()) {
      const candidate = await unpacked(places, attempts);
      if (candidate) yield candidate;
    } else if (request) {
      attempts.push({ what: kind, why: 'the package has a browser for Linux x64 only', cause: 'start' });
    }
  }
}

async function unpacked(places: Places, attempts: Attempt[]): Promise<BrowserCandidate | undefined> {
  try {
    return await packagedBrowser(places);
  } catch (error) {
    attempts.push(attempt('packaged', error));
    return undefined;
  }
}

async function start(
  candidate: BrowserCandidate,
  env: NodeJS.ProcessEnv,
  attempts: Attempt[],
): Promise<RunningBrowser | undefined> {
  const what = candidate.executable;
  const confinements = await possibleConfinements(what, env);
  if (typeof confinements === 'string') {
    attempts.push({ what, why: confinements, cause: 'sandbox' });
    return undefined;
  }
  const failed: Attempt[] = [];
  for (const confinement of confinements) {
    try {
      return await launchBrowser(candidate, confinement);
    } catch (error) {
      const { why, ...rest } = await explained(attempt(what, error), candidate);
      failed.push({ ...rest, why: confinements.length > 1 ? `${confinementWords(confinement)}: ${why}` : why });
    }
  }
  attempts.push(...failed);
  return undefined;
}

/** A process may be gone before its words were read; then it is asked again, for its version. */
async function explained(failed: Attempt, candidate: BrowserCandidate): Promise<Attempt> {
  if (failed.cause !== 'start' || !/\bCode: \d+$/.test(failed.why)) return failed;
  const problem = await startProblem(candidate);
  return problem === undefined ? failed : { ...failed, why: plain(problem) };
}

function attempt(what: string, error: unknown): Attempt {
  if (error instanceof NoRoom) return { what, why: error.reason, cause: 'room', hint: error.hint };
  const lines = (error instanceof Error ? error.message : String(error)).split('\n').map((line) => line.trim());
  const sandbox = lines.find((line) =>
    /no usable sandbox|without --no-sandbox|new namespace|setuid sandbox/i.test(line),
  );
  if (sandbox !== undefined) return { what, why: plain(sandbox), cause: 'sandbox' };
  const telling = lines.find((line) => /shared libraries|no such file|permission denied|exec format/i.test(line));
  return { what, why: plain(telling ?? lines.find((line) => line !== '') ?? 'it does not start'), cause: 'start' };
}

/** Takes away what a browser puts before each line of its log, and the advice that follows. */
function plain(line: string): string {
  const text = line.replace(/^\[[^\]]*\]\s*/, '');
  return (/^(.*?[.!?])(\s|$)/.exec(text)?.[1] ?? text).replace(/[.!]$/, '');
}
