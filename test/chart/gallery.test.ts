import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildDrafts } from '../../src/build/build-drafts.js';

const GALLERY = 'test/fixture/charts';

const PROSE_IS_FREE = 'lints: {unbound-figure: off, unbound-superlative: off, unbound-date: off}\n';

test('a newsroom’s usual charts are built, and there is nothing to say about them', { timeout: 600_000 }, async () => {
  const drafts = (await readdir(GALLERY)).filter((name) => name.endsWith('.md'));
  expect(drafts.length).toBeGreaterThan(20);
  const folder = await mkdtemp(join(tmpdir(), 'threadwright-gallery-'));
  try {
    await cp(GALLERY, join(folder, 'content'), { recursive: true });
    // The drafts show charts, not prose: their titles are typed
    await writeFile(join(folder, 'threadwright.config.yaml'), PROSE_IS_FREE);
    const { messages } = await buildDrafts({ drafts: [], cwd: folder, only: ['brief'] });
    expect(messages.map((message) => `${message.place?.file ?? ''}: ${message.reason}`)).toEqual([]);
    const drawn = await readdir(join(folder, 'out'), { recursive: true });
    expect(drawn.filter((file) => file.endsWith('chart.svg'))).toHaveLength(drafts.length);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
