import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { draft, EVENTS, finish, makeProject, type Project, type Run } from './project.js';

const GOOD = `{{count total.boats "boat"}} came in, the last on {{date total.day}}.

---

[Twelve boats](<check:ack "as counted by hand">) #harbour.`;

const CHART = `![Boats](chart:total)

\`\`\`vega-lite total
mark: bar
encoding: {x: {field: day, type: temporal}, y: {field: boats, type: quantitative}}
\`\`\``;

const LONG = 'and again, '.repeat(40);

const BAD = `{{count total.boots "boat"}} came in.

---

{{nmu total.n}} of {{broken.nn}} and {{none.n}}.

---
<!-- post: split=error -->
It came again, ${LONG}and again.

---

See {{ref "nowhere"}} and {{total.n

---

![](images/none.png) ![Boats](chart:total) ![Late](chart:broken) ![Gone](chart:gone)

\`\`\`sql broken
SELECT nn FROM events
\`\`\`

\`\`\`sql none
SELECT n FROM events WHERE n > 99
\`\`\`

\`\`\`vega-lite total
mark: baar
encoding: {x: {field: dya, type: temporal}, y: {field: boats, type: quantitative}}
\`\`\`

\`\`\`vega-lite broken
mark: bar
encoding: {x: {field: nn, type: quantitative}}
\`\`\``;

