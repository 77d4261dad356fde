import { styleText } from 'node:util';
import { checkDrafts, type CheckedDraft, type CheckResult } from '../build/check-drafts.js';
import { writeRevision } from '../build/write-revision.js';
import { visibleLine } from '../diagnostic/visible-text.js';
import type { Message } from '../diagnostic/message.js';
import { tidyMessages } from '../diagnostic/tidy-messages.js';
import type { CheckCommand } from './check.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { counted } from './format-counts.js';
import { reportCheck } from './report-check.js';
import type { Terminal } from './terminal.js';
import { withProgress } from './with-progress.js';

export interface UpdateCommand extends CheckCommand {
  /** Writes without asking. */
  readonly yes?: boolean | undefined;
}

/** `threadwright check --update`: shows what the words of false claims should be and, where it is allowed to, writes them. */
export async function runUpdate(
  command: UpdateCommand,
  cwd: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const json = command.json === true;
  const isStopped = (): boolean => signal.aborted;
  const found = await look(command, { cwd, signal, revise: true }, terminal);
  if (isStopped()) return EXIT.interrupted;
  const drafts = found.drafts.filter(({ revision }) => revision && revision.changes.length > 0);
  const count = drafts.reduce((sum, { revision }) => sum + (revision?.changes.length ?? 0), 0);
  if (!json) terminal.out(formatRevisions(found.drafts, terminal.colour.out));
  const isAllowed = count > 0 && (command.yes === true || (!json && (await asks(count, terminal, signal))));
  if (isStopped()) return EXIT.interrupted;
  if (!isAllowed) {
    const code = reportCheck(found, { json, more: updateJson(found.drafts, false) }, terminal);
    if (count > 0 && !json) {
      const how = terminal.ask ? '' : `. To rewrite ${counted(count, 'claim')}, add \`--yes\``;
      terminal.err(`Nothing was written${how}\n`);
    }
    return code;
  }
  const problems: Message[] = [];
  for (const { draft, revision } of drafts) {
    const problem = revision && (await writeRevision(draft, revision.before, revision.text));
    if (problem) problems.push(problem);
  }
  const again = await look(command, { cwd, signal }, terminal);
  if (isStopped()) return EXIT.interrupted;
  const result = { ...again, messages: tidyMessages([...problems, ...again.messages]) };
  return reportCheck(result, { json, more: updateJson(found.drafts, problems.length === 0) }, terminal);
}

async function look(
  command: UpdateCommand,
  options: { readonly cwd: string; readonly signal: AbortSignal; readonly revise?: boolean },
  terminal: Terminal,
): Promise<CheckResult> {
  return withProgress(terminal, command.json === true, (onStep) => checkDrafts({ ...command, ...options, onStep }));
}

async function asks(count: number, terminal: Terminal, signal: AbortSignal): Promise<boolean> {
  return (await terminal.ask?.(`Rewrite ${counted(count, 'claim')}? [y/N] `, signal)) ?? false;
}

/** `content/a.md:12:9  six operations → seven operations`, and what is left. */
function formatRevisions(drafts: readonly CheckedDraft[], colour: boolean): string {
  const changes = drafts.flatMap(({ revision }) => revision?.changes ?? []);
  const left = drafts.flatMap(({ revision }) => revision?.left ?? []);
  const paint = (style: 'red' | 'green', text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const lines = changes.map(({ place, from, to }) => {
    const [old, now] = [from, to].map((words) => visibleLine(words.replace(/\s+/g, ' ')));
    return `${where(place)}  ${paint('red', old ?? '')} → ${paint('green', now ?? '')}`;
  });
  if (left.length > 0) {
    lines.push('Left as they are:');
    for (const { place, words, reason } of left)
      lines.push(`${where(place)}  “${visibleLine(words.replace(/\s+/g, ' '))}”: ${visibleLine(reason)}`);
  }
  if (lines.length === 0) lines.push('No claim has words to rewrite');
  return `${lines.join('\n')}\n`;
}

function where({
  file,
  line,
  column,
}: {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}): string {
  return `${visibleLine(file)}:${line}:${column}`;
}

function updateJson(drafts: readonly CheckedDraft[], isWritten: boolean): object {
  const revisions = drafts.flatMap(({ revision }) => revision ?? []);
  return {
    update: {
      written: isWritten,
      changes: revisions.flatMap(({ changes }) =>
        changes.map(({ place: { file, line, column }, from, to }) => ({ file, line, column, from, to })),
      ),
      left: revisions.flatMap(({ left }) =>
        left.map(({ place: { file, line, column }, words, reason }) => ({ file, line, column, words, reason })),
      ),
    },
  };
}
