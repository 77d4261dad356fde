import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildDrafts } from '../../src/build/build-drafts.js';
import { checkDrafts } from '../../src/build/check-drafts.js';
import { makeProject } from './project.js';

/** Of the picture of three rows and a total. */
const HEIGHT = 522;
const TIME = { timeout: 120_000 };

const HEAD = `---
title: A title
date: 2021-09-24
data: {ships: {file: ships.csv, source: Harbour register, illustrative: true}}
outputs: [thread, brief]
platforms: [x, bluesky]
---

\`\`\`sql top
SELECT harbour, ships FROM ships ORDER BY ships DESC, harbour
\`\`\`

\`\`\`table top
columns: [harbour, {field: ships, label: Ships seen, total: true}]
limit: 2
\`\`\`

`;
const SHIPS = 'harbour,ships\nAldmouth,1234\n"Ness, the old quay",70\nWick,5\n';

interface Post {
  readonly text: string;
  readonly media: readonly { kind: string; file: string; width: number; height: number; alt: string }[];
}

async function threads(folder: string): Promise<Post[][]> {
  const record = JSON.parse(await readFile(join(folder, 'out/draft/thread.json'), 'utf8')) as {
    threads: { posts: Post[] }[];
  };
  return record.threads.map(({ posts }) => posts);
}

const build = (folder: string, only?: readonly ('thread' | 'brief')[]) =>
  buildDrafts({ drafts: ['draft.md'], cwd: folder, ...(only && { only }) });

test(
  'a table in a post is a picture with an alt text, a table in the brief, and goes when it is shown no more',
  TIME,
  async () => {
    await using project = await makeProject({
      'ships.csv': SHIPS,
      'draft.md': `${HEAD}So.\n\n![](table:top 'Ships in harbour')\n`,
    });
    const { folder } = project;
    const { messages } = await build(folder);
    expect(messages).toEqual([]);
    const alt =
      'Table “Ships in harbour”: Harbour; Ships seen. Aldmouth: 1,234. Ness, the old quay: 70. All 3 rows: 1,309.';
    for (const [post] of await threads(folder)) {
      expect(post?.text).toBe('1. So.');
      expect(post?.media).toEqual([
        { kind: 'table', name: 'top', file: 'tables/top.png', width: 840, alt, height: HEIGHT },
      ]);
    }
    const png = await readFile(join(folder, 'out/draft/tables/top.png'));
    const [{ media: [shown] } = { media: [] }] = (await threads(folder))[0] ?? [];
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([shown?.width, shown?.height]);
    const svg = await readFile(join(folder, 'out/draft/tables/top.svg'), 'utf8');
    for (const words of ['Ships in harbour', '2 of 3 rows', 'Source: Harbour register. Illustrative data'])
      expect(svg).toContain(`>${words}<`);
    const brief = await readFile(join(folder, 'out/draft/brief.html'), 'utf8');
    expect(brief.includes('Ness, the old quay<')).toBe(true);
    expect(brief.includes('top.png')).toBe(false);

    // A brief alone leaves the thread's picture where it is
    await build(folder, ['brief']);
    await access(join(folder, 'out/draft/tables/top.png'));
    await writeFile(join(folder, 'draft.md'), `${HEAD}So.\n\n{{#only "brief"}}![](table:top){{/only}}\n`);
    await build(folder);
    await expect(access(join(folder, 'out/draft/tables'))).rejects.toThrow('ENOENT');
  },
);

test('the writer’s alt text stands, and pictures are counted with the others of a post', TIME, async () => {
  const charts = [1, 2, 3, 4].map((count) => `![](c${count}.png)`).join('\n');
  await using project = await makeProject({
    'ships.csv': SHIPS,
    'draft.md': `${HEAD}So.\n\n![Aldmouth first](table:top)\n`,
    'many.md': `${HEAD}So.\n\n${charts}\n\n![Aldmouth first](table:top)\n`,
  });
  await build(project.folder);
  const [[post] = []] = await threads(project.folder);
  expect(post?.media.map(({ alt }) => alt)).toEqual(['Aldmouth first']);
  const { messages } = await checkDrafts({ drafts: ['many.md'], cwd: project.folder });
  expect(messages.map(({ reason }) => reason)).toContain('Unexpected 5 images in post 1 on X, expected at most 4');
});

test('check says what keeps a table from being a picture, where a post shows it', TIME, async () => {
  const rows = Array.from({ length: 60 }, (_, index) => `Harbour ${index},${index}\n`).join('');
  const long = HEAD.replace('limit: 2\n', '');
  await using project = await makeProject({
    'ships.csv': `harbour,ships\n${rows}`,
    'draft.md': `${long}So.\n\n![](table:top)\n`,
    'brief.md': `${long}So.\n\n{{#only "brief"}}![](table:top){{/only}}\n`,
  });
  const { messages } = await checkDrafts({ drafts: ['draft.md', 'brief.md'], cwd: project.folder });
  expect(messages.map(({ rule, place }) => `${rule} ${place?.file ?? ''}:${place?.line ?? ''}`)).toEqual([
    'table-picture draft.md:19',
  ]);
});
