import { relative } from 'node:path';
import { styleText } from 'node:util';
import { buildDrafts, type BuildResult, type DraftResult } from '../build/build-drafts.js';
import { countFigures, NO_FIGURES, sumFigures, type FigureCounts } from '../build/count-figures.js';
import { formatJson } from '../diagnostic/format-json.js';
import { visibleLine, visibleLines } from '../diagnostic/visible-text.js';
import { OUTPUTS, type Output } from '../model/target.js';
import { EXIT, exitCodeFor, type ExitCode } from './exit-codes.js';
import { counted, formatMade } from './format-counts.js';
import { formatFault } from './format-fault.js';
import { Progress } from './progress.js';
import { countMessages, reportMessages } from './report-messages.js';
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
  if (json) terminal.out(`${visibleLines(JSON.stringify(resultJson(result, cwd), undefined, 2))}\n`);
  else {
    reportMessages(result.messages, result.sources, terminal);
    terminal.out(formatSummary(result, cwd, (performance.now() - started) / 1000));
  }
  for (const { draft, error } of result.faults) terminal.err(`${formatFault(error, terminal, draft.name)}\n`);
  return result.faults.length > 0 ? EXIT.internal : exitCodeFor(result.messages);
}

function formatDone({ draft, publication }: DraftResult, colour: boolean): string {
  const parts = [
    ...(publication?.threads.map(
      ({ platform, posts }) => `${platform} ${posts.length} ${posts.length === 1 ? 'post' : 'posts'}`,
    ) ?? []),
    ...(publication?.brief === undefined ? [] : ['brief']),
    ...(publication?.report === undefined ? [] : ['report']),
  ];
  const mark = colour ? styleText('green', '✓') : '✓';
  return `${mark} ${visibleLine(draft.name)}  ${parts.join(' · ')}`;
}

function formatSummary({ drafts, faults, out, messages }: BuildResult, cwd: string, seconds: number): string {
  const built = drafts.filter(({ manifest }) => manifest);
  const failed = [...drafts.filter(({ manifest }) => !manifest), ...faults];
  const lines = [];
  const counts = countMessages(messages);
  if (counts !== '') lines.push(counts);
  if (failed.length > 0)
    lines.push(
      `Not built: ${failed.map(({ draft }) => visibleLine(draft.name)).join(', ')}; what an earlier build made is as it was`,
    );
  if (built.length > 0) {
    lines.push(
      `Built ${counted(built.length, 'draft')} in ${seconds.toFixed(1)} s: ${formatMade(sumFigures(built.map(countsOf)))}`,
      `Open ${visibleLine(displayPath(cwd, out))}/index.html`,
    );
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}

function resultJson({ drafts, faults, out, messages }: BuildResult, cwd: string): unknown {
  return {
    version: 1,
    out: displayPath(cwd, out),
    drafts: [...drafts, ...faults.map(({ draft }) => ({ draft, manifest: undefined, publication: undefined }))].map(
      ({ draft, manifest, publication }) => ({
        draft: draft.name,
        slug: draft.slug,
        built: manifest !== undefined,
        ...countsOf({ publication }),
        files:
          manifest?.files.map(({ path, bytes, hash }) => ({ path: `${draft.slug}/${path}`, bytes, sha256: hash })) ??
          [],
      }),
    ),
    messages: formatJson(messages),
  };
}

function countsOf({ publication }: Pick<DraftResult, 'publication'>): FigureCounts {
  return publication ? countFigures(publication.stories) : NO_FIGURES;
}

function displayPath(cwd: string, path: string): string {
  const way = relative(cwd, path);
  return way.startsWith('..') ? path : way === '' ? '.' : way;
}
