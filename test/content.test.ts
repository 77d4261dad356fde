import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildDrafts } from '../src/build/build-drafts.js';
import { makeProject } from './cli/project.js';

const DRAFT = await readFile('content/births.md', 'utf8');
const DATA = await readFile('content/data/births.csv', 'utf8');
const TIME = 120_000;

/** Builds the report on births over other rows of its data; gives what is wrong and the thread. */
async function build(rows: (row: string) => boolean, asOf?: string): Promise<{ problems: string[]; thread: string }> {
  const [header, ...all] = DATA.trimEnd().split('\n');
  await using project = await makeProject({
    'threadwright.config.yaml': await readFile('threadwright.config.yaml', 'utf8'),
    'content/births.md': DRAFT,
    'content/data/births.csv': [header, ...all.filter(rows), ''].join('\n'),
  });
  const { messages } = await buildDrafts({
    drafts: [],
    cwd: project.folder,
    only: ['thread', 'brief'],
    ...(asOf && { asOf }),
  });
  const problems = messages.map(({ rule, reason }) => `${rule}: ${reason}`);
  const thread = problems.length > 0 ? '' : await readFile(`${project.folder}/out/births/thread.mastodon.txt`, 'utf8');
  return { problems, thread };
}

test('the report on births says what its data says', { timeout: TIME }, async () => {
  const { problems, thread } = await build(() => true);
  expect(problems).toEqual([]);
  expect(thread).toContain('By 2010 it was 39%. Then the gap began to close: 36% in 2014.');
  expect(thread).toContain('In 2013 there were 3.97 million, 9% fewer.\n2014 brought a small recovery');
});
