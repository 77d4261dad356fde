import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/build/manifest.js';
import { buildDrafts } from '../../src/build/build-drafts.js';
import { mediaFile } from '../../src/pipeline/media-file.js';

const DRAFT = '---\ntitle: Notes\ndate: 2026-03-10\n---\n\nText\n';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadwright-out-'));
  await write('content/a.md', DRAFT);
  expect(await build()).toEqual([]);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

async function build(): Promise<string[]> {
  const { messages } = await buildDrafts({ drafts: [], cwd: folder, only: ['thread'] });
  return messages.map(({ rule, reason }) => `${rule}: ${reason.replaceAll(folder, '')}`);
}

const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');

/** A manifest as somebody else might have left it. */
async function forge(name: string, change: Record<string, unknown>): Promise<void> {
  const manifest = JSON.parse(await read('out/.threadwright/a.json')) as Record<string, unknown>;
  await write(`out/.threadwright/${name}`, JSON.stringify({ ...manifest, draft: 'gone.md', ...change }));
}

const file = (path: string, hash = ''): unknown => ({ path, bytes: 1, hash, part: 'thread' });

describe('a manifest that is not ours', () => {
  it.each([
    ['...json', { slug: '..', files: [file('content/a.md'), file('keep.txt')] }],
    ['a-b.json', { slug: 'a-b', files: [file('../../keep.txt')] }],
    ['a-b.json', { slug: 'a-b', files: [file('.git/HEAD')] }],
    ['a-b.json', { slug: 'a-b', files: [file('keep.txt')] }],
    ['a-b.json', { slug: 'a-b', lang: 'x-!!bad' }],
    ['a-b.json', { slug: 'a-b', files: 'all' }],
  ])('%s %j removes nothing and stops nothing', async (name, change) => {
    for (const path of ['keep.txt', 'out/a-b/keep.txt', 'out/a-b/.git/HEAD']) await write(path, 'mine');
    await forge(name, change);
    expect(await build()).toEqual([]);
    for (const path of ['keep.txt', 'out/a-b/keep.txt', 'out/a-b/.git/HEAD']) expect(await read(path)).toBe('mine');
    expect(await read('content/a.md')).toBe(DRAFT);
  });
});

describe('a link in the output folder', () => {
  it('is not followed when a draft is written', async () => {
    await write('victim/thread.x.txt', 'mine');
    await rm(join(folder, 'out/a'), { recursive: true });
    await symlink(join(folder, 'victim'), join(folder, 'out/a'));
    expect(await build()).toEqual([
      'file-unwritable: Unexpected link or folder `/out/a/thread.x.txt`, expected nothing or a file of ours',
    ]);
    expect(await readdir(join(folder, 'victim'))).toEqual(['thread.x.txt']);
    expect(await read('victim/thread.x.txt')).toBe('mine');
  });

  it('is not followed when a draft is gone', async () => {
    await write('victim/thread.x.txt', await read('out/a/thread.x.txt'));
    await symlink(join(folder, 'victim'), join(folder, 'out/ghost'));
    await forge('ghost.json', { slug: 'ghost' });
    expect(await build()).toEqual([]);
    expect(await readdir(join(folder, 'victim'))).toEqual(['thread.x.txt']);
  });
});

it('a folder where a file belongs leaves the whole set as it was', async () => {
  const before = await read('out/a/thread.x.txt');
  await rm(join(folder, 'out/a/figures.json'));
  await mkdir(join(folder, 'out/a/figures.json/x'), { recursive: true });
  await write('content/a.md', DRAFT.replace('Text', 'Other'));
  expect((await build())[0]).toContain('file-unwritable');
  expect(await read('out/a/thread.x.txt')).toBe(before);
});

it('a file of ours that somebody changed is theirs: it stays when its draft goes', async () => {
  await write('out/a/thread.x.txt', 'edited');
  await rm(join(folder, 'content/a.md'));
  await write('content/b.md', DRAFT);
  expect(await build()).toEqual([]);
  expect(await readdir(join(folder, 'out/a'))).toEqual(['thread.x.txt']);
});

it('a draft that became a link to nothing is no draft that is gone: what it was stays, and the error is told', async () => {
  await rm(join(folder, 'content/a.md'));
  await symlink('nothing.md', join(folder, 'content/a.md'));
  await write('content/b.md', DRAFT);
  expect(await build()).toMatchObject([expect.stringMatching(/^file-unreadable: .*a\.md/)]);
  expect(await readdir(join(folder, 'out'))).toEqual(['.threadwright', 'a', 'b', 'index.html']);
});

it('two builds at once leave whole files, each listed as it is', async () => {
  await write('content/b.md', DRAFT);
  await Promise.all(
    ['Words', 'Others', 'Again'].map(async (text) => {
      await write('content/a.md', DRAFT.replace('Text', text));
      return build();
    }),
  );
  await write('content/a.md', DRAFT.replace('Text', 'Last'));
  expect(await build()).toEqual([]);
  expect(await read('out/a/thread.x.txt')).toBe('1. Last\n');
  expect(await readdir(join(folder, 'out/.threadwright'))).toEqual(['a.json', 'b.json']);
  const { files } = JSON.parse(await read('out/.threadwright/a.json')) as Manifest;
  for (const { path, hash } of files)
    expect(
      createHash('sha256')
        .update(await readFile(join(folder, 'out/a', path)))
        .digest('hex'),
    ).toBe(hash);
});

it('the stage of a build that was killed is swept by the next', async () => {
  // No process has this number: it is over every system's limit
  await write('out/.threadwright/stage-99999999-abc/a.txt', 'left');
  expect(await build()).toEqual([]);
  expect(await readdir(join(folder, 'out/.threadwright'))).toEqual(['a.json']);
});

it('no two images share a place', () => {
  const names = ['a/b.png', 'a-b.png', '../b.png', 'b.png', '/b.png', 'up/b.png'];
  const places = names.map((name) => mediaFile({ kind: 'file', name }));
  expect(new Set(places).size).toBe(names.length);
  expect(places.every((place) => place.startsWith('images/') && !place.includes('..'))).toBe(true);
});
