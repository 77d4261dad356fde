import { lockDrafts, type ComparedDraft, type LockResult } from '../build/diff-drafts.js';
import { lockFileOf } from '../build/lock-file.js';
import { formatJson } from '../diagnostic/format-json.js';
import { visibleLine, visibleLines } from '../diagnostic/visible-text.js';
import { countChanges } from '../record/diff-entry.js';
import { differenceJson } from './difference-json.js';
import { EXIT, exitCodeFor, type ExitCode } from './exit-codes.js';
import { formatDifference } from './format-difference.js';
import { formatFault } from './format-fault.js';
import { Progress } from './progress.js';
import { reportMessages } from './report-messages.js';
import type { Terminal } from './terminal.js';

export interface LockCommand {
  readonly drafts: readonly string[];
  readonly date?: string | undefined;
  readonly asOf?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `threadwright lock`: shows what changed since the last lock, and accepts it. */
export async function runLock(
  command: LockCommand,
  cwd: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const progress = new Progress(terminal);
  const json = command.json === true;
  const result = await lockDrafts({
    ...command,
    cwd,
    signal,
    onStep: (...args) => {
      if (!json) progress.step(...args);
    },
  });
  progress.clear();
  if (signal.aborted) return EXIT.interrupted;
  if (json)
    terminal.out(
      `${visibleLines(
        JSON.stringify(
          {
            version: 1,
            drafts: result.drafts.map((draft) => draftJson(draft, result)),
            messages: formatJson(result.messages),
          },
          undefined,
          2,
        ),
      )}\n`,
    );
  else {
    reportMessages(result.messages, result.sources, terminal);
    for (const draft of result.drafts) terminal.out(formatLocked(draft, result, terminal.colour.out));
  }
  for (const { draft, error } of result.faults) terminal.err(`${formatFault(error, terminal, draft.name)}\n`);
  return result.faults.length > 0 ? EXIT.internal : exitCodeFor(result.messages);
}

function formatLocked({ draft, difference, lock }: ComparedDraft, { locked }: LockResult, colour: boolean): string {
  const name = visibleLine(draft.name);
  if (!locked.includes(draft))
    return `${name}: not locked${lock ? '' : ', it has errors'}; an earlier lock is as it was\n`;
  const figures = `${lock?.figures.length ?? 0} figures and claims`;
  const changed = difference ? `, ${countChanges(difference.changes) || 'none of them changed'}` : '';
  const words = difference ? formatDifference(difference, colour) : '';
  return `${name}: ${figures}${changed}; accepted in ${visibleLine(lockFileOf(draft).name)}\n${words}`;
}

function draftJson({ draft, difference, date }: ComparedDraft, { locked }: LockResult): unknown {
  return {
    draft: draft.name,
    slug: draft.slug,
    lock: lockFileOf(draft).name,
    locked: locked.includes(draft),
    difference: difference ? differenceJson(difference, date ?? '') : null,
  };
}
