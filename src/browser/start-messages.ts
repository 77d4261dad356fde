import { createMessage } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { BrowserKind } from '../model/browser-kind.js';
import { ALLOW_NO_SANDBOX } from './confinement.js';
import type { BrowserCandidate } from './find-browsers.js';
import type { BrowserRequest } from './requested-browser.js';

/** A browser that did not start. */
export interface Attempt {
  /** Its path, or its kind where it has none yet. */
  readonly what: string;
  readonly why: string;
  /** Whether it failed by itself, for want of a sandbox or for want of room. */
  readonly cause: 'start' | 'sandbox' | 'room';
  /** What to do about it. */
  readonly hint?: string;
}

/** Says that a browser that was found did not start, and which one prints in its place. */
export function skippedBrowser({ what, why, hint }: Attempt, { executable }: BrowserCandidate): Message {
  const reason = `The browser \`${what}\` did not start, \`${executable}\` prints in its place: ${why}`;
  const note = hint ?? '`threadwright doctor` shows what is tried; `--browser` names one';
  return createMessage('browser-skipped', undefined, reason, note);
}

/** Says that nothing can print, why, and what helps. */
export function noBrowser(request: BrowserRequest | undefined, attempts: readonly Attempt[]): Message {
  const tried = attempts.map(({ what, why }) => `\`${what}\`: ${why}`).join('; ');
  const room = attempts.find(({ cause }) => cause === 'room');
  if (room) return createMessage('browser-room', undefined, `The browser has no room: ${tried}`, room.hint);
  if (attempts.some(({ cause }) => cause === 'sandbox')) {
    const reason = `No browser could be started in its sandbox: ${tried}`;
    return createMessage('browser-sandbox', undefined, reason, SANDBOX_NOTE);
  }
  if (request) return requestFailed(request, tried);
  const reason = `No browser to print with was found${tried === '' ? '' : `; tried ${tried}`}`;
  return createMessage('browser-missing', undefined, reason, INSTALL_NOTE);
}

function requestFailed(request: BrowserRequest, tried: string): Message {
  const by = request.by === 'browser' ? '`browser` in the configuration' : `\`${request.by}\``;
  if ('kind' in request) {
    const reason = `Unexpected \`${request.kind}\` from ${by}, ${tried === '' ? 'none was found' : `it does not start: ${tried}`}`;
    return createMessage(
      'browser-missing',
      undefined,
      reason,
      `${HOW_TO_GET[request.kind]}, or correct or remove ${by}`,
    );
  }
  const reason = `Unexpected browser from ${by}, expected one that starts: ${tried}`;
  return createMessage('browser-missing', undefined, reason, `Correct or remove ${by}`);
}

const SANDBOX_NOTE =
  'Allow user namespaces (in Docker `--cap-add=SYS_ADMIN` or a seccomp profile that allows them; on Ubuntu ' +
  '`sysctl kernel.apparmor_restrict_unprivileged_userns=0`), or, for drafts that you trust, ' +
  `set \`${ALLOW_NO_SANDBOX}=1\``;

const INSTALL_NOTE =
  'Install one: `npx @puppeteer/browsers install chrome-headless-shell --path ~/.cache/puppeteer`, on Debian ' +
  '`apt-get install chromium-headless-shell`, or Chrome, Chromium or Edge; or name one with `--browser FILE`, ' +
  'or leave the report out with `--only thread,brief`';

const HOW_TO_GET: Record<BrowserKind, string> = {
  packaged: 'Install Threadwright’s packages anew',
  'headless-shell':
    'Install one with `npx @puppeteer/browsers install chrome-headless-shell --path ~/.cache/puppeteer`',
  chrome: 'Install Google Chrome',
  chromium: 'Install Chromium',
  edge: 'Install Microsoft Edge',
};
