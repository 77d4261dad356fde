import { checkDrafts } from '../build/check-drafts.js';
import type { Output } from '../model/target.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { reportCheck } from './report-check.js';
import type { Terminal } from './terminal.js';
import { withProgress } from './with-progress.js';

export interface CheckCommand {
  readonly drafts: readonly string[];
  readonly only?: readonly Output[] | undefined;
  readonly date?: string | undefined;
  readonly asOf?: string | undefined;
  readonly frozen?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** `threadwright check`: says all that is wrong with drafts, and makes nothing. */
export async function runCheck(
  command: CheckCommand,
  cwd: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const json = command.json === true;
  const result = await withProgress(terminal, json, (onStep) => checkDrafts({ ...command, cwd, signal, onStep }));
  return signal.aborted ? EXIT.interrupted : reportCheck(result, { json }, terminal);
}
