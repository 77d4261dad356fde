import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishDraft } from '../../src/build/publish-draft.js';

const DRAFT = `---
title: Notes
date: 2026-03-10
platforms: [x, bluesky, mastodon, threads, linkedin]
for: {threads: {numbers: {words_to: 0}}, linkedin: {numbers: {percent: ' per cent'}}}
lints: {unbound-figure: off}
---

There were {{count 7 "boat"}}, {{pct 0.12}} late{{#only "linkedin"}}, at length{{else}}{{#only "threads"}}, in short{{/only}}{{/only}}.

---

The end of it all, in words.
`;

test('a draft for all five platforms has a thread for each, one post on LinkedIn, each in its own style', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'threadwright-platforms-'));
  try {
    await writeFile(join(cwd, 'a.md'), DRAFT);
    const { files, messages } = await publishDraft({ draft: 'a.md', cwd, only: ['thread'] });
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    const text = (path: string): string =>
      Buffer.from(files.find((file) => file.path === path)?.bytes ?? '').toString();
    expect(text('thread.x.txt')).toBe('1. There were seven boats, 12% late.\n---\n2. The end of it all, in words.\n');
    expect(text('thread.threads.txt')).toBe(
      '1. There were 7 boats, 12% late, in short.\n---\n2. The end of it all, in words.\n',
    );
    expect(text('thread.linkedin.txt')).toBe(
      'There were seven boats, 12 per cent late, at length.\n\nThe end of it all, in words.\n',
    );
    const { threads } = JSON.parse(text('thread.json')) as { threads: { platform: string }[] };
    expect(threads.map(({ platform }) => platform)).toEqual(['x', 'bluesky', 'mastodon', 'threads', 'linkedin']);
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
});
