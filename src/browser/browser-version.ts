import { execFile } from 'node:child_process';
import type { BrowserCandidate } from './find-browsers.js';

type Version = { readonly value: string; readonly reason: '' } | { readonly value: undefined; readonly reason: string };

/** Asks a browser for its version, which tells whether it can start at all and why not. */
export function browserVersion(candidate: BrowserCandidate): Promise<Version> {
  const options = { env: { ...process.env, ...candidate.env }, timeout: 10_000 };
  return new Promise((resolve) => {
    execFile(candidate.executable, ['--version'], options, (error, stdout, stderr) => {
      const value = stdout.trim();
      if (!error && value !== '') resolve({ value, reason: '' });
      else resolve({ value: undefined, reason: (stderr.trim().split('\n')[0] ?? '') || reasonOf(error) });
    });
  });
}

function reasonOf(error: Error | null): string {
  if (!error) return 'it does not say its version';
  if ('code' in error && error.code === 'ENOENT') return 'there is no such file';
  if ('code' in error && error.code === 'EACCES') return 'it cannot be run';
  return error.message.split('\n')[0] ?? 'it does not start';
}
