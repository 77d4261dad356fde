import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildDrafts } from '../../src/build/build-drafts.js';
import { checkDrafts } from '../../src/build/check-drafts.js';
import { publishDraft } from '../../src/build/publish-draft.js';

const ANSWER = JSON.stringify({
  domain: 'mastodon.example',
  configuration: {
    statuses: { max_characters: 600, max_media_attachments: 4, characters_reserved_per_url: 23 },
    media_attachments: {
      image_matrix_limit: 33177600,
      image_size_limit: 16777216,
      supported_mime_types: ['image/jpeg', 'image/png'],
    },
  },
});

interface Given {
  readonly head?: string;
  readonly words?: string;
  readonly files?: Record<string, string>;
  readonly links?: Record<string, string>;
}

async function project<T>(
  { head = '', words = '', files = {}, links = {} }: Given,
  use: (folder: string) => Promise<T>,
) {
  const folder = await mkdtemp(join(tmpdir(), 'threadwright-instance-'));
  try {
    const draft = `---\ntitle: Notes\ndate: 2026-03-10\nplatforms: [mastodon]\nnumbering: none\n${head}---\n\n${words}\n`;
    for (const [path, text] of Object.entries({ 'content/a.md': draft, ...files })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    for (const [path, target] of Object.entries(links)) await symlink(target, join(folder, path));
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a check says, as `file:line:column rule: reason`. */
const said = (given: Given) =>
  project(given, async (cwd) => {
    const { messages } = await checkDrafts({ cwd, only: ['thread'] });
    return messages.map(
      ({ place, rule, reason }) => `${place?.file}:${place?.line}:${place?.column} ${rule}: ${reason}`,
    );
  });

const HERE = 'mastodon: {instance: data/mastodon.json}\n';
const ROOT = { 'threadwright.config.yaml': 'mastodon: {instance: content/data/mastodon.json}\n' };
const FILE = { 'content/data/mastodon.json': ANSWER };

describe('the limit of a Mastodon server', () => {
  test.each([
    ['of the draft', { head: HERE, files: FILE }],
    ['of the project', { files: { ...FILE, ...ROOT } }],
  ])('%s holds for its posts: 600, and not 601', async (_, given) => {
    expect(await said({ ...given, words: 'a'.repeat(600) })).toEqual([]);
    expect(await said({ ...given, words: 'a'.repeat(601) })).toEqual([
      expect.stringContaining('post-too-long: Unexpected 601 characters in post 1 on Mastodon, expected at most 600'),
    ]);
  });

  test('counts the content warning, and says so', async () => {
    const head = `${HERE}content_warning: Storms\n`;
    await project({ head, files: FILE, words: 'a'.repeat(595) }, async (cwd) => {
      const { messages } = await checkDrafts({ cwd, only: ['thread'] });
      expect(messages.map(({ reason }) => reason)).toEqual([expect.stringContaining('Unexpected 601 characters')]);
      expect(messages[0]?.note).toContain('The content warning counts with every post, for 6 of these');
    });
    expect(await said({ head, files: FILE, words: 'a'.repeat(594) })).toEqual([]);
  });

  test('is in thread.json, with what else a draft says of its posts', async () => {
    const head = `${HERE}content_warning: Storms\nsensitive: true\nlang: en-US\n`;
    await project({ head, files: FILE, words: 'A post.' }, async (cwd) => {
      const { files, messages } = await publishDraft({ draft: 'content/a.md', cwd, only: ['thread'] });
      expect(messages).toEqual([]);
      const json = files.find(({ path }) => path === 'thread.json')?.bytes ?? '';
      expect(JSON.parse(Buffer.from(json).toString())).toMatchObject({
        language: 'en-US',
        content_warning: 'Storms',
        sensitive: true,
        threads: [{ platform: 'mastodon', limit: 600, posts: [{ count: 13, limit: 600 }] }],
      });
    });
  });
});

describe('a file that cannot be used is an error where it is named', () => {
  test.each<[string, Given, string]>([
    ['missing', { head: HERE }, 'content/a.md:6:22 instance-unreadable: The saved answer of a Mastodon server'],
    [
      'outside of the project',
      { head: 'mastodon: {instance: ../../m.json}\n' },
      'content/a.md:6:22 instance-unreadable: Unexpected path `../../m.json`, expected one inside the project',
    ],
    [
      'an address',
      { head: "mastodon: {instance: 'https://mastodon.example/api/v2/instance'}\n" },
      'content/a.md:6:22 front-matter-value: Unexpected address `https://mastodon.example/api/v2/instance`',
    ],
    [
      'a link out of the project',
      { head: HERE, files: { 'content/data/x.txt': '' }, links: { 'content/data/mastodon.json': '/etc/hostname' } },
      'content/a.md:6:22 instance-unreadable: Unexpected path `data/mastodon.json`',
    ],
    [
      'no JSON',
      { head: HERE, files: { 'content/data/mastodon.json': '<html>' } },
      'content/a.md:6:22 instance-invalid: Unexpected content of `data/mastodon.json`, expected JSON',
    ],
    [
      'larger than any answer',
      { head: HERE, files: { 'content/data/mastodon.json': `"${'a'.repeat(1_000_000)}"` } },
      'content/a.md:6:22 instance-unreadable: Unexpected size of `data/mastodon.json`',
    ],
    [
      'named by the project',
      { files: { ...ROOT, 'content/data/mastodon.json': ANSWER.replace('600', '0') } },
      'threadwright.config.yaml:1:22 instance-invalid: Unexpected `0` as `configuration.statuses.max_characters`',
    ],
    [
      'an unknown key',
      { head: 'mastodon: {server: mastodon.example}\n' },
      'content/a.md:6:12 front-matter-key: Unexpected key `server` in `mastodon`, expected `instance`',
    ],
  ])('%s', async (_, given, expected) => {
    expect(await said({ words: 'A post.', ...given })).toEqual([expect.stringContaining(expected)]);
  });

  test('and nothing is asked of a draft that makes nothing for Mastodon', async () => {
    await project({ head: HERE, words: 'A post.' }, async (cwd) => {
      const draft = join(cwd, 'content/a.md');
      await writeFile(draft, `---\ntitle: Notes\ndate: 2026-03-10\nplatforms: [x]\n${HERE}---\n\nA post.\n`);
      const { messages } = await buildDrafts({ drafts: [], cwd, only: ['thread'] });
      expect(messages).toEqual([]);
    });
  });
});
