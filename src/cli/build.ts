import { buildDrafts } from '../build/build-drafts.js';
import { OUTPUTS, type Output } from '../model/target.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { Progress } from './progress.js';
import { buildJson, formatDone, formatSummary } from './report-build.js';
import { reportResult } from './report-result.js';
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
  const shown = json
    ? { json: buildJson(result, cwd) }
    : { text: formatSummary(result, cwd, (performance.now() - started) / 1000) };
  return reportResult(result, shown, terminal);
}
