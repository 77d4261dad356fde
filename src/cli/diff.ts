import { diffDrafts, type ComparedDraft } from '../build/diff-drafts.js';
import { writeDiffPage } from '../build/write-diff-page.js';
import { visibleLine } from '../diagnostic/visible-text.js';
import { formatCorrections } from '../record/correction.js';
import { countChanges } from '../record/diff-entry.js';
import { comparedJson } from './compared-json.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { formatDifference } from './format-difference.js';
import { reportResult } from './report-result.js';
import type { Terminal } from './terminal.js';
import { withProgress } from './with-progress.js';

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
  const json = command.json === true;
  const result = await withProgress(terminal, json, (onStep) => diffDrafts({ ...command, cwd, signal, onStep }));
  if (signal.aborted) return EXIT.interrupted;
  const { drafts } = result;
  const ofPage = command.html === undefined ? [] : await writeDiffPage(command.html, drafts, cwd);
  const shown = json
    ? { json: { drafts: drafts.map(comparedJson) } }
    : { text: drafts.map((draft) => formatCompared(draft, command, terminal.colour.out)).join('') };
  return reportResult({ ...result, messages: [...result.messages, ...ofPage] }, shown, terminal);
}

function formatCompared(
  { draft, difference, date, lang }: ComparedDraft,
  { corrections }: Pick<DiffCommand, 'corrections'>,
  colour: boolean,
): string {
  const name = visibleLine(draft.name);
  if (!difference) return `${name}: no lock to compare with; \`threadwright lock ${name}\` writes one\n`;
  const head = `${name}: ${countChanges(difference.changes) || 'no figure changed'}\n`;
  const lines = corrections === true ? formatCorrections(difference.changes, { date, lang }) : '';
  return head + formatDifference(difference, colour) + lines;
}
