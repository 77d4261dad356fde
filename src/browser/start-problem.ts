import { execFile } from 'node:child_process';
import type { BrowserCandidate } from './find-browsers.js';

/** Returns why a browser cannot even say its version, e.g. the library that it misses; `undefined` when it can. */
export function startProblem(candidate: BrowserCandidate): Promise<string | undefined> {
  const options = { env: { ...process.env, ...candidate.env }, timeout: 10_000 };
  return new Promise((resolve) => {
    execFile(candidate.executable, ['--version'], options, (error, stdout, stderr) => {
      if (!error && stdout.trim() !== '') resolve(undefined);
      else resolve((stderr.trim().split('\n')[0] ?? '') || (error?.message.split('\n')[0] ?? 'it says no version'));
    });
  });
}