describe('threadwright check', () => {
  test('says how much was checked, and that nothing is wrong', async () => {
    await using project = await makeProject({
      'content/a.md': draft(GOOD),
      'content/b.md': draft('In {{num total.n}} days.'),
      'content/data/events.csv': EVENTS,
    });
    const { code, stdout, stderr } = await project.run('check');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe('2 drafts checked: 3 figures, 0 claims, 1 acknowledged, no problem\n');
    expect((await project.run('check', 'content/b.md')).stdout).toBe(
      '1 draft checked: 1 figure, 0 claims, no problem\n',
    );
  }, 60_000);

  test('tells all that is wrong with a draft at once, whatever is wrong before it, and each thing once', async () => {
    await using project = await makeProject({
      'content/a.md': draft(BAD, 'colour: red\n'),
      'content/data/events.csv': EVENTS,
    });
    const { code, stdout, stderr } = await project.run('check');
    expect(code).toBe(1);
    const found = [...stderr.matchAll(/^content\/a\.md:(\d+):\d+ (?:error|warning) .*\((.*)\)$/gm)];
    expect(found.map(([, line, rule]) => `${line ?? ''} ${rule ?? ''}`)).toEqual([
      '6 front-matter-key',
      '13 column-unknown',
      '17 helper-unknown',
      '17 value-missing',
      '21 post-too-long',
      '21 post-too-long',
      '25 reference-unknown',
      '25 tag-unclosed',
      '29 image-missing',
      '29 alt-missing',
      '29 chart-unknown',
      '32 query-unknown-name',
      '40 chart-spec',
      '41 chart-data',
    ]);
    expect(stderr).toContain('in post 3 on X');
    expect(stdout).toBe('1 draft checked: 0 figures, 0 claims, 13 errors, 1 warning\n');
  }, 60_000);

  test('finds what only a page would show: an address it may not have, a character no font has', async () => {
    await using project = await makeProject({
      'content/a.md': draft('{{num total.n}} days, [said](javascript:alert(1)) 𓀀.'),
      'content/data/events.csv': EVENTS,
    });
    const all = await project.run('check');
    expect(all.stderr).toContain('(link-address)');
    expect(all.stderr).toContain('(font-missing)');
    const thread = await project.run('check', '--only', 'thread');
    expect(thread.stderr).not.toContain('(font-missing)');
  }, 60_000);

  test('writes nothing, and leaves what a build made', async () => {
    await using project = await makeProject({ 'content/a.md': draft(GOOD), 'content/data/events.csv': EVENTS });
    const before = await readdir(project.folder, { recursive: true });
    expect((await project.run('check')).code).toBe(0);
    expect(await readdir(project.folder, { recursive: true })).toEqual(before);
  }, 60_000);

  test('starts the engine alone: no browser, and nothing that draws', async () => {
    await using project = await makeProject({
      'content/a.md': draft(`${GOOD}\n\n---\n\n${CHART}`),
      'content/data/events.csv': EVENTS,
    });
    expect(await startedBy(project, 'check')).toEqual(['engine/child.js']);
    expect(await startedBy(project, 'build', '--only', 'thread')).toEqual(['engine/child.js', 'draw/child.js']);
  }, 60_000);

  test('takes the two clocks from the command line', async () => {
    await using project = await makeProject({
      'content/a.md': draft('{{count total.boats "boat"}} came in.'),
      'content/data/events.csv': EVENTS,
    });
    expect((await project.run('check')).code).toBe(0);
    const { stderr } = await project.run('check', '--date', '2026-02-05', '--as-of', '2026-02-02');
    expect(stderr).toContain('content/a.md:12:9 error');
    expect(stderr).toContain('(value-missing)');
    expect((await project.run('check', '--date', '2026-02-30')).code).toBe(2);
  }, 60_000);

  test('prints JSON with --json, and nothing else', async () => {
    await using project = await makeProject({
      'content/a.md': draft('In {{total.nn}} {{num total.n}}'),
      'content/data/events.csv': EVENTS,
    });
    const { code, stdout, stderr } = await project.run('check', '--json');
    expect([code, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      drafts: [
        { draft: 'content/a.md', slug: 'a', checked: true, figures: 1, claims: 0, acknowledged: 0, said: 0, errors: 1 },
      ],
      messages: [{ rule: 'column-unknown', severity: 'error', file: 'content/a.md', line: 12, column: 12 }],
    });
  }, 60_000);

  test('annotates a change where a CI service can show it, and has colours only where they are asked for', async () => {
    await using project = await makeProject({ 'content/a.md': draft('{{nmu 1}}'), 'content/data/events.csv': EVENTS });
    const run = (env: Record<string, string>): Promise<Run> => finish(project.start(['check'], env));
    expect((await run({ GITHUB_ACTIONS: 'true' })).stdout).toContain('::error file=content/a.md,line=12,');
    const plain = await run({});
    expect(plain.stdout + plain.stderr).not.toMatch(/::error|\u001b\[/);
    expect((await run({ FORCE_COLOR: '1' })).stderr).toContain('\u001b[31merror');
  }, 60_000);

  test('stops on Ctrl-C', async () => {
    await using project = await makeProject({
      'content/a.md': draft(
        '{{slow.n}}\n\n```sql slow\nSELECT count(*) AS n FROM range(3000000) a, range(3000000) b\n```',
      ),
      'content/data/events.csv': EVENTS,
    });
    const child = project.start(['check']);
    const ended = finish(child);
    await new Promise((done) => setTimeout(done, 1500));
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
  }, 60_000);

  test('is as loud about lints as the project and the draft want it', async () => {
    const glued = draft(`${GOOD} Near #one#two it rained.`);
    await using project = await makeProject({ 'content/a.md': glued, 'content/data/events.csv': EVENTS });
    const run = async (): Promise<string> => {
      const { code, stdout } = await project.run('check');
      return `${code ?? ''} ${stdout.trim().split(', ').at(-1) ?? ''}`;
    };
    expect(await run()).toBe('0 1 warning');
    await project.write('threadwright.config.yaml', 'lints: {hashtag-glued: error}\n');
    expect(await run()).toBe('1 1 error');
    await project.write('content/a.md', draft(`${GOOD} Near #one#two it rained.`, 'lints: {hashtag-glued: off}\n'));
    expect(await run()).toBe('0 no problem');
  }, 60_000);

  test('says that there is no draft', async () => {
    await using project = await makeProject();
    const { code, stderr } = await project.run('check');
    expect(code).toBe(1);
    expect(stderr).toContain('(draft-none)');
  }, 60_000);
});

/** The programs that a command starts, as Node itself tells them. */
async function startedBy(project: Project, ...args: string[]): Promise<string[]> {
  const log = join(project.folder, 'started.log');
  await project.write('started.log', '');
  await project.write(
    'watch.mjs',
    `import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
subscribe('child_process', ({ process: child }) =>
  child.once('spawn', () => appendFileSync(${JSON.stringify(log)}, child.spawnargs.join(' ') + '\\n')));`,
  );
  const watch = pathToFileURL(join(project.folder, 'watch.mjs')).href;
  const { code } = await finish(project.start(args, { NODE_OPTIONS: `--import ${watch}` }));
  expect(code).toBe(0);
  const lines = (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => /\/dist\/(\S+)/.exec(line)?.[1] ?? line);
}
