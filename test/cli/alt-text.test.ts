import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPdf, pdfTags } from '../browser/read-pdf.js';
import { draft, EVENTS, makeProject } from './project.js';

const CHART = `Boats came.

![](chart:total)

\`\`\`vega-lite total
title: '{{count total.boats "boat"}}'
mark: bar
encoding: {x: {field: day, type: temporal}, y: {field: boats, type: quantitative}}
\`\`\``;

test('a chart without an alt text is told in words in post, brief and PDF, and the warning says them', async () => {
  await using project = await makeProject({ 'content/a.md': draft(CHART), 'content/data/events.csv': EVENTS });
  const checked = await project.run('check');
  const alt = /until then it is “(.*)”/.exec(checked.stderr)?.[1] ?? 'none';
  expect(alt).toMatch(/^Bar chart: (12|[Tt]welve) boats\. Shows boats by day, .+ March \d{4}\. /);
  const { code, stderr } = await project.run('build');
  expect([code, stderr.includes(`until then it is “${alt}”`)]).toEqual([0, true]);
  const read = (name: string): Promise<Buffer> => readFile(join(project.folder, 'out/a', name));
  expect((await read('thread.json')).toString()).toContain(`"alt": ${JSON.stringify(alt)}`);
  expect((await read('brief.html')).toString()).toContain(`aria-label="${alt}"`);
  const tags = await pdfTags(await openPdf(await read('report.pdf')));
  expect(tags.filter((tag) => tag.alt === alt)).toHaveLength(1);
}, 90_000);
