import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draft, EVENTS, finish, makeProject } from './project.js';

const BODY = `{{count total.boats "boat"}} came in, the last on {{date total.day}}.

---

That is all, #harbour.`;

describe('threadwright build', () => {
  test('writes every output of a draft, an index and what to open', async () => {
    await using project = await makeProject({ 'content/a.md': draft(BODY), 'content/data/events.csv': EVENTS });
    const { code, stdout, stderr } = await project.run('build');
    expect(stderr).toBe('✓ content/a.md  x 2 posts · bluesky 2 posts · mastodon 2 posts · brief · report\n');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Built 1 draft in \d+\.\d s: 2 figures\nOpen out\/index\.html\n$/);
    expect((await readdir(join(project.folder, 'out/a'))).sort()).toEqual([
      'brief.html',
      'card.png',
      'figures.json',
      'report.pdf',
      'thread.bluesky.txt',
      'thread.html',
      'thread.json',
      'thread.mastodon.txt',
      'thread.x.txt',
    ]);
    expect(await readFile(join(project.folder, 'out/a/thread.x.txt'), 'utf8')).toBe(
      '1. Twelve boats came in, the last on 9 March.\n---\n2. That is all, #harbour.\n',
    );
    expect(await readFile(join(project.folder, 'out/index.html'), 'utf8')).toContain('Harbour notes');
    expect(await readFile(join(project.folder, 'out/a/figures.json'), 'utf8')).toMatch(
      /"browser": "(Headless)?Chrome\/[\d.]+"/,
    );
    expect((await readFile(join(project.folder, 'out/a/report.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  }, 60_000);

  test('leaves the last good outputs in place when a draft has an error', async () => {
    await using project = await makeProject({ 'content/a.md': draft(BODY), 'content/data/events.csv': EVENTS });
    expect((await project.run('build', '--only', 'thread,brief')).code).toBe(0);
    const before = await readFile(join(project.folder, 'out/a/brief.html'), 'utf8');
    await project.write('content/a.md', draft('{{count total.boots "boat"}} came in.\n\n---\n\n{{nmu total.n}}'));
    const { code, stdout, stderr } = await project.run('build', '--only', 'thread,brief');
    expect(code).toBe(1);
    expect(stderr).toContain(
      'content/a.md:12:15 error Unexpected `boots`, `total` has no such column (column-unknown)',
    );
    expect(stderr).toContain('→ Did you mean `boats`?');
    expect(stderr).toContain('content/a.md:16:3 error Unexpected `nmu`');
    expect(stdout).toContain('Not built: content/a.md; what an earlier build made is as it was');
    expect(await readFile(join(project.folder, 'out/a/brief.html'), 'utf8')).toBe(before);
  }, 60_000);

  test('builds the other drafts when one has an error, and fails all the same', async () => {
    await using project = await makeProject({
      'content/good.md': draft(BODY),
      'content/bad.md': draft('{{nothing.n}}'),
      'content/data/events.csv': EVENTS,
    });
    const { code, stdout } = await project.run('build', '--only', 'thread');
    expect(code).toBe(1);
    expect(stdout).toContain('Not built: content/bad.md');
    expect(await readdir(join(project.folder, 'out'))).toEqual(expect.arrayContaining(['good', 'index.html']));
  }, 60_000);

  test('leads from a brief to what an earlier build left beside it, and to nothing that is not there', async () => {
    await using project = await makeProject({ 'content/a.md': draft(BODY), 'content/data/events.csv': EVENTS });
    const links = async (only: string): Promise<string[]> => {
      expect((await project.run('build', '--only', only)).code).toBe(0);
      const html = await readFile(join(project.folder, 'out/a/brief.html'), 'utf8');
      return html.match(/(?<=href=")(?:report|thread)\.\w+/g) ?? [];
    };
    expect(await links('brief')).toEqual([]);
    expect(await links('thread,brief')).toEqual(['thread.html']);
    expect(await links('brief')).toEqual(['thread.html']);
  }, 60_000);

  test('shows in the index the chart that one reads first, in the size it has', async () => {
    const chart = (name: string): string =>
      `\n\n\`\`\`vega-lite ${name}\ndata: {name: total}\ntitle: Boats\nmark: {type: bar, size: 20}\nencoding: {x: {field: day, type: temporal}, y: {field: boats, type: quantitative}}\n\`\`\``;
    const shown = `![Boats, as they came.](chart:zebra)\n\n![Boats, once more.](chart:ant)`;
    await using project = await makeProject({
      'content/a.md': draft(`${BODY}\n\n${shown}${chart('ant')}${chart('zebra')}`),
      'content/data/events.csv': EVENTS,
    });
    expect(await project.run('build', '--only', 'brief')).toMatchObject({ code: 0 });
    expect(await readFile(join(project.folder, 'out/index.html'), 'utf8')).toMatch(
      /srcset="\.\/a\/charts\/zebra\.dark\.svg"><img src="\.\/a\/charts\/zebra\.svg" width="1200" height="\d+" alt="">/,
    );
  }, 60_000);

  test('builds a part and leaves the others; a chart that is gone from the draft is pruned, a stranger’s file is not', async () => {
    const chart =
      '![Boats](chart:total)\n\n```vega-lite total\nmark: bar\nencoding: {x: {field: day, type: temporal}, y: {field: boats, type: quantitative}}\n```';
    await using project = await makeProject({
      'content/a.md': draft(`${BODY}\n\n---\n\nSee {{ref "total"}}.\n\n${chart}`),
      'content/data/events.csv': EVENTS,
    });
    expect((await project.run('build', '--only', 'thread,brief')).code).toBe(0);
    expect(await readdir(join(project.folder, 'out/a/charts'))).toEqual(['total.dark.svg', 'total.png', 'total.svg']);
    await project.write('out/a/notes.txt', 'mine');
    const brief = await stat(join(project.folder, 'out/a/brief.html'));
    await project.write('content/a.md', draft(BODY));
    expect((await project.run('build', '--only', 'thread')).code).toBe(0);
    expect((await stat(join(project.folder, 'out/a/brief.html'))).mtimeMs).toBe(brief.mtimeMs);
    expect((await readdir(join(project.folder, 'out/a'))).sort()).toEqual([
      'brief.html',
      'card.png',
      'figures.json',
      'notes.txt',
      'thread.bluesky.txt',
      'thread.html',
      'thread.json',
      'thread.mastodon.txt',
      'thread.x.txt',
    ]);
  }, 60_000);

  test('takes the two clocks from the command line', async () => {
    await using project = await makeProject({
      'content/a.md': draft('{{count total.boats "boat"}} by {{date @as_of}}, told on {{date @date}}.'),
      'content/data/events.csv': EVENTS,
    });
    expect((await project.run('build', '--only', 'thread', '--date', '2026-03-05', '--as-of', '2026-03-02')).code).toBe(
      0,
    );
    expect(await readFile(join(project.folder, 'out/a/thread.x.txt'), 'utf8')).toBe(
      '1. Seven boats by 2 March, told on 5 March.\n',
    );
  }, 60_000);

  test('prints machine-readable results with --json, and nothing else on stdout', async () => {
    await using project = await makeProject({
      'content/a.md': draft('{{total.nn}}'),
      'content/data/events.csv': EVENTS,
    });
    const { code, stdout, stderr } = await project.run('build', '--json', '--only', 'thread');
    const result = JSON.parse(stdout) as {
      drafts: unknown[];
      messages: { rule: string; line: number; column: number }[];
    };
    expect(code).toBe(1);
    expect(stderr).toBe('');
    const none = { figures: 0, claims: 0, acknowledged: 0, said: 0 };
    expect(result.drafts).toEqual([{ draft: 'content/a.md', slug: 'a', built: false, ...none, files: [] }]);
    expect(result.messages).toMatchObject([
      {
        rule: 'column-unknown',
        severity: 'error',
        file: 'content/a.md',
        line: 12,
        column: 9,
        note: 'Did you mean `n`?',
      },
    ]);
  }, 60_000);

  test('explains a wrong command line and exits with 2', async () => {
    await using project = await makeProject();
    for (const args of [
      ['build', '--onyl', 'thread'],
      ['build', '--only', 'pdf'],
      ['build', '--date', '2026-02-30'],
      ['biuld'],
    ]) {
      const { code, stderr } = await project.run(...args);
      expect([args, code]).toEqual([args, 2]);
      expect(stderr).toMatch(/^error: /);
    }
  }, 60_000);

  test('helps, and says that nothing was found', async () => {
    await using project = await makeProject({ 'README.md': '# no draft', '_notes.md': 'no draft' });
    const help = await project.run('build', '--help');
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('--only <outputs>');
    const none = await project.run('build');
    expect(none.code).toBe(1);
    expect(none.stderr).toContain('Found no draft in `.`, expected files that end in `.md` (draft-none)');
    const missing = await project.run('build', 'reprots');
    expect(missing.stderr).toContain('The file or folder `reprots` does not exist (file-missing)');
  }, 60_000);

  test('colours messages only where it is asked to', async () => {
    await using project = await makeProject({ 'a.md': 'text' });
    expect((await project.run('build')).stderr).not.toContain('\u001b[');
    expect((await finish(project.start(['build'], { FORCE_COLOR: '1' }))).stderr).toContain('\u001b[31merror');
  }, 60_000);

  test('says which two drafts would share a folder', async () => {
    await using project = await makeProject({
      'content/a b é.md': draft(BODY),
      'content/a/b-e.md': draft(BODY),
      'content/data/events.csv': EVENTS,
    });
    const { code, stderr } = await project.run('build');
    expect(code).toBe(1);
    expect(stderr).toContain('Unexpected slug `a-b-e`, `content/a/b-e.md` has it already (slug-clash)');
  }, 60_000);

  test('gives a draft with spaces and accents a folder that suits an address', async () => {
    await using project = await makeProject({ 'content/a b é.md': draft(BODY), 'content/data/events.csv': EVENTS });
    expect((await project.run('build', 'content/a b é.md', '--only', 'thread,brief')).code).toBe(0);
    expect(await readdir(join(project.folder, 'out/a-b-e'))).toContain('brief.html');
  }, 60_000);

  test('gives the same bytes wherever in the project the command is given', async () => {
    await using project = await makeProject({
      'threadwright.config.yaml': 'base_url: https://example.org\n',
      'content/a.md': draft(BODY),
      'content/data/events.csv': EVENTS,
    });
    const built = async (cwd: string, named: string): Promise<string[]> => {
      const { code } = await finish(project.start(['build', named, '--only', 'thread,brief'], {}, cwd));
      expect(code).toBe(0);
      const files = (await readdir(join(project.folder, 'out'), { recursive: true })).sort();
      const texts = files.map((file) => readFile(join(project.folder, 'out', file), 'utf8').catch(() => 'folder'));
      return [...files, ...(await Promise.all(texts))];
    };
    const fromRoot = await built('.', 'content/a.md');
    expect(await built('content', 'a.md')).toEqual(fromRoot);
    expect(await built('content/data', '../a.md')).toEqual(fromRoot);
    expect(fromRoot.join('\n')).toContain('"draft": "content/a.md"');
  }, 60_000);

  test('shows a file name that a terminal would obey', async () => {
    await using project = await makeProject({
      'content/a\u001b[2J\u202e.md': draft(BODY),
      'content/b\u0007.md': 'x',
      'content/data/events.csv': EVENTS,
    });
    const { stdout, stderr } = await project.run('build', '--only', 'thread');
    expect(stderr).toContain('✓ content/a\\u001b[2J\\u202e.md');
    expect(stderr).toContain('content/b\\u0007.md:1:1 error');
    expect(stdout).toContain('Not built: content/b\\u0007.md');
    expect(stdout + stderr).not.toMatch(/[\u001b\u0007\u202e]/);
  }, 60_000);

  test('reports an output folder that cannot be written, with its own exit code', async () => {
    await using project = await makeProject({
      'content/a.md': draft(BODY),
      'content/data/events.csv': EVENTS,
      taken: 'a file',
    });
    const { code, stderr } = await project.run('build', '--only', 'thread', '--out', 'taken/out');
    expect(code).toBe(3);
    expect(stderr).toMatch(/The output folder `.*taken\/out` cannot be written: E\w+ \(file-unwritable\)/);
    // Which takes no folder: making one there with those above it never ended
    if (process.platform === 'linux')
      expect(await project.run('build', '--only', 'thread', '--out', '/proc/out/a')).toMatchObject({ code: 3 });
  }, 60_000);

  test('stops on Ctrl-C with nothing half-written', async () => {
    await using project = await makeProject({ 'content/a.md': draft(BODY), 'content/data/events.csv': EVENTS });
    expect((await project.run('build', '--only', 'thread')).code).toBe(0);
    const before = await readFile(join(project.folder, 'out/a/thread.x.txt'), 'utf8');
    // A query that would run for as long as it is let
    await project.write(
      'content/a.md',
      draft('{{slow.n}}\n\n```sql slow\nSELECT count(*) AS n FROM range(3000000) a, range(3000000) b\n```'),
    );
    const child = project.start(['build', '--only', 'thread']);
    const ended = finish(child);
    await new Promise((done) => setTimeout(done, 1500));
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toContain('Stopping; outputs stay as they were');
    expect(await readFile(join(project.folder, 'out/a/thread.x.txt'), 'utf8')).toBe(before);
    expect((await readdir(join(project.folder, 'out/.threadwright'))).sort()).toEqual(['a.json']);
  }, 60_000);

  test('leaves every file whole when it is killed, and the next build makes the set whole', async () => {
    await using project = await makeProject({ 'content/a.md': draft(BODY), 'content/data/events.csv': EVENTS });
    const child = project.start(['build', '--only', 'thread,brief']);
    await new Promise((done) => setTimeout(done, 900));
    child.kill('SIGKILL');
    await once(child, 'close');
    expect((await project.run('build', '--only', 'thread,brief')).code).toBe(0);
    expect((await readdir(join(project.folder, 'out/.threadwright'))).sort()).toEqual(['a.json']);
  }, 60_000);
});
