import { buildDrafts } from '../build/build-drafts.js';
import { visibleLines } from '../diagnostic/visible-text.js';
import { OUTPUTS, type Output } from '../model/target.js';
import { EXIT, exitCodeFor, type ExitCode } from './exit-codes.js';
import { formatFault } from './format-fault.js';
import { Progress } from './progress.js';
import { buildJson, formatDone, formatSummary } from './report-build.js';
import { reportMessages } from './report-messages.js';
import type { Terminal } from './terminal.js';

export interface BuildCommand {
  readonly drafts: readonly string[];
  readonly out?: string | undefined;
  readonly only?: readonly Output[] | undefined;
  readonly date?: string | undefined;
  readonly asOf?: string | undefined;
  readonly frozen?: boolean | undefined;
  readonly browser?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `threadwright build`: builds drafts and says what came of it. */
export async function runBuild(
  command: BuildCommand,
  cwd: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const progress = new Progress(terminal);
  const started = performance.now();
  const json = command.json === true;
  const result = await buildDrafts({
    ...command,
    only: command.only ?? OUTPUTS,
    cwd,
    signal,
    progress: {
      step: (...args) => {
        if (!json) progress.step(...args);
      },
      done: (draft) => {
        progress.clear();
        if (!json && draft.manifest) terminal.err(`${formatDone(draft, terminal.colour.err)}\n`);
      },
    },
  });
  progress.clear();
  if (signal.aborted) return EXIT.interrupted;
  if (json) terminal.out(`${visibleLines(JSON.stringify(buildJson(result, cwd), undefined, 2))}\n`);
  else {
    reportMessages(result.messages, result.sources, terminal);
    terminal.out(formatSummary(result, cwd, (performance.now() - started) / 1000));
  }
  for (const { draft, error } of result.faults) terminal.err(`${formatFault(error, terminal, draft.name)}\n`);
  return result.faults.length > 0 ? EXIT.internal : exitCodeFor(result.messages);
}
