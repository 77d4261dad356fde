import type { CheckResult } from '../build/check-drafts.js';
import { NO_FIGURES, sumFigures } from '../build/count-figures.js';
import { formatJson } from '../diagnostic/format-json.js';
import { visibleLines } from '../diagnostic/visible-text.js';
import { EXIT, exitCodeFor, type ExitCode } from './exit-codes.js';
import { counted, formatCounts } from './format-counts.js';
import { formatFault } from './format-fault.js';
import { countMessages, reportMessages } from './report-messages.js';
import type { Terminal } from './terminal.js';

export interface ReportOptions {
  readonly json: boolean;
  /** What else the JSON says. */
  readonly more?: object;
}

/** Shows what a check found, to people or as JSON, and says how the command ends. */
export function reportCheck(result: CheckResult, { json, more }: ReportOptions, terminal: Terminal): ExitCode {
  if (json) terminal.out(`${visibleLines(JSON.stringify({ ...resultJson(result), ...more }, undefined, 2))}\n`);
  else {
    reportMessages(result.messages, result.sources, terminal);
    terminal.out(formatSummary(result));
  }
  for (const { draft, error } of result.faults) terminal.err(`${formatFault(error, terminal, draft.name)}\n`);
  return result.faults.length > 0 ? EXIT.internal : exitCodeFor(result.messages);
}

/** `3 drafts checked: 57 figures, 12 claims, no problem`. */
function formatSummary({ drafts, messages }: CheckResult): string {
  const counts = formatCounts(sumFigures(drafts.map((draft) => draft.counts)));
  return `${counted(drafts.length, 'draft')} checked: ${counts}, ${countMessages(messages) || 'no problem'}\n`;
}

function resultJson({ drafts, faults, messages }: CheckResult): object {
  return {
    version: 1,
    drafts: [
      ...drafts.map(({ draft, counts, messages: found }) => ({
        draft: draft.name,
        slug: draft.slug,
        checked: true,
        ...counts,
        errors: found.filter(({ severity }) => severity === 'error').length,
      })),
      ...faults.map(({ draft }) => ({
        draft: draft.name,
        slug: draft.slug,
        checked: false,
        ...NO_FIGURES,
        errors: 0,
      })),
    ],
    messages: formatJson(messages),
  };
}
