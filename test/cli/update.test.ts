import { chmod, lstat, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { writeRevision } from '../../src/build/write-revision.js';
import { runUpdate } from '../../src/cli/update.js';
import { draft, EVENTS, finish, makeProject, type Project } from './project.js';

vi.setConfig({ testTimeout: 120_000 });

const HEAD = 'lints: {unbound-figure: off, mixed-numerals: off, sentence-digit: off, unbound-superlative: off}\n';
const FALSE = `[Nine boats](<check:count total.boats "boat">) came in, [the most ever](check:record), the last on [8 March](check:total.day).

[Several](check:total.boats) of [9/11](<check:ack "a name">) and [ten](<check:said "their count">), [none](check:dark.n).

\`\`\`sql record
SELECT max(n) > 99 AS ok, 'the most since May' AS instead FROM events
\`\`\`

\`\`\`sql dark
SELECT n FROM events WHERE n > 99
\`\`\``;

const SIMPLE = 'On [8 March](check:total.day) [ten boats](<check:count total.boats "boat">) had come in.';

function projectOf(text: string, more: Record<string, string> = {}): Promise<Project> {
  return makeProject({ 'content/a.md': text, 'content/data/events.csv': EVENTS, ...more });
}

function read(project: Project, path = 'content/a.md'): Promise<string> {
  return readFile(join(project.folder, path), 'utf8');
}

describe('threadwright check --update', () => {
  test('shows what it would rewrite and what it leaves, and without a terminal writes nothing', async () => {
    const text = draft(FALSE, HEAD);
    await using project = await projectOf(text);
    const { code, stdout, stderr } = await project.run('check', '--update', '--only', 'brief');
    expect(code).toBe(1);
    expect(stdout).toBe(`content/a.md:13:2  Nine boats → Twelve boats
content/a.md:13:101  8 March → 9 March
Left as they are:
content/a.md:13:58  “the most ever”: a verdict says that it is false, and its words are the writer’s: type what is true instead: “the most since May”
content/a.md:15:2  “Several”: its words state no single number: type what is true
content/a.md:15:102  “none”: the data does not decide it: \`dark\` has no rows
1 draft checked: 0 figures, 5 claims, 1 acknowledged, 1 said by others, 5 errors
`);
    expect(stderr).toContain('“Nine boats” is false; true instead: “12 boats”');
    expect(stderr).toMatch(/Nothing was written\. To rewrite 2 claims, add `--yes`\n$/);
    expect(await read(project)).toBe(text);
  });

  test('with --yes writes the words, checks again and ends as that check does; a second time there is nothing to do', async () => {
    await using project = await projectOf(draft(SIMPLE, HEAD));
    const first = await project.run('check', '--update', '--yes');
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(/ten boats → twelve boats\n1 draft checked: 0 figures, 2 claims, no problem\n$/);
    const written = draft(
      'On [9 March](check:total.day) [twelve boats](<check:count total.boats "boat">) had come in.',
      HEAD,
    );
    expect(await read(project)).toBe(written);
    const { mtimeMs } = await stat(join(project.folder, 'content/a.md'));
    const second = await project.run('check', '--update', '--yes');
    expect([second.code, second.stdout]).toEqual([
      0,
      'No claim has words to rewrite\n1 draft checked: 0 figures, 2 claims, no problem\n',
    ]);
    expect((await stat(join(project.folder, 'content/a.md'))).mtimeMs).toBe(mtimeMs);
    expect(await readdir(join(project.folder, 'content'))).toEqual(['a.md', 'data']);
  });

  test('rewrites words that follow a query of another file', async () => {
    const text = draft('[Ten boats](<check:count fleet.n "boat">) came in.', `${HEAD}imports: [fleet.sql]\n`);
    await using project = await projectOf(text, {
      'content/fleet.sql': '-- name: fleet\nSELECT sum(n) AS n FROM events;\n',
    });
    expect((await project.run('check', '--update', '--yes')).code).toBe(0);
    expect(await read(project)).toBe(text.replace('Ten boats', 'Twelve boats'));
  });

  test('asks on a terminal, in colour, and takes only yes for an answer', async () => {
    const text = draft(SIMPLE, HEAD);
    await using project = await projectOf(text);
    const run = async (answer: boolean): Promise<{ code: number; out: string; asked: string[] }> => {
      let out = '';
      const asked: string[] = [];
      const terminal = {
        out: (words: string) => void (out += words),
        err: () => undefined,
        columns: 80,
        colour: { out: true, err: false },
        ask: (question: string) => {
          asked.push(question);
          return Promise.resolve(answer);
        },
        env: {},
      };
      const code = await runUpdate({ drafts: [] }, project.folder, terminal, new AbortController().signal);
      return { code, out, asked };
    };
    const no = await run(false);
    expect([no.code, no.asked]).toEqual([1, ['Rewrite 2 claims? [y/N] ']]);
    expect(no.out).toContain('\u001b[31mten boats\u001b[39m → \u001b[32mtwelve boats\u001b[39m');
    expect(await read(project)).toBe(text);
    const yes = await run(true);
    expect(yes.code).toBe(0);
    expect(await read(project)).toContain('[twelve boats]');
    expect((await run(true)).asked).toEqual([]);
  });

  test('says what it did as JSON, and asks nothing there', async () => {
    await using project = await projectOf(draft(SIMPLE, HEAD));
    const json = async (...args: string[]): Promise<unknown> =>
      JSON.parse((await project.run('check', '--update', '--json', ...args)).stdout) as unknown;
    const change = { file: 'content/a.md', line: 13, column: 5, from: '8 March', to: '9 March' };
    expect(await json()).toMatchObject({
      update: { written: false, changes: [change, {}], left: [] },
      messages: [{}, {}],
    });
    expect(await json('--yes')).toMatchObject({ update: { written: true, changes: [change, {}] }, messages: [] });
    expect((await project.run('check', '--yes')).code).toBe(2);
  });

  test('keeps line ends, the byte order mark, permissions and links', async () => {
    const text = `\uFEFF${draft(SIMPLE, HEAD).replaceAll('\n', '\r\n')}`;
    await using project = await makeProject({ 'content/real/b.md': text, 'content/real/data/events.csv': EVENTS });
    const [real, link] = [join(project.folder, 'content/real/b.md'), join(project.folder, 'content/real/a.md')];
    await chmod(real, 0o640);
    await symlink('b.md', link);
    expect((await project.run('check', '--update', '--yes', 'content/real/a.md')).code).toBe(0);
    expect(await readFile(real, 'utf8')).toBe(text.replace('8 March', '9 March').replace('ten boats', 'twelve boats'));
    expect((await stat(real)).mode & 0o777).toBe(0o640);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
  });

  test('rewrites every string of the front matter within its quotes, and Markdown where it can tell what stands where', async () => {
    const text = `---
title: 'The harbour''s [ten boats](<check:count total.boats "boat">)'
kicker: "\\u201C[Ten](check:total.boats)\\u201D \\"boats\\""
standfirst: On [8 March](check:total.day)
description: >-
  It was [8 March](check:total.day)
  in all.
key_figures: [{value: '[9](check:total.boats)', label: 'boats, [in ''Oldgate''](check:total.place)'}]
date: 2026-03-10
data: {events: {file: data/events.csv, dated_by: date}}
${HEAD}---

\`\`\`sql total
SELECT sum(n) AS boats, max(date) AS day, 'O''Hara*s' AS place FROM events
\`\`\`

## [Ten boats](<check:count total.boats "boat">) there

Of [**ten** boats](<check:count total.boats "boat">), [_ten boats_](<check:count total.boats "boat">) and [ten
boats][n]: ![All [ten](check:total.boats)](map.png 'Of [ten](check:total.boats), [Oldgate](check:total.place)')

| [ten boats](<check:count total.boats "boat">) | [Oldgate](check:total.place) |
| - | - |

[n]: <check:count total.boats "boat">
`;
    await using project = await projectOf(text);
    const { stdout } = await project.run('check', '--update', '--yes', '--only', 'brief');
    expect(stdout).not.toContain('Left as they are');
    expect(await read(project)).toBe(
      text
        .replace("'The harbour''s [ten", "'The harbour''s [twelve")
        .replace('[Ten](check:total.boats)\\u', '[Twelve](check:total.boats)\\u')
        .replaceAll('8 March', '9 March')
        .replace("'[9](", "'[12](")
        .replace("in ''Oldgate''", "O''Hara\\*s")
        .replace('## [Ten', '## [Twelve')
        .replace('**ten**', '**twelve**')
        .replace('_ten boats_', '_twelve boats_')
        .replace('[ten\nboats]', '[twelve\nboats]')
        .replaceAll('[ten](', '[twelve](')
        .replace('| [ten', '| [twelve')
        .replaceAll('[Oldgate]', "[O'Hara\\*s]"),
    );
  });

  test('leaves words that hold tags, and words that differ from round to round', async () => {
    const text = draft(
      `[{{total.n}} boats](<check:count total.boats "boat">){{#each per as |day|}}, [ten](check:day.n){{/each}}

\`\`\`sql per
SELECT n FROM events ORDER BY n
\`\`\``,
      HEAD,
    );
    await using project = await projectOf(text);
    const { code, stdout } = await project.run('check', '--update', '--yes', '--only', 'brief');
    expect(code).toBe(1);
    expect(stdout).toContain('“Three boats”: tags or marks stand within its words');
    expect(stdout).toContain('“ten”: it stands in a loop, whose rounds need different words');
    expect(await read(project)).toBe(text);
  });

  test('writes nothing when the draft is another by now, or may not be written', async () => {
    await using project = await projectOf(draft(SIMPLE, HEAD));
    const path = join(project.folder, 'content/a.md');
    const file = { path, name: 'content/a.md' };
    const before = await read(project);
    await project.write('content/a.md', `${before}More.\n`);
    expect(await writeRevision(file, before, 'new')).toMatchObject({ rule: 'draft-changed', severity: 'error' });
    expect(await read(project)).toBe(`${before}More.\n`);
    await chmod(path, 0o444);
    expect(await writeRevision(file, `${before}More.\n`, 'new')).toMatchObject({ rule: 'file-unwritable' });
    await chmod(path, 0o644);
    // No room beside it: a folder stands where the temporary file would
    await project.write(`content/.a.md.${process.pid}.tmp/x`, '');
    expect(await writeRevision(file, `${before}More.\n`, 'new')).toMatchObject({ rule: 'file-unwritable' });
    expect(await read(project)).toBe(`${before}More.\n`);
  });

  test('stops on Ctrl-C before it writes', async () => {
    const slow = '\n\n```sql slow\nSELECT count(*) AS n FROM range(3000000) a, range(3000000) b\n```\n\n{{slow.n}}';
    const text = draft(SIMPLE + slow, HEAD);
    await using project = await projectOf(text);
    const child = project.start(['check', '--update', '--yes']);
    const ended = finish(child);
    await new Promise((done) => setTimeout(done, 1500));
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    expect(await read(project)).toBe(text);
  });

  test('after it, whatever the words and the data, every claim that yields words is true and nothing else is another', async () => {
    const number = fc.oneof(
      fc.constantFrom('one', 'seven', 'twelve', 'a dozen', 'no', '12', '1,200', '7'),
      fc.nat(5000).map(String),
    );
    const hedge = fc.constantFrom(
      '',
      '',
      'about ',
      'more than ',
      'nearly ',
      'at least ',
      'only ',
      'fewer than ',
      'up to ',
    );
    const raise = (words: string): string => words.replace(/^./, (letter) => letter.toUpperCase());
    const claim = fc.tuple(hedge, number, fc.constantFrom('boat', 'boats'), fc.nat(3)).map(([front, n, noun, kind]) => {
      const words = `${front}${n} ${noun}`;
      const typed = [words, raise(words), `**${words}**`, `“${words}”`][kind] ?? words;
      return { typed, address: '<check:count total.boats "boat">' };
    });
    const day = fc
      .constantFrom('8 March', '2026-03-01', '1 Mar 2026', '9 March')
      .map((typed) => ({ typed, address: 'check:total.day' }));
    const share = fc
      .constantFrom('half', '50%', 'more than 20%', '12.5 per cent')
      .map((typed) => ({ typed, address: '<check:pct total.share>' }));
    const between = fc.constantFrom(' and ', ', ', '. ', '\n', ' – ', "'s ");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.oneof(claim, day, share), between), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(700), { minLength: 1, maxLength: 3 }),
        async (claims, boats) => {
          const textOf = (words: (typed: string) => string): string =>
            draft(
              `So ${claims.map(([{ typed, address }, gap]) => `[${words(typed)}](${address})${gap}`).join('')}it is.`,
              HEAD,
            ).replace('SELECT count', 'SELECT sum(n) / (sum(n) + 10) AS share, count');
          const rows = boats.map((n, index) => `2026-03-0${index + 1},Northgate,${n}`).join('\n');
          await using project = await projectOf(
            textOf((typed) => typed),
            { 'content/data/events.csv': `date,place,n\n${rows}\n` },
          );
          let out = '';
          const terminal = {
            out: (words: string) => void (out += words),
            err: () => undefined,
            columns: undefined,
            colour: { out: false, err: false },
            env: {},
          };
          const { signal } = new AbortController();
          const command = { drafts: [], only: ['brief'] as const, yes: true };
          expect(await runUpdate(command, project.folder, terminal, signal)).toBe(0);
          expect(out).not.toContain('Left as they are');
          const written = await read(project);
          const blank = (text: string): string => text.replace(/\[[^\]]*\]\((?=<?check)/g, '[](');
          expect(blank(written)).toBe(blank(textOf((typed) => typed)));
        },
      ),
      { numRuns: 10 },
    );
  });
});
