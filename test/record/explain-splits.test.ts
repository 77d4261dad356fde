import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDrafts } from '../../src/build/check-drafts.js';
import { lockDrafts } from '../../src/build/diff-drafts.js';
import { draft, EVENTS, makeProject } from '../cli/project.js';

const WORDS = 'They lay at the quay until the tide turned, and nobody saw them leave.';
const BODY = `${WORDS} ${WORDS} ${WORDS} In all we counted {{words total.boats}} boats, not one more. And so on, far a.`;

const splitsOf = async (folder: string): Promise<string[]> => {
  const { messages } = await checkDrafts({ cwd: folder });
  return messages.filter(({ rule }) => rule === 'post-split').map(({ reason }) => reason);
};

test('a post that a figure made too long says which, in the check and in thread.json', async () => {
  // `twelve boats` fits
  const head = 'platforms: [x]\noutputs: [thread]\n';
  await using project = await makeProject({ 'a.md': draft(BODY, head), 'data/events.csv': EVENTS });
  expect(await splitsOf(project.folder)).toEqual([]);
  await lockDrafts({ cwd: project.folder });
  await project.write('data/events.csv', EVENTS.replace(/\d+$/m, '77'));
  const [reason] = await splitsOf(project.folder);
  expect(reason).toMatch(
    /^Post 1 is 2 posts on X: \d+ weighted characters, 280 fit, because “twelve” is now “eighty-six”$/,
  );
  const { code } = await project.run('build');
  expect(code).toBe(0);
  const record = JSON.parse(await readFile(join(project.folder, 'out/a/thread.json'), 'utf8')) as {
    threads: { splits: object[] }[];
  };
  expect(record.threads[0]?.splits).toEqual([{ post: 1, parts: 2, why: reason?.replace(/^.*? on X: /, '') }]);
}, 90_000);

test('a post that was too long before blames no figure', async () => {
  const body = `${BODY} ${WORDS}`;
  await using project = await makeProject({ 'a.md': draft(body, 'platforms: [x]\n'), 'data/events.csv': EVENTS });
  await lockDrafts({ cwd: project.folder });
  await project.write('data/events.csv', EVENTS.replace(/\d+$/m, '77'));
  expect(await splitsOf(project.folder)).toEqual([expect.not.stringContaining('because')]);
}, 60_000);
