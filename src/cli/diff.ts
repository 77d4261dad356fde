import { diffDrafts, type ComparedDraft } from '../build/diff-drafts.js';
import { lockFileOf } from '../build/lock-file.js';
import { writeDiffPage } from '../build/write-diff-page.js';
import { formatJson } from '../diagnostic/format-json.js';
import { visibleLine, visibleLines } from '../diagnostic/visible-text.js';
import { formatCorrections } from '../record/correction.js';
import { countChanges } from '../record/diff-entry.js';
import { differenceJson } from './difference-json.js';
import { EXIT, exitCodeFor, type ExitCode } from './exit-codes.js';
import { formatDifference } from './format-difference.js';
import { formatFault } from './format-fault.js';
import { Progress } from './progress.js';
import { reportMessages } from './report-messages.js';
import type { Terminal } from './terminal.js';

export interface DiffCommand {
  readonly drafts: readonly string[];
  readonly date?: string | undefined;
  readonly asOf?: string | undefined;
  readonly corrections?: boolean | undefined;
  readonly html?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `threadwright diff`: what drafts say otherwise than their locks, and why. */
export async function runDiff(
  command: DiffCommand,
  cwd: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const progress = new Progress(terminal);
  const json = command.json === true;
  const result = await diffDrafts({
    ...command,
    cwd,
    signal,
    onStep: (...args) => {
      if (!json) progress.step(...args);
    },
  });
  progress.clear();
  if (signal.aborted) return EXIT.interrupted;
  const ofPage = command.html === undefined ? [] : await writeDiffPage(command.html, result.drafts, cwd);
  const messages = [...result.messages, ...ofPage];
  if (json) {
    const drafts = result.drafts.map(draftJson);
    terminal.out(
      `${visibleLines(JSON.stringify({ version: 1, drafts, messages: formatJson(messages) }, undefined, 2))}\n`,
    );
  } else {
    reportMessages(messages, result.sources, terminal);
    for (const draft of result.drafts) terminal.out(formatCompared(draft, command, terminal.colour.out));
  }
  for (const { draft, error } of result.faults) terminal.err(`${formatFault(error, terminal, draft.name)}\n`);
  return result.faults.length > 0 ? EXIT.internal : exitCodeFor(messages);
}

function formatCompared(
  { draft, difference, date }: ComparedDraft,
  { corrections }: Pick<DiffCommand, 'corrections'>,
  colour: boolean,
): string {
  const name = visibleLine(draft.name);
  if (!difference) return `${name}: no lock to compare with; \`threadwright lock ${name}\` writes one\n`;
  const head = `${name}: ${countChanges(difference.changes) || 'no figure changed'}\n`;
  const lines = corrections === true ? formatCorrections(difference.changes, date ?? '') : '';
  return head + formatDifference(difference, colour) + lines;
}

function draftJson({ draft, difference, date }: ComparedDraft): unknown {
  return {
    draft: draft.name,
    slug: draft.slug,
    lock: lockFileOf(draft).name,
    difference: difference ? differenceJson(difference, date ?? '') : null,
  };
}
