import { access, realpath, stat } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { createMessage } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';

/** How much a browser may do if a page takes it over. */
export type Confinement =
  /** In its own sandbox. */
  | { readonly kind: 'sandbox' }
  /** In its own sandbox as a user without rights, which is how root gets one. */
  | { readonly kind: 'nobody'; readonly setpriv: string }
  /** As a user without rights, but without the browser's sandbox. */
  | { readonly kind: 'nobody-unsandboxed'; readonly setpriv: string }
  | { readonly kind: 'unsandboxed' };

/** Root's browser runs as nobody; only root may run one without the browser's sandbox, and is told so. */
export async function possibleConfinements(
  executable: string,
  env: NodeJS.ProcessEnv,
): Promise<readonly Confinement[]> {
  if (process.getuid?.() !== 0) return [{ kind: 'sandbox' }];
  const setpriv = await findOnPath('setpriv', env);
  if (setpriv === undefined || !(await isReachableByAll(executable))) return [{ kind: 'unsandboxed' }];
  return [{ kind: 'nobody', setpriv }, { kind: 'nobody-unsandboxed', setpriv }, { kind: 'unsandboxed' }];
}

/** Says that a browser runs without its sandbox. */
export function confinementMessages(confinement: Confinement): readonly Message[] {
  if (confinement.kind === 'sandbox' || confinement.kind === 'nobody') return [];
  const who = confinement.kind === 'unsandboxed' ? 'as root' : 'as a user without rights';
  const note = 'Build as an ordinary user, or allow user namespaces';
  return [createMessage('browser-unsandboxed', undefined, `The browser runs ${who} and without its sandbox`, note)];
}

/** How a browser was started, for the list of what was tried. */
export function confinementWords(confinement: Confinement): string {
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

/** True when a user without rights can run a file: every folder above it is open to all. */
async function isReachableByAll(file: string): Promise<boolean> {
  try {
    const path = await realpath(file);
    if (((await stat(path)).mode & 0o005) !== 0o005) return false;
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      if (((await stat(folder)).mode & 0o001) === 0) return false;
      if (folder === dirname(folder)) return true;
    }
  } catch {
    return false;
  }
}
