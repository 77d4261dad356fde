import { readFile, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkDrafts } from '../../src/build/check-drafts.js';
import { diffDrafts, lockDrafts } from '../../src/build/diff-drafts.js';
import { describeCauses } from '../../src/record/describe-causes.js';
import { describeChange } from '../../src/record/describe-change.js';
import { draft, EVENTS, makeProject, type Project } from '../cli/project.js';

const BODY = `{{count total.boats "boat"}} came in, the last on {{date total.day}}.

---

It was [a dozen](check:total.boats), in {{count total.n "day"}}.`;

const LOCK = 'note.lock.json';

async function locked(body = BODY, head = ''): Promise<Project> {
  const project = await makeProject({ 'note.md': draft(body, head), 'data/events.csv': EVENTS });
  const { locked: done, messages } = await lockDrafts({ cwd: project.folder });
  expect(messages).toEqual([]);
  expect(done).toHaveLength(1);
  return project;
}

/** What a difference says of each change, and why. */
async function changesOf(project: Project): Promise<string[]> {
  const { drafts } = await diffDrafts({ cwd: project.folder });
  return (drafts[0]?.difference?.changes ?? []).map(({ change }) => {
    const why = change.kind === 'changed' ? `: ${describeCauses(change.causes)}` : '';
    return `${describeChange(change)}${why}`;
  });
}

function read(project: Project, file = LOCK): Promise<string> {
  return readFile(join(project.folder, file), 'utf8');
}

