import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import { draft, EVENTS, makeProject } from './project.js';

test('a fault of the tool at one draft is told for it, and the other drafts are built', async () => {
  await using project = await makeProject({
    'content/a.md': draft('Boats.'),
    'content/b.md': draft('Boats.'),
    'content/c.md': draft('Boats.'),
    'content/data/events.csv': EVENTS,
  });
  let out = '';
  let err = '';
  const code = await main(['build', '--only', 'thread'], project.folder, {
    out: (text) => (out += text),
    err: (text) => {
      if (text.includes('content/b.md: filling')) throw new Error('The terminal is gone');
      err += text;
    },
    columns: 80,
    colour: { out: false, err: false },
    env: {},
  });
  expect(code).toBe(70);
  expect(err).toContain(
    'Threadwright failed at `content/b.md`, and that is a fault of its own: The terminal is gone\nSet THREADWRIGHT_DEBUG=1',
  );
  expect(out).toContain('Not built: content/b.md; what an earlier build made is as it was\nBuilt 2 drafts');
  expect((await readdir(join(project.folder, 'out'))).sort()).toEqual(['.threadwright', 'a', 'c', 'index.html']);
}, 60_000);
