import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { buildDrafts, type BuildResult } from '../../src/build/build-drafts.js';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const ENCODING = 'encoding: {x: {field: n, type: quantitative}, y: {field: n, type: quantitative}}';

/** Layers in layers, as deep as asked. */
function layers(depth: number): string {
  return `${'{layer: ['.repeat(depth)}{mark: bar, ${ENCODING}}${']}'.repeat(depth)}`;
}

/** Specifications that would take all time or memory, and what is told at the chart's block. */
const HOSTILE: Readonly<Record<string, readonly [spec: string, told: string | RegExp]>> = {
  'a-million-rows': [`data: {sequence: {start: 0, stop: 1000000, as: n}}\nmark: point\n${ENCODING}`, 'Unexpected 1000'],
  'a-billion-rows': [
    `data: {sequence: {start: 0, stop: 1000000000, as: n}}\nmark: point\n${ENCODING}`,
    /It needed more than 1024 MB of memory|It took longer than/,
  ],
  'rows-by-rows': [
    `transform: [{calculate: "sequence(100000)", as: k}, {flatten: [k]}, {calculate: "sequence(100000)", as: k}, {flatten: [k]}]\nmark: point\n${ENCODING}`,
    'This chart could not be drawn: It ',
  ],
  wide: [`width: 1000000000\nmark: point\n${ENCODING}`, 'expected at most 4000 a side'],
  high: [`height: 5000\nmark: point\n${ENCODING}`, 'expected at most 4000 a side'],
  'many-names': [
    'data: {name: many}\nmark: bar\nencoding: {y: {field: name, type: nominal}, x: {aggregate: count}}',
    'expected at most 4000 a side',
  ],
  'deep-yaml': [
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    'Unexpected nesting, expected a specification of a chart',
  ],
  'deep-layers': [layers(3000), 'Unexpected nesting, expected a specification of a chart'],
  'less-deep-layers': [layers(200), 'Unexpected nesting, expected a specification of a chart'],
  'deep-expression': [
    `transform: [{calculate: "${'('.repeat(20_000)}1${')'.repeat(20_000)}", as: n}]\nmark: point\n${ENCODING}`,
    'Unexpected nesting in this chart, too deep to draw',
  ],
  'many-parts': [
    `hconcat: [${Array.from({ length: 80 }, () => `{width: 50, mark: point, ${ENCODING}}`).join(', ')}]`,
    'expected at most 4000 a side',
  ],
};

const CHART_LINE = 15;

function draft(spec: string): string {
  return `---
title: A hostile chart
date: 2026-01-05
outputs: [brief]
---

\`\`\`sql chart
SELECT 1 AS n
\`\`\`

\`\`\`sql many
SELECT 'Name ' || range AS name FROM range(1000)
\`\`\`

\`\`\`vega-lite chart
${spec}
\`\`\`

![A picture of it all.](chart:chart)
`;
}

let folder: string;
let result: BuildResult;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadwright-hostile-'));
  for (const [name, [spec]] of Object.entries(HOSTILE)) await writeFile(join(folder, `${name}.md`), draft(spec));
  await writeFile(join(folder, 'z-fine.md'), draft(`mark: point\n${ENCODING}`));
  result = await buildDrafts({ cwd: folder });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it.each(Object.keys(HOSTILE))('is told at its chart: %s', (name) => {
  expect(result.faults.map(({ draft: { name: of }, error }) => `${of}: ${String(error)}`)).toEqual([]);
  const errors = result.messages.filter(({ severity, place }) => severity === 'error' && place?.file === `${name}.md`);
  expect(errors.map(({ reason }) => reason).join('\n')).toMatch(HOSTILE[name]?.[1] ?? '');
  for (const { place } of errors) expect(place?.line).toBeGreaterThanOrEqual(CHART_LINE);
});

it('leaves the other drafts alone', async () => {
  expect(result.messages.filter(({ place }) => place?.file === 'z-fine.md')).toEqual([]);
  expect((await readdir(join(folder, 'out'))).filter((name) => !name.startsWith('.'))).toEqual([
    'index.html',
    'z-fine',
  ]);
});
