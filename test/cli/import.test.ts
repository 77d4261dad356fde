import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { finish, makeProject, type Project, type Run } from './project.js';

const PASTED =
  '1. The fleet counted 12 boats.\r\n\r\n2. All came in.\r\n\r\n1. Storms closed the harbour.\r\n\r\n2. For 3 days.\r\n';

async function pipe(project: Project, text: string, ...args: string[]): Promise<Run> {
  const child = project.start(['import', ...args]);
  child.stdin?.end(text);
  return finish(child);
}

test('threadwright import makes a draft of each thread, and says what is left to do', async () => {
  await using project = await makeProject({ 'thread.txt': PASTED, 'content/README.md': '' });
  const run = await project.run('import', 'thread.txt');
  expect([run.code, run.stderr]).toEqual([0, '']);
  expect(run.stdout).toBe(
    [
      'content/the-fleet-counted-12-boats.md: 2 posts, 1 number to bind, the date to fill in',
      'content/storms-closed-the-harbour.md: 2 posts, 1 number to bind, the date to fill in',
      '2 drafts, 4 posts',
      'Next: threadwright check content/the-fleet-counted-12-boats.md content/storms-closed-the-harbour.md',
      '',
    ].join('\n'),
  );
  expect(await readFile(join(project.folder, 'content/the-fleet-counted-12-boats.md'), 'utf8')).toBe(
    "---\ntitle: 'The fleet counted 12 boats'\ndate: YYYY-MM-DD # the day of publication: fill in\nnumbering: '1.'\n---\n\nThe fleet counted 12 boats.\n\n---\n\nAll came in.\n",
  );
  const check = await project.run('check', 'content/the-fleet-counted-12-boats.md');
  expect(check.code).toBe(1);
  expect(check.stderr).toContain(
    'the-fleet-counted-12-boats.md:3:7 error Unexpected `YYYY-MM-DD`, expected the day in place',
  );
  // Again: nothing is written over
  const again = await project.run('import', 'thread.txt');
  expect([again.code, again.stdout]).toEqual([1, 'Nothing was written\n']);
  expect(again.stderr).toContain('`content/the-fleet-counted-12-boats.md`, it is there already');
});

test('threadwright import refuses what is a draft already, and writes nothing', async () => {
  const files = { 'old.md': '---\r\ntitle: One\r\ndate: 2021-01-01\r\n---\r\n\r\n1. One.\r\n\r\n2. Two.\r\n' };
  await using project = await makeProject(files);
  const { code, stdout, stderr } = await project.run('import', 'old.md');
  expect(code).toBe(1);
  expect(stdout + stderr).toMatch(/old\.md:1:1 error Unexpected front matter in `old\.md`.*\(paste-draft\)/);
  expect(await readdir(project.folder)).toEqual(['old.md']);
  // Lines of dashes part posts, whatever stands between them
  await project.write('thread.txt', '---\nBREAKING: the first post.\n---\nThe second post.\n');
  expect(await project.run('import', 'thread.txt', '--date', '2021-01-01')).toMatchObject({ code: 0 });
}, 60_000);

test('threadwright import reads what is piped in, for a day and a folder', async () => {
  await using project = await makeProject();
  const run = await pipe(project, PASTED, '-', '--date', '2021-09-24', '--out', 'a/b');
  expect(run.code).toBe(0);
  expect(await readdir(join(project.folder, 'a/b'))).toEqual([
    'storms-closed-the-harbour.md',
    'the-fleet-counted-12-boats.md',
  ]);
  const check = await project.run('check', 'a/b', '--json');
  expect(check.code).toBe(0);
  expect(check.stdout).toContain('unbound-figure');
  const json = JSON.parse((await pipe(project, '1/ Same\n\n2/ A\n\n1/ Same\n\n2/ B 5', '--json')).stdout) as unknown;
  expect(json).toMatchObject({
    version: 1,
    written: true,
    drafts: [
      { draft: 'same.md', title: 'Same', date: null, posts: 2, unnumbered_posts: 0, numbers_to_bind: 0 },
      { draft: 'same-2.md', title: 'Same', date: null, posts: 2, numbers_to_bind: 1 },
    ],
    lines_left_out: [],
    posts_left_out: [],
    hidden_characters: 0,
    messages: [],
  });
});

test('threadwright import writes all drafts or none', async () => {
  await using project = await makeProject({ 'thread.txt': PASTED, 'storms-closed-the-harbour.md': 'mine' });
  const run = await project.run('import', 'thread.txt');
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('file-exists');
  expect((await readdir(project.folder)).sort()).toEqual(['storms-closed-the-harbour.md', 'thread.txt']);
  expect(await readFile(join(project.folder, 'storms-closed-the-harbour.md'), 'utf8')).toBe('mine');
  // A file where a folder should be
  const blocked = await project.run('import', 'thread.txt', '--out', 'thread.txt');
  expect([blocked.code, blocked.stdout]).toEqual([3, 'Nothing was written\n']);
  expect(blocked.stderr).toContain('file-unwritable');
});

test('threadwright import says what is no thread', async () => {
  await using project = await makeProject({
    'empty.txt': '',
    'breaks.txt': '---\n\n---\n',
    'binary.txt': new Uint8Array([0x31, 0x2e, 0x00, 0xff]),
    'latin.txt': new Uint8Array([0x31, 0x2e, 0x20, 0xe9]),
    'huge.txt': 'word '.repeat(250_000),
    'long.txt': `1. ${'word '.repeat(5_000)}`,
    'fine.txt': '1. Fine',
  });
  const said: Record<string, string> = {
    'empty.txt': 'thread-none',
    'breaks.txt': 'thread-none',
    'binary.txt': 'file-unreadable',
    'latin.txt': 'file-unreadable',
    'huge.txt': 'file-unreadable',
    'long.txt': 'draft-too-large',
    'none.txt': 'file-missing',
  };
  for (const [file, rule] of Object.entries(said)) {
    const run = await project.run('import', file, 'fine.txt');
    expect([file, run.code, run.stdout]).toEqual([file, 1, 'Nothing was written\n']);
    expect(run.stderr).toContain(`${file}:1:1 error`);
    expect(run.stderr).toContain(rule);
  }
  expect((await pipe(project, ' '.repeat(1_000_001))).stderr).toContain('more than 1,000,000 bytes');
  expect((await readdir(project.folder)).filter((name) => name.endsWith('.md'))).toEqual([]);
});
