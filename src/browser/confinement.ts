import { realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createMessage } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import { isExecutable } from './is-executable.js';
import { safeFolders } from './safe-folders.js';

/** How much a browser may do if a page takes it over. */
export type Confinement =
  /** In its own sandbox. */
  | { readonly kind: 'sandbox' }
  /** In its own sandbox as a user without rights, which is how root gets one. */
  | { readonly kind: 'nobody'; readonly setpriv: string }
  /** As a user without rights, but without the browser's sandbox. */
  | { readonly kind: 'nobody-unsandboxed'; readonly setpriv: string }
  | { readonly kind: 'unsandboxed' };

/** The environment variable that lets a browser run without its sandbox where it cannot have one. */
export const ALLOW_NO_SANDBOX = 'THREADWRIGHT_ALLOW_NO_SANDBOX';

/**
 * Returns the ways to run a browser, the safest first; or why there is none that is safe.
 * Chromium refuses to sandbox root on Linux, so root's browser runs as nobody.
 */
export async function possibleConfinements(
  executable: string,
  env: NodeJS.ProcessEnv,
): Promise<readonly Confinement[] | string> {
  const allowed = !['', '0', 'false'].includes(env[ALLOW_NO_SANDBOX] ?? '');
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return allowed ? [{ kind: 'sandbox' }, { kind: 'unsandboxed' }] : [{ kind: 'sandbox' }];
  const setpriv = await findSetpriv(env);
  const isReachable = await isReachableByAll(executable);
  if (setpriv !== undefined && isReachable) {
    const safe: Confinement = { kind: 'nobody', setpriv };
    return allowed ? [safe, { kind: 'nobody-unsandboxed', setpriv }, { kind: 'unsandboxed' }] : [safe];
  }
  if (allowed) return [{ kind: 'unsandboxed' }];
  return isReachable
    ? 'root can only sandbox it with `setpriv`, which is not on PATH (package `util-linux`)'
    : 'root runs it as a user without rights, who cannot reach it there';
}

/** True when a browser that a page takes over is still held. */
export function isSandboxed({ kind }: Confinement): boolean {
  return kind === 'sandbox' || kind === 'nobody';
}

/** Says that a browser runs without its sandbox. */
export function confinementMessages(confinement: Confinement): readonly Message[] {
  if (isSandboxed(confinement)) return [];
  const reason = `The browser runs ${confinementWords(confinement)}, as \`${ALLOW_NO_SANDBOX}\` allows`;
  const note = 'Build only drafts that you trust; better, build as an ordinary user or allow user namespaces';
  return [createMessage('browser-unsandboxed', undefined, reason, note)];
}

/** How a browser runs, in words. */
export function confinementWords(confinement: Confinement): string {
  switch (confinement.kind) {
    case 'sandbox':
      return 'in its sandbox';
    case 'nobody':
      return 'in its sandbox, as a user without rights';
    case 'nobody-unsandboxed':
      return 'without its sandbox, as a user without rights';
    case 'unsandboxed':
      return process.getuid?.() === 0 ? 'as root and without its sandbox' : 'without its sandbox';
    default:
      return confinement satisfies never;
  }
}

async function findSetpriv(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const folder of safeFolders(env)) {
    const path = join(folder, 'setpriv');
    if (await isExecutable(path)) return path;
  }
  return undefined;
}

/** True when a user without rights can run a file: every folder above it is open to all. */
async function isReachableByAll(file: string): Promise<boolean> {
  try {
    const path = await realpath(file);
    if (((await stat(path)).mode & 0o005) !== 0o005) return false;
    return await isOpenToAll(dirname(path));
  } catch {
    return false;
  }
}

/** True when anybody may go through a folder and all those above it. */
export async function isOpenToAll(folder: string): Promise<boolean> {
  if (((await stat(folder)).mode & 0o001) === 0) return false;
  return folder === dirname(folder) || isOpenToAll(dirname(folder));
}
