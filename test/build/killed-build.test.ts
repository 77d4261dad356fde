import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draft, EVENTS, finish, makeProject, type Project } from '../cli/project.js';

const BODY = '{{count total.boats "boat"}} came in.';
const HEAD = 'outputs: [thread]\nplatforms: [x]\n';
const PROGRAM = resolve('dist/cli/threadwright.js');
const KILL = resolve('test/build/kill-at-rename.mjs');

function started(): Promise<Project> {
  return makeProject({ 'note.md': draft(BODY, HEAD), 'data/events.csv': EVENTS });
}

/** The files below a folder, with what is in them. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      paths.sort().map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const),
    ),
  );
}

describe('a command that is killed while it puts files in their places', { timeout: 240_000 }, () => {
  test('leaves each output whole, old or new, whichever was the next, and the next build mends the set', async () => {
    await using project = await started();
    const out = join(project.folder, 'out');
    const isPublished = (path: string): boolean => !path.startsWith('.threadwright/stage-');
    await project.run('build');
    const old = await filesOf(out);
    await project.write('data/events.csv', `${EVENTS}2026-03-10,Eastgate,1\n`);
    await using whole = await started();
    await whole.write('data/events.csv', `${EVENTS}2026-03-10,Eastgate,1\n`);
    await whole.run('build');
    const fresh = await filesOf(join(whole.folder, 'out'));
    expect(Object.keys(fresh)).toEqual(Object.keys(old));

    let kills = 0;
    for (let at = 1; ; at += 1) {
      const env = { NODE_OPTIONS: `--import=${KILL}`, KILL_AT: String(at) };
      const child = project.start(['build'], env);
      const { code } = await finish(child);
      const found = await filesOf(out);
      for (const [path, text] of Object.entries(found).filter(([path]) => isPublished(path) && !path.startsWith('.')))
        expect([old[path], fresh[path]]).toContain(text);
      expect(Object.keys(found).filter(isPublished)).toEqual(Object.keys(old));
      if (code === 0) break;
      kills += 1;
    }
    // Every output, its manifest before and after, and the index
    expect(kills).toBe(Object.keys(fresh).length + 1);
    expect(await filesOf(out)).toEqual(fresh);
  });

  test('leaves the lock that was there, and the next one takes its place', async () => {
    await using project = await started();
    await project.run('lock');
    const lock = join(project.folder, 'note.lock.json');
    const old = await readFile(lock, 'utf8');
    await project.write('data/events.csv', `${EVENTS}2026-03-10,Eastgate,1\n`);
    await finish(project.start(['lock'], { NODE_OPTIONS: `--import=${KILL}`, KILL_AT: '1' }));
    expect(await readFile(lock, 'utf8')).toBe(old);
    await project.run('lock');
    expect(await readFile(lock, 'utf8')).toContain('Thirteen boats');
    expect(await readdir(project.folder)).toEqual(['data', 'note.lock.json', 'note.md']);
  });
});

test.skipIf(process.platform === 'win32')(
  'a disk that takes no more leaves outputs and lock as they were, and says so',
  { timeout: 120_000 },
  async () => {
    await using project = await started();
    await project.run('build');
    await project.run('lock');
    const before = await filesOf(project.folder);
    const body = `${BODY} ${'There were {{total.n}} days. '.repeat(10)}`;
    await project.write('note.md', draft(body, 'outputs: [brief]\nlints: {bare-count: off}\n'));
    for (const command of ['build', 'lock --json']) {
      // Files of this process may have 512 bytes for each of these blocks, 1024 in some shells
      const { stdout, stderr, code } = await finish(
        spawn('sh', ['-c', `ulimit -f 1; exec "$0" "$1" ${command}`, process.execPath, PROGRAM], {
          cwd: project.folder,
        }),
      );
      expect(code).not.toBe(0);
      expect(stdout + stderr).toMatch(/cannot be written: E(?:FBIG|NOSPC)/);
    }
    expect({ ...(await filesOf(project.folder)), 'note.md': '' }).toEqual({ ...before, 'note.md': '' });
  },
);
