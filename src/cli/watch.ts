import { relative } from 'node:path';
import { watchDrafts } from '../build/watch-drafts.js';
import { WatchFailure } from '../build/watch-files.js';
import { visibleLine } from '../diagnostic/visible-text.js';
import { OUTPUTS } from '../model/target.js';
import type { BuildCommand } from './build.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { formatFault } from './format-fault.js';
import { Progress } from './progress.js';
import { formatDone, formatSummary } from './report-build.js';
import { reportMessages } from './report-messages.js';
import type { Terminal } from './terminal.js';

/** `threadwright build --watch`: builds, and again whenever a file is saved, until it is stopped. */
export async function runWatch(
  command: Omit<BuildCommand, 'json'>,
  cwd: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const progress = new Progress(terminal);
  let started = 0;
  let failure: WatchFailure | undefined;
  await watchDrafts({
    ...command,
    only: command.only ?? OUTPUTS,
    cwd,
    signal,
    progress: {
      step: (...args) => {
        progress.step(...args);
      },
      done: (draft) => {
        progress.clear();
        if (draft.manifest) terminal.err(`${formatDone(draft, terminal.colour.err)}\n`);
      },
    },
    onStart: (changed) => {
      started = performance.now();
      if (terminal.columns !== undefined) terminal.err(CLEAR);
      if (changed.length > 0) terminal.err(`${formatChanged(changed, cwd)}\n`);
    },
    onBuilt: (result) => {
      progress.clear();
      reportMessages(result.messages, result.sources, terminal);
      for (const { draft, error } of result.faults) terminal.err(`${formatFault(error, terminal, draft.name)}\n`);
      // Beside the messages: nobody pipes what goes on
      terminal.err(formatSummary(result, cwd, (performance.now() - started) / 1000));
      terminal.err(`Watching for changes since ${timeOfDay()}; Ctrl-C stops\n`);
    },
  }).catch((error: unknown) => {
    if (error instanceof WatchFailure) failure = error;
    else throw error;
  });
  progress.clear();
  if (!failure) return EXIT.interrupted;
  terminal.err(`${failure.message}\nRaise the limits of files and watches, or work in a smaller folder\n`);
  return EXIT.machine;
}

/** When somebody looks up from another window, what stands there may be old. */
function timeOfDay(): string {
  return new Date().toTimeString().slice(0, 'HH:MM:SS'.length);
}

/** Empties the screen and leaves what scrolled off it, so that what is shown is of the last build. */
const CLEAR = '\u001b[2J\u001b[H';

/** More names would hide what the build says. */
const MOST_NAMES = 3;

function formatChanged(paths: readonly string[], cwd: string): string {
  const names = paths.slice(0, MOST_NAMES).map((path) => visibleLine(relative(cwd, path)));
  const more = paths.length > MOST_NAMES ? ` and ${paths.length - MOST_NAMES} more` : '';
  return `Changed: ${names.join(', ')}${more}`;
}