describe('a lock', () => {
  test('holds texts, verdicts, inputs and hashes, and no places', async () => {
    await using project = await locked();
    const lock = JSON.parse(await read(project)) as { figures: Record<string, unknown>[] };
    expect(lock).toMatchObject({
      version: 1,
      date: '2026-03-10',
      sources: [{ name: 'events', file: 'data/events.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string }],
      queries: [{ name: 'total', reads: ['events'], sql_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string }],
    });
    expect(lock.figures).toContainEqual({
      id: 'count-total-boats-boat',
      kind: 'figure',
      expression: 'count total.boats "boat"',
      text: 'Twelve boats',
      inputs: [{ query: 'total', row: 0, column: 'boats', value: '12' }],
    });
    expect(lock.figures).toContainEqual(expect.objectContaining({ kind: 'claim', text: 'a dozen', verdict: 'true' }));
    expect(JSON.stringify(lock)).not.toMatch(/"(?:line|column|post|place)":\d/);
  });

  test.each([
    ['words around the figures', (text: string) => text.replace('came in, the last', 'arrived, the latest')],
    ['a paragraph above', (text: string) => text.replace('{{count', 'A new beginning.\n\n{{count')],
    [
      'another order of the posts',
      (text: string) => text.replace(BODY, BODY.split('\n\n---\n\n').reverse().join('\n\n---\n\n')),
    ],
    ['other numbers for the posts', (text: string) => text.replace('date:', 'numbering: none\ndate:')],
    ['a platform less', (text: string) => text.replace('date:', 'platforms: [x]\ndate:')],
  ])('is left alone by %s', async (_, edit) => {
    await using project = await locked();
    const before = await read(project);
    await project.write('note.md', edit(draft(BODY)));
    expect(await changesOf(project)).toEqual([]);
    expect((await checkDrafts({ cwd: project.folder, frozen: true })).messages).toEqual([]);
    await lockDrafts({ cwd: project.folder });
    expect(await read(project)).toBe(before);
  });

  test('tells figures of one expression by their texts, wherever they stand', async () => {
    const posts = ['{{total.boats}} came in.', 'In all {{total.boats}}.'];
    await using project = await locked(posts.join('\n\n---\n\n'));
    await project.write('note.md', draft(posts.reverse().join('\n\n---\n\n')));
    expect(await changesOf(project)).toEqual([]);
    await project.write('note.md', draft('In all {{total.boats}}.'));
    expect(await changesOf(project)).toEqual(['“Twelve” is gone']);
  });
});

describe('a difference says why', () => {
  test.each([
    [
      'data that changes no figure',
      (project: Project) => project.write('data/events.csv', EVENTS.replace(',5\n', ',6\n').replace(',3\n', ',2\n')),
      [],
    ],
    [
      'data',
      (project: Project) => project.write('data/events.csv', `${EVENTS}2026-03-09,Eastgate,1\n`),
      [
        '“Twelve boats” → “Thirteen boats”: data `data/events.csv` changed, its queries are the same',
        '“a dozen” was true, is false: data `data/events.csv` changed, its queries are the same',
        '“three days” → “four days”: data `data/events.csv` changed, its queries are the same',
      ],
    ],
    [
      'a query',
      (project: Project) =>
        project.write('note.md', draft(BODY).replace('sum(n) AS', 'sum(n) + 0 AS').replace('count(*)', 'count(*) + 1')),
      ['“three days” → “four days”: query `total` changed, its data is the same'],
    ],
    [
      'an expression',
      (project: Project) => project.write('note.md', draft(BODY.replace('"day"', '"date"'))),
      ['“three days” → “three dates”: another expression'],
    ],
    [
      'the words of a claim',
      (project: Project) => project.write('note.md', draft(BODY.replace('a dozen', 'twelve'))),
      ['“a dozen” → “twelve”: other words were typed'],
    ],
    [
      'the clock',
      (project: Project) => project.write('note.md', draft(BODY).replace('2026-03-10', '2027-03-10')),
      ['“9 March” → “9 March 2026”: `date` is 2027-03-10, was 2026-03-10'],
    ],
    [
      'the house style',
      (project: Project) => project.write('note.md', draft(BODY, 'numbers: {words_to: 2}\n')),
      ['“three days” → “3 days”: the house style or the language changed'],
    ],
    [
      'a figure that came and one that went',
      (project: Project) =>
        project.write('note.md', draft('{{count total.n "day"}} and {{pct 0.5}}.', 'lints: {unbound-tag: off}\n')),
      [
        '“three days” → “Three days”: it stands elsewhere in its sentence',
        '“50%” is new',
        '“a dozen” is gone',
        '“Twelve boats” is gone',
        '“9 March” is gone',
      ],
    ],
  ])('%s', async (_, change, expected) => {
    await using project = await locked();
    await change(project);
    expect(await changesOf(project)).toEqual(expected);
  });

  test('another version of the tool or the engine', async () => {
    await using project = await locked();
    const lock = await read(project);
    const older = lock
      .replace(/"tool": "[^"]+"/, '"tool": "Threadwright 0.0.1"')
      .replace('"text": "three days"', '"text": "3 days"');
    await project.write(LOCK, older);
    expect(await changesOf(project)).toEqual([
      expect.stringMatching(/^“3 days” → “three days”: \S+ \S+ in place of Threadwright 0\.0\.1$/),
    ]);
  });

  test('a query that answers otherwise over the same data', async () => {
    await using project = await locked();
    await project.write(LOCK, (await read(project)).replaceAll('"value": "3"', '"value": "4"'));
    expect(await changesOf(project)).toEqual([
      '“three days” is the same, `total.n` 4 → 3: `total` answered otherwise over the same data: give the rows an order',
    ]);
  });

  test('the sentence, as it was and as it is, with every figure in it', async () => {
    await using project = await locked();
    await project.write('data/events.csv', `${EVENTS}2026-03-10,Eastgate,1\n`);
    const { stdout, code } = await project.run('diff');
    expect(code).toBe(1);
    expect(stdout).toContain(
      [
        '  12:1',
        '    - Twelve boats came in, the last on 9 March.',
        '    + Thirteen boats came in, the last on 10 March.',
        '    data `data/events.csv` changed, its queries are the same',
      ].join('\n'),
    );
  });

  test('the verdict of a claim that stands in a sentence whose words changed', async () => {
    await using project = await locked('{{count total.boats "boat"}} came in, [a dozen](check:total.boats) as ever.');
    await project.write('data/events.csv', `${EVENTS}2026-03-10,Eastgate,1\n`);
    const { stdout } = await project.run('diff', '--html', 'changes.html');
    expect(stdout).toContain('2 changed');
    const text = (await project.run('diff')).stdout;
    expect(text).toContain(
      [
        '    + Thirteen boats came in, a dozen as ever.',
        '    “a dozen” was true, is false',
        '    data `data/events.csv` changed, its queries are the same',
      ].join('\n'),
    );
    expect(await read(project, 'changes.html')).toContain('“a dozen” was true, is false');
  });

  test('as JSON, and as lines for `corrections:` that a draft can hold', async () => {
    await using project = await locked('{{count total.boats "boat"}} came in, said Aldmouth’s \'Herald\'.');
    await project.write('data/events.csv', `${EVENTS}2026-03-10,Eastgate,1\n`);
    const result = JSON.parse((await project.run('diff', '--json')).stdout) as {
      drafts: { difference: { changes: Record<string, unknown>[]; corrections: string } }[];
    };
    const [{ changes, corrections } = { changes: [], corrections: '' }] = result.drafts.map(
      ({ difference }) => difference,
    );
    expect(changes[0]).toMatchObject({
      kind: 'changed',
      line: 12,
      column: 1,
      before: { texts: 'Twelve boats' },
      after: { texts: 'Thirteen boats' },
      causes: [{ kind: 'data', file: 'data/events.csv' }],
    });
    expect(parse(corrections)).toEqual({
      corrections: [
        {
          date: '2026-03-10',
          text: "An earlier version said: “Twelve boats came in, said Aldmouth’s 'Herald'.” It should have said: “Thirteen boats came in, said Aldmouth’s 'Herald'.”",
        },
      ],
    });
    await project.write('note.md', draft('{{count total.boats "boat"}} came in.', corrections));
    expect((await checkDrafts({ cwd: project.folder })).messages).toEqual([]);
  });

  test('as a page, in which data stays text', async () => {
    await using project = await locked(
      'They came from {{list places col="place"}}.\n\n```sql places\nSELECT DISTINCT place FROM events ORDER BY place\n```',
    );
    await project.write('data/events.csv', `${EVENTS}2026-03-09,<img src=x>,1\n`);
    expect((await project.run('diff', '--html', 'changes.html')).stdout).toContain('1 changed');
    const page = await read(project, 'changes.html');
    expect(page).toContain('&lt;img src&#x3D;x&gt;');
    expect(page).not.toContain('<img');
    expect(page).toContain('<mark>');
  });
});

describe('--frozen', () => {
  test('fails on a table and a chart that show other rows', async () => {
    const shown =
      '![Boats](table:places)\n\n![Boats a day](chart:daily)\n\n```sql daily\nSELECT place, n FROM events ORDER BY date\n```\n\n```table places\nquery: daily\n```\n\n```vega-lite daily\nmark: bar\nencoding: {x: {field: place, type: nominal}, y: {field: n, type: quantitative}}\n```';
    await using project = await locked(shown, 'outputs: [brief]\n');
    await project.write('data/events.csv', EVENTS.replace(',5\n', ',500\n'));
    const { messages } = await checkDrafts({ cwd: project.folder, frozen: true });
    expect(messages.map(({ rule, reason }) => `${rule} ${reason}`)).toEqual([
      'lock-changed `table:places` shows other rows: data `data/events.csv` changed, its queries are the same',
      'lock-changed `chart:daily` shows other rows: data `data/events.csv` changed, its queries are the same',
    ]);
  });

  test('fails on a figure that changed, at its place, and leaves the outputs as they were', async () => {
    await using project = await locked(BODY, 'outputs: [thread]\n');
    expect((await project.run('build', '--frozen')).code).toBe(0);
    const before = await read(project, 'out/note/thread.x.txt');
    await project.write('data/events.csv', EVENTS.replace(',5\n', ',6\n').replace('a', 'a'));
    await project.write(
      'note.md',
      draft(BODY.replace('[a dozen](check:total.boats)', '{{total.boats}}'), 'outputs: [thread]\n'),
    );
    const { code, stderr } = await project.run('build', '--frozen');
    expect(code).toBe(1);
    expect(stderr).toContain(
      'note.md:13:1 error “Twelve boats” → “Thirteen boats”: data `data/events.csv` changed, its queries are the same (lock-changed)',
    );
    expect(stderr).toContain('→ `threadwright diff note.md` shows it, `threadwright lock note.md` accepts it');
    expect(await read(project, 'out/note/thread.x.txt')).toBe(before);
    expect((await project.run('lock')).code).toBe(0);
    expect((await project.run('build', '--frozen')).code).toBe(0);
  });

  test('notes data that changed without changing a figure', async () => {
    await using project = await locked();
    await project.write('data/events.csv', EVENTS.replace('Northgate', 'Westgate'));
    const { messages } = await checkDrafts({ cwd: project.folder, frozen: true });
    expect(messages).toMatchObject([
      {
        rule: 'lock-stale',
        severity: 'note',
        reason: '`data/events.csv` changed since the lock was written, and no figure did',
      },
    ]);
  });

  test('fails without a lock, and names the command that writes it', async () => {
    await using project = await makeProject({
      'texts/note.md': draft(BODY).replace('data/', '../data/'),
      'data/events.csv': EVENTS,
    });
    const { messages } = await checkDrafts({ cwd: project.folder, frozen: true });
    expect(messages).toMatchObject([
      {
        rule: 'lock-missing',
        reason: 'Missing lock `texts/texts-note.lock.json`, which `--frozen` holds the draft against',
        note: '`threadwright lock texts/note.md` writes it; commit it beside the draft',
      },
    ]);
  });

  test('of a draft that was renamed is told, by what it holds, until it has the new name', async () => {
    await using project = await locked();
    await rename(join(project.folder, 'note.md'), join(project.folder, 'harbour.md'));
    const told = {
      rule: 'lock-alone',
      reason: 'Unexpected lock `note.lock.json` that belongs to no draft, 4 of its 4 entries are in this one',
      note: 'If the draft was renamed, rename the lock to `harbour.lock.json`, else remove it',
    };
    const frozen = await checkDrafts({ cwd: project.folder, frozen: true });
    expect(frozen.messages).toMatchObject([{ rule: 'lock-missing' }, told]);
    expect((await diffDrafts({ cwd: project.folder })).messages).toMatchObject([told]);
    // That of another draft is its own, and one of other words is not of this draft
    await project.write('note.md', draft('{{date total.day}} was the last.'));
    expect((await diffDrafts({ cwd: project.folder })).messages).toEqual([]);
    await rm(join(project.folder, 'harbour.md'));
    await rename(join(project.folder, 'note.md'), join(project.folder, 'other.md'));
    expect((await diffDrafts({ cwd: project.folder })).messages).toEqual([]);
    await rename(join(project.folder, 'other.md'), join(project.folder, 'harbour.md'));
    await project.write('harbour.md', draft(BODY));
    await rename(join(project.folder, LOCK), join(project.folder, 'harbour.lock.json'));
    expect((await checkDrafts({ cwd: project.folder, frozen: true })).messages).toEqual([]);
  });

  test.each([
    ['<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> main\n', 'Unexpected mark of a merge conflict in the lock', 1],
    ['{\n  "version": 1,\n  oops\n}', 'Unexpected text in the lock, expected JSON', 3],
    ['{\n  "version": 1,\n  "date": oops\n}', 'Unexpected text in the lock, expected JSON', 3],
    ['{\n  "version": 1,\n', 'Unexpected end of the lock, expected JSON', 2],
    ['{\n  "version": 1\n}\n}\n', 'Unexpected text in the lock, expected JSON', 4],
    ['{"version": 1, "figures": {}}', 'Unexpected content of the lock in `date`, expected what Threadwright writes', 1],
    ['{"version": "1"}', 'Unexpected content of the lock in `version`, expected what Threadwright writes', 1],
    ['null', 'Unexpected content of the lock, expected what Threadwright writes', 1],
    ['', 'Unexpected end of the lock, expected JSON', 1],
  ])('tells a lock that is none: %j', async (text, reason, line) => {
    await using project = await locked();
    await project.write(LOCK, text);
    const { messages } = await checkDrafts({ cwd: project.folder, frozen: true });
    expect(messages).toMatchObject([{ rule: 'lock-unreadable', reason, place: { file: LOCK, line } }]);
    await lockDrafts({ cwd: project.folder });
    expect((await checkDrafts({ cwd: project.folder, frozen: true })).messages).toEqual([]);
  });
});

describe('threadwright lock', () => {
  test('shows what it accepts', async () => {
    await using project = await makeProject({ 'note.md': draft(BODY), 'data/events.csv': EVENTS });
    expect((await project.run('lock')).stdout).toBe('note.md: 4 entries; accepted in note.lock.json\n');
    await project.write('note.md', draft(BODY.replace('"day"', '"date"')));
    expect((await project.run('lock')).stdout).toBe(
      [
        'note.md: 4 entries, 1 changed; accepted in note.lock.json',
        '  16:41',
        '    - It was a dozen, in three days.',
        '    + It was a dozen, in three dates.',
        '    another expression',
        '',
      ].join('\n'),
    );
  });

  test('does not accept a draft with an error, and keeps the lock it has', async () => {
    await using project = await locked();
    const before = await read(project);
    await project.write('data/events.csv', `${EVENTS}2026-03-09,Eastgate,1\n`);
    const { code, stdout } = await project.run('lock');
    expect(code).toBe(1);
    expect(stdout).toContain('note.md: not locked, it has errors; an earlier lock is as it was');
    expect(await read(project)).toBe(before);
  });

  test('writes into no link and no folder', async () => {
    await using project = await makeProject({ 'note.md': draft(BODY), 'data/events.csv': EVENTS, 'other.json': '{}' });
    await symlink('other.json', join(project.folder, LOCK));
    const linked = await lockDrafts({ cwd: project.folder });
    expect(linked.messages).toMatchObject([
      { rule: 'file-unwritable', reason: `Unexpected link or folder \`${LOCK}\`, expected nothing or a file` },
    ]);
    expect(await read(project, 'other.json')).toBe('{}');
  });
});
