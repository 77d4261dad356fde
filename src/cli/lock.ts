import { lockDrafts, type ComparedDraft, type LockResult } from '../build/diff-drafts.js';
import { lockFileOf } from '../build/lock-file.js';
import { visibleLine } from '../diagnostic/visible-text.js';
import { countChanges } from '../record/diff-entry.js';
import { comparedJson } from './compared-json.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { counted } from './format-counts.js';
import { formatDifference } from './format-difference.js';
import { reportResult } from './report-result.js';
import type { Terminal } from './terminal.js';
import { withProgress } from './with-progress.js';

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
  const json = command.json === true;
  const result = await withProgress(terminal, json, (onStep) => lockDrafts({ ...command, cwd, signal, onStep }));
  if (signal.aborted) return EXIT.interrupted;
  const { drafts, locked } = result;
  const shown = json
    ? { json: { drafts: drafts.map((draft) => ({ ...comparedJson(draft), locked: locked.includes(draft.draft) })) } }
    : { text: drafts.map((draft) => formatLocked(draft, result, terminal.colour.out)).join('') };
  return reportResult(result, shown, terminal);
}

function formatLocked(
  { draft, difference, lock, messages }: ComparedDraft,
  { locked }: LockResult,
  colour: boolean,
): string {
  const name = visibleLine(draft.name);
  const isUnread = messages.some(({ rule }) => rule === 'lock-unreadable');
  if (!locked.includes(draft))
    return `${name}: not locked${lock || isUnread ? '' : ', it has errors'}; an earlier lock is as it was\n`;
  const figures = counted(lock?.figures.length ?? 0, 'entry', 'entries');
  const changed = difference
    ? `, ${countChanges(difference.changes) || 'none of them changed'}`
    : isUnread
      ? ', held against nothing, for the lock there could not be read'
      : '';
  const words = difference ? formatDifference(difference, colour) : '';
  return `${name}: ${figures}${changed}; accepted in ${visibleLine(lockFileOf(draft).name)}\n${words}`;
}
