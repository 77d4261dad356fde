import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildDrafts } from '../src/build/build-drafts.js';
import { EXIT } from '../src/cli/exit-codes.js';
import { EVENTS, makeProject } from './cli/project.js';

const readme = await readFile('README.md', 'utf8');

test('the draft in the README gives the thread that stands below it', async () => {
  const draft = /````md\n([\s\S]*?)````/.exec(readme)?.[1] ?? '';
  const thread = /```text\n([\s\S]*?)```/.exec(readme)?.[1];
  await using project = await makeProject({ 'content/a.md': draft, 'content/data/events.csv': EVENTS });
  const { messages } = await buildDrafts({ drafts: [], cwd: project.folder, only: ['thread', 'brief'] });
  expect(messages).toEqual([]);
  expect(await readFile(join(project.folder, 'out/a/thread.x.txt'), 'utf8')).toBe(thread);
});

test('the README has every exit code, script and dependency', async () => {
  const table = [...readme.matchAll(/^\| (\d+) +\|/gm)].map(([, code]) => Number(code));
  expect(table).toEqual(Object.values(EXIT));
  const { dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const missing = Object.keys(dependencies).filter(
    (name) => !name.startsWith('@types/') && !readme.includes(`\`${name}\``),
  );
  expect(missing).toEqual([]);
});
