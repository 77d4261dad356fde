import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findDrafts } from '../../src/build/find-drafts.js';
import { slugOf } from '../../src/build/slug-of.js';
import { readSource } from '../../src/build/read-source.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadwright-drafts-'));
  await mkdir(join(folder, 'content/deep'), { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

async function slugs(cwd: string, ...named: string[]): Promise<string[]> {
  const { value } = await findDrafts(named, join(folder, cwd));
  return value.map(({ slug, file }) => `${slug} ${file}`);
}

describe('the name of a draft’s outputs', () => {
  beforeEach(async () => {
    await writeFile(join(folder, 'threadwright.config.yaml'), '');
    await mkdir(join(folder, 'notes'));
    for (const file of ['content/a.md', 'content/deep/b.md', 'notes/c.md']) await writeFile(join(folder, file), 'x');
  });

  test.each([
    ['.', 'content/a.md'],
    ['content', 'a.md'],
    ['content/deep', '../a.md'],
    ['notes', '../content/a.md'],
  ])('is the same for a command given in %s', async (cwd, named) => {
    expect(await slugs(cwd, named)).toEqual(['a content/a.md']);
  });

  test('cuts a slug that no file system could hold with what is put behind it', () => {
    expect(slugOf(`${'é'.repeat(10)}${'x'.repeat(250)}.md`)).toBe(`${'e'.repeat(10)}${'x'.repeat(210)}`);
    expect(Buffer.byteLength(slugOf(`${'写'.repeat(84)}.md`))).toBeLessThanOrEqual(220);
  });

  test('counts from content/, and from the root beside it', async () => {
    expect(await slugs('.')).toEqual(['a content/a.md', 'deep-b content/deep/b.md']);
    expect(await slugs('content')).toEqual(['a content/a.md', 'deep-b content/deep/b.md']);
    expect(await slugs('content/deep')).toEqual(['deep-b content/deep/b.md']);
    expect(await slugs('.', 'notes')).toEqual(['notes-c notes/c.md']);
    expect(await slugs('.', 'notes/c.md')).toEqual(['notes-c notes/c.md']);
    expect(await slugs('notes', 'c.md')).toEqual(['notes-c notes/c.md']);
  });

  test('counts from the folder itself where there is no project', async () => {
    await rm(join(folder, 'threadwright.config.yaml'));
    expect(await slugs('.', 'content/deep/b.md')).toEqual(['deep-b content/deep/b.md']);
    expect(await slugs('content/deep', '../../notes/c.md')).toEqual(['c c.md']);
    expect(await slugs('notes', '../content')).toEqual(['a a.md', 'deep-b deep/b.md']);
  });
});

describe('what is no draft, though it has the name of one, is told', () => {
  async function told(named: string[] = []): Promise<string[]> {
    const { value, messages } = await findDrafts(named, folder);
    const read = await Promise.all(value.map(readSource));
    return [...messages, ...read.flatMap((one) => one.messages)].map(
      ({ rule, reason, note }) => `${rule}: ${reason}${note === undefined ? '' : ` (${note})`}`,
    );
  }

  const kinds: [string, (path: string) => unknown, string][] = [
    ['a folder', (path) => mkdir(path), 'Unexpected folder `content/x.md`, expected a file'],
    [
      'a pipe, which nobody writes to',
      (path) => execFileSync('mkfifo', [path]),
      'Unexpected pipe `content/x.md`, expected a file',
    ],
    [
      'a link to a device without end',
      (path) => symlink('/dev/zero', path),
      'Unexpected link `content/x.md` that leads out of the project (Copy the file into it)',
    ],
    [
      'a link to a file elsewhere',
      (path) => symlink('/etc/hostname', path),
      'Unexpected link `content/x.md` that leads out of the project (Copy the file into it)',
    ],
    [
      'a link to nothing',
      (path) => symlink('gone.md', path),
      'The file `content/x.md` cannot be read: it is a link to nothing, or gone',
    ],
    [
      'a link to itself',
      (path) => symlink('x.md', path),
      'The file `content/x.md` cannot be read: it is a link that leads back to itself',
    ],
    [
      'a file of 20 MB',
      (path) => writeFile(path, Buffer.alloc(20_000_000, 'a')),
      'Unexpected size of `content/x.md`, 20,000,000 bytes, expected at most 16,000,000',
    ],
    [
      'a file that is not text',
      (path) => writeFile(path, Buffer.from([0x61, 0])),
      'Unexpected bytes in `content/x.md` that are no UTF-8 text (Save the file as UTF-8)',
    ],
  ];

  test.each(kinds)('%s', async (_, make, expected) => {
    await make(join(folder, 'content/x.md'));
    expect(await told()).toEqual([`file-unreadable: ${expected}`]);
  });

  test.each(kinds.slice(1))('%s that is named', async (_, make, expected) => {
    await make(join(folder, 'content/x.md'));
    expect(await told(['content/x.md'])).toEqual([`file-unreadable: ${expected}`]);
  });

  test('a socket', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(folder, 'content/x.md'), done));
    try {
      expect(await told()).toEqual(['file-unreadable: Unexpected socket `content/x.md`, expected a file']);
    } finally {
      await new Promise((done) => server.close(done));
    }
  });

  test('a device that is named', async () => {
    const { value } = await findDrafts(['/dev/zero'], folder);
    expect((await readSource(value[0] ?? { path: '', name: '', root: '' })).messages[0]?.reason).toBe(
      'Unexpected device `/dev/zero`, expected a file',
    );
  });

  test('a file without permission, a folder without permission', async () => {
    await writeFile(join(folder, 'content/x.md'), 'x', { mode: 0 });
    await mkdir(join(folder, 'content/shut'), { mode: 0 });
    await chmod(folder, 0o755);
    const printed = execFileSync(process.execPath, [join(import.meta.dirname, 'find-as-nobody.mjs'), folder]);
    expect(JSON.parse(printed.toString())).toEqual([
      'file-unreadable: The folder `content/shut` cannot be read: EACCES',
      'file-unreadable: The file `content/x.md` cannot be read: permission is missing (EACCES)',
    ]);
  });
});
