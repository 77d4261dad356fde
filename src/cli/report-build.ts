import { relative } from 'node:path';
import { styleText } from 'node:util';
import type { BuildResult, DraftResult } from '../build/build-drafts.js';
import { countFigures, NO_FIGURES, sumFigures, type FigureCounts } from '../build/count-figures.js';
import { visibleLine } from '../diagnostic/visible-text.js';
import { counted, formatMade } from './format-counts.js';
import { countMessages } from './report-messages.js';

/** `✓ content/weekly.md  x 10 posts · brief · report`. */
export function formatDone({ draft, publication }: DraftResult, colour: boolean): string {
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

/** What came of a build as a whole. */
export function formatSummary({ drafts, faults, out, messages }: BuildResult, cwd: string, seconds: number): string {
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

/** A build's result as JSON values, but for its messages. */
export function buildJson({ drafts, faults, out }: BuildResult, cwd: string): object {
  return {
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
  };
}

function countsOf({ publication }: Pick<DraftResult, 'publication'>): FigureCounts {
  return publication ? countFigures(publication.stories) : NO_FIGURES;
}

function displayPath(cwd: string, path: string): string {
  const way = relative(cwd, path);
  return way.startsWith('..') ? path : way === '' ? '.' : way;
}
