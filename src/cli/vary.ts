import { varyDrafts, type VariedDraft } from '../build/vary-drafts.js';
import { writeVaryPage } from '../build/write-vary-page.js';
import { visibleLine } from '../diagnostic/visible-text.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { formatVariation } from './format-variation.js';
import { Progress } from './progress.js';
import { reportResult } from './report-result.js';
import type { Terminal } from './terminal.js';
import { variationJson } from './variation-json.js';

export interface VaryCommand {
  readonly drafts: readonly string[];
  readonly date?: string | undefined;
  readonly asOf?: string | undefined;
  readonly query?: string | undefined;
  readonly limit?: number | undefined;
  readonly seconds?: number | undefined;
  readonly html?: string | undefined;
  readonly strict?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** `threadwright vary`: what drafts would say under other data, and the claims that nothing makes false. */
export async function runVary(
  command: VaryCommand,
  cwd: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const json = command.json === true;
  const progress = new Progress(terminal);
  const result = await varyDrafts({
    ...command,
    cwd,
    signal,
    onStep: (...step) => {
      if (!json) progress.step(...step);
    },
    onTried: (...tried) => {
      if (!json) progress.count(...tried);
    },
  }).finally(() => {
    progress.clear();
  });
  if (signal.aborted) return EXIT.interrupted;
  const { drafts } = result;
  const ofPage = command.html === undefined ? [] : await writeVaryPage(command.html, drafts, cwd);
  const shown = json
    ? { json: { drafts: drafts.map(variationJson) } }
    : { text: drafts.map((draft) => formatVaried(draft, terminal.colour.out)).join('\n') };
  const code = reportResult({ ...result, messages: [...result.messages, ...ofPage] }, shown, terminal);
  return code === EXIT.ok && command.strict === true && drafts.some(hasIdleClaim) ? EXIT.problems : code;
}

function formatVaried({ draft, variation }: VariedDraft, colour: boolean): string {
  const name = visibleLine(draft.name);
  return variation ? `${name}: ${formatVariation(variation, colour)}` : `${name}: not read\n`;
}

function hasIdleClaim({ variation }: VariedDraft): boolean {
  return variation?.claims.some(({ outcome }) => outcome !== 'false') ?? false;
}
