import type { CheckResult } from '../build/check-drafts.js';
import { NO_FIGURES, sumFigures } from '../build/count-figures.js';
import type { ExitCode } from './exit-codes.js';
import { counted, formatCounts } from './format-counts.js';
import { countMessages } from './report-messages.js';
import { reportResult } from './report-result.js';
import type { Terminal } from './terminal.js';

export interface ReportOptions {
  readonly json: boolean;
  /** What else the JSON says. */
  readonly more?: object;
}

/** Shows what a check found, to people or as JSON, and says how the command ends. */
export function reportCheck(result: CheckResult, { json, more }: ReportOptions, terminal: Terminal): ExitCode {
  const shown = json ? { json: { ...resultJson(result), ...more } } : { text: formatSummary(result) };
  return reportResult(result, shown, terminal);
}

/** `3 drafts checked: 57 figures, 12 claims, no problem`. */
function formatSummary({ drafts, messages }: CheckResult): string {
  const counts = formatCounts(sumFigures(drafts.map((draft) => draft.counts)));
  return `${counted(drafts.length, 'draft')} checked: ${counts}, ${countMessages(messages) || 'no problem'}\n`;
}

function resultJson({ drafts, faults }: CheckResult): object {
  return {
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
  };
}
