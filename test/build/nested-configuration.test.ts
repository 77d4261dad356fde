import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildDrafts } from '../../src/build/build-drafts.js';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const DRAFT = `---
title: Three rows
date: 2026-01-05
outputs: [thread]
platforms: [x]
---

\`\`\`sql three
SELECT range AS n FROM range(3) ORDER BY n
\`\`\`

{{#each three as |row|}}{{num row.n}} {{/each}}
`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadwright-nested-'));
  await mkdir(join(folder, 'desk/deep'), { recursive: true });
  for (const name of ['outer.md', 'desk/inner.md', 'desk/deep/deepest.md']) await writeFile(join(folder, name), DRAFT);
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function limited(): Promise<(string | undefined)[]> {
  const { messages, faults } = await buildDrafts({ cwd: folder });
  expect(faults).toEqual([]);
  return messages.filter(({ rule }) => rule === 'query-limit').map(({ place }) => place?.file);
}

it('the limits of a configuration near the drafts are theirs, and no others', async () => {
  await writeFile(join(folder, 'threadwright.config.yaml'), 'limits: {rows: 3}\n');
  await writeFile(join(folder, 'desk/threadwright.config.yaml'), 'limits: {rows: 2}\n');
  expect(await limited()).toEqual(['desk/deep/deepest.md', 'desk/inner.md']);
});

it('a configuration near the drafts without limits does not take over those further out', async () => {
  await writeFile(join(folder, 'threadwright.config.yaml'), 'limits: {rows: 2}\n');
  await writeFile(join(folder, 'desk/threadwright.config.yaml'), 'lang: en-US\n');
  expect(await limited()).toEqual(['outer.md']);
});
