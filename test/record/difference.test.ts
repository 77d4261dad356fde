import { chmod, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDrafts } from '../../src/build/check-drafts.js';
import { diffDrafts, lockDrafts } from '../../src/build/diff-drafts.js';
import { draft, EVENTS, makeProject, type Project } from '../cli/project.js';

const LOCK = 'note.lock.json';
const HEAD = 'lints: {bare-count: off, unbound-figure: off}\n';

async function locked(body: string, head = HEAD, data = EVENTS): Promise<Project> {
  const project = await makeProject({ 'note.md': draft(body, head), 'data/events.csv': data });
  const { locked: done, messages } = await lockDrafts({ cwd: project.folder });
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(done).toHaveLength(1);
  return project;
}

/** What `diff` prints below the name of the draft. */
async function told(project: Project, ...args: string[]): Promise<string[]> {
  const { stdout } = await project.run('diff', ...args);
  return stdout.split('\n').slice(1, -1);
}

const ONE_MORE = `${EVENTS}2026-03-10,Eastgate,1\n`;
const BY_DATA = '    data `data/events.csv` changed, its queries are the same';

describe('a sentence that changed', () => {
  test('is told in the words of the target that has it', async () => {
    await using project = await locked(
      '{{#only "x"}}It was {{total.n}} days.{{/only}}{{#only "brief"}}There came {{total.boats}} boats in {{total.n}} days.{{/only}}\n\nThen {{total.boats}} boats.',
      `${HEAD}for: {x: {numbers: {words_to: 20}}}\n`,
    );
    await project.write('data/events.csv', ONE_MORE);
    const lines = await told(project);
    expect(lines).toContain('    - Then 12 boats.');
    expect(lines).toContain('    + Then 13 boats.');
    expect(lines.join('\n')).not.toContain('Then twelve');
  });

  test('is told at each place where it stands', async () => {
    await using project = await locked('There were {{total.boats}} boats.\n\n---\n\nThere were {{total.boats}} boats.');
    await project.write('data/events.csv', ONE_MORE);
    expect(await told(project)).toEqual(
      ['13:12', '17:12'].flatMap((place) => [
        `  ${place}`,
        '    - There were 12 boats.',
        '    + There were 13 boats.',
        BY_DATA,
      ]),
    );
  });

  test.each([
    ['chooses words within it', 'It {{#if (gt total.boats 12)}}rose{{else}}fell{{/if}} to {{total.boats}} boats.'],
    ['goes on with it', 'It came to {{total.boats}} boats{{#if (gt total.boats 12)}} at last{{/if}}'],
    [
      'chooses it',
      '{{#if (gt total.boats 12)}}\n\nIt rose to {{total.boats}} boats.\n\n{{else}}\n\nIt fell to {{total.boats}} boats.\n\n{{/if}}',
    ],
  ])('has no earlier words where a block %s, and no correction', async (_, body) => {
    await using project = await locked(body);
    await project.write('data/events.csv', ONE_MORE);
    const lines = await told(project, '--corrections');
    const text = lines.join('\n');
    expect(text).toContain('    “12” → “13”');
    expect(text).toMatch(/ {4}\+ It (?:rose to|came to) 13 boats/);
    expect(text).not.toMatch(/^ {4}-/m);
    expect(text).not.toContain('corrections:');
    expect(text).toMatch(/ {2}# \d+:\d+: “12” → “13”; the words around follow the data too/);
  });

  test('is told whole where a block stands apart from it', async () => {
    await using project = await locked(
      'There were {{total.boats}} boats. {{#if (gt total.boats 12)}}That is more.{{/if}}\n\n{{#if (gt total.n 1)}}\n\nIn all {{total.boats}} boats came.\n\n{{/if}}',
    );
    await project.write('data/events.csv', ONE_MORE);
    const lines = await told(project);
    expect(lines).toContain('    - There were 12 boats.');
    expect(lines).toContain('    - In all 12 boats came.');
  });

  test('has no earlier words where a figure in it is new', async () => {
    await using project = await locked('There were {{total.boats}} boats.');
    await project.write('data/events.csv', ONE_MORE);
    await project.write('note.md', draft('There were {{total.boats}} boats in {{total.n}} days.', HEAD));
    expect(await told(project)).toEqual([
      '  13:12',
      '    “12” → “13”',
      '    “four” is new',
      '    + There were 13 boats in four days.',
      BY_DATA,
      '    the draft was edited',
    ]);
  });

  test('may stand in the title of a chart', async () => {
    await using project = await locked(
      "![Boats](chart:daily)\n\n```sql daily\nSELECT place, n FROM events ORDER BY date\n```\n\n```vega-lite daily\ntitle: 'All {{total.boats}} boats'\nmark: bar\nencoding: {x: {field: place, type: nominal}, y: {field: n, type: quantitative}}\n```",
    );
    await project.write('data/events.csv', ONE_MORE);
    const lines = await told(project);
    expect(lines).toContain('    - All 12 boats');
    expect(lines).toContain('    + All 13 boats');
  });
});

describe('a figure that is new or gone', () => {
  const LOOP =
    'There were {{total.n}} days.\n\n{{#each places as |row|}}{{row.place}} {{/each}}{{#if (gt total.boats 12)}}More than {{@as_of}}.{{else}}{{total.day}}.{{/if}}\n\n```sql places\nSELECT place FROM events ORDER BY date\n```';
  const causes = async (project: Project): Promise<unknown> => {
    const { drafts } = await diffDrafts({ cwd: project.folder });
    return drafts[0]?.difference?.changes
      .filter(({ change }) => change.kind !== 'changed')
      .map(({ change, causes: found }) => [
        change.kind,
        change.kind === 'gone' ? change.before.id : change.after.id,
        ...found.map((cause) => ('file' in cause ? cause.file : 'name' in cause ? cause.name : cause.kind)),
      ]);
  };

  test('by other rows has the data and the block to blame', async () => {
    await using project = await locked(LOOP);
    await project.write('data/events.csv', ONE_MORE);
    expect(await causes(project)).toEqual([
      ['new', 'row-place.3', 'block', 'data/events.csv'],
      ['new', 'as_of', 'draft-or-block', 'data/events.csv'],
      ['gone', 'total-day', 'block', 'data/events.csv'],
    ]);
    const { stdout } = await project.run('diff');
    expect(stdout).toContain(
      'a block around it chose otherwise, data `data/events.csv` changed, its queries are the same',
    );
    const frozen = await checkDrafts({ cwd: project.folder, frozen: true });
    expect(frozen.messages.map(({ reason }) => reason)).toContain(
      '“Eastgate” is new: a block around it chose otherwise, data `data/events.csv` changed, its queries are the same',
    );
  });

  test('by another query has the query to blame', async () => {
    await using project = await locked(LOOP);
    await project.write('note.md', draft(LOOP.replace('ORDER BY', 'WHERE n < 5 ORDER BY'), HEAD));
    expect(await causes(project)).toEqual([['gone', 'row-place.2', 'block', 'places']]);
  });

  test('by the writer has the draft to blame, whatever data did', async () => {
    await using project = await locked(LOOP);
    await project.write('data/events.csv', EVENTS.replace('Southgate,4', 'Southgate,2'));
    await project.write('note.md', draft(LOOP.replace('{{total.n}} days', 'boats on {{date total.day}}'), HEAD));
    expect(await causes(project)).toEqual([
      ['new', 'date-total-day', 'draft'],
      ['gone', 'total-n', 'draft'],
    ]);
    // Without a change of data no block can have chosen otherwise
    await project.write('data/events.csv', EVENTS);
    await project.write('note.md', draft(LOOP.replace('{{row.place}}', '{{row.place}} {{@date}}'), HEAD));
    expect(await causes(project)).toEqual([0, 1, 2].map((round) => ['new', `date.${round}`, 'draft']));
  });
});

describe('a figure', () => {
  test('that a key or a loop finds is the same where other rows come', async () => {
    await using project = await locked(
      '{{places.Southgate.n}} boats. {{#each places as |row|}}{{row.place}} {{/each}}\n\n```sql places key=place\nSELECT place, sum(n) AS n FROM events GROUP BY place ORDER BY place\n```',
    );
    await project.write('data/events.csv', ONE_MORE);
    const { drafts } = await diffDrafts({ cwd: project.folder });
    expect(drafts[0]?.difference?.changes.map(({ change }) => change)).toMatchObject([
      { kind: 'new', after: { texts: 'Eastgate' } },
    ]);
  });

  test('that an error keeps from being filled is not gone', async () => {
    await using project = await locked(
      'On {{date total.day}} came {{total.boats}} boats. [Three](check:total.n) days.',
    );
    await project.write('data/events.csv', 'date,place,n\n2026-03-11,Northgate,1\n');
    const frozen = await checkDrafts({ cwd: project.folder, frozen: true });
    expect(frozen.messages.filter(({ rule }) => rule === 'lock-changed')).toMatchObject([
      { reason: expect.stringContaining('“Three” was true, is false') as string },
    ]);
    expect(await told(project)).toContain('  2 figures not compared, the draft has errors');
    await project.write('data/events.csv', 'no table at all "\n');
    const broken = await checkDrafts({ cwd: project.folder, frozen: true });
    expect(broken.messages.filter(({ rule }) => rule.startsWith('lock-'))).toEqual([]);
    expect(await told(project)).toEqual(['  3 figures not compared, the draft has errors']);
  });

  test('that changed for two reasons has both', async () => {
    await using project = await locked('There were {{count total.boats "boat"}}, the last on {{date total.day}}.');
    await project.write('data/events.csv', ONE_MORE);
    await project.write(
      'note.md',
      draft('There were {{count total.boats "ship"}}, the last on {{date total.day}}.', `${HEAD}lang: en-US\n`),
    );
    const { drafts } = await diffDrafts({ cwd: project.folder });
    const causes = drafts[0]?.difference?.changes.flatMap(({ change }) =>
      change.kind === 'changed' ? [change.causes.map(({ kind }) => kind)] : [],
    );
    expect(causes).toEqual([
      ['expression', 'data'],
      ['data', 'style'],
    ]);
  });

  test('that tells no day has not changed for the day', async () => {
    await using project = await locked('There were {{total.n}} days to {{date total.day}}.');
    await project.write(
      'note.md',
      draft('There were {{total.n}} days to {{date total.day}}.', `${HEAD}numbers: {words_to: 2}\n`).replace(
        '2026-03-10',
        '2027-03-10',
      ),
    );
    const { drafts } = await diffDrafts({ cwd: project.folder });
    const causes = drafts[0]?.difference?.changes.flatMap(({ change }) =>
      change.kind === 'changed' ? [change.causes.map(({ kind }) => kind)] : [],
    );
    expect(causes?.[0]).toEqual(['style']);
    expect(causes?.[1]?.[0]).toBe('clock');
  });
});

describe('a lock file', () => {
  test('of a later tool is not written over', async () => {
    await using project = await locked('There were {{total.boats}} boats.');
    await project.write(LOCK, '{\n  "version": 2\n}\n');
    const { code, stdout, stderr } = await project.run('lock');
    expect(code).toBe(1);
    expect(stdout).toBe('note.md: not locked; an earlier lock is as it was\n');
    expect(stderr).toContain('note.lock.json:2:14 error Unexpected version 2 of the lock, expected 1');
    expect(await readFile(join(project.folder, LOCK), 'utf8')).toBe('{\n  "version": 2\n}\n');
  });

  test('that cannot be read is written anew, and that it was compared with nothing is said', async () => {
    await using project = await locked('There were {{total.boats}} boats.');
    await project.write(LOCK, '<<<<<<< HEAD\n');
    const { code, stdout } = await project.run('lock');
    expect(code).toBe(0);
    expect(stdout).toBe(
      'note.md: 1 entry, held against nothing, for the lock there could not be read; accepted in note.lock.json\n',
    );
  });

  test('keeps its permissions, and what a killed process left beside it goes', async () => {
    await using project = await locked('There were {{total.boats}} boats.');
    await chmod(join(project.folder, LOCK), 0o640);
    await project.write(`.${LOCK}.${process.pid}.tmp`, 'half of it');
    await project.write(`.${LOCK}.999999999.tmp`, 'half of it');
    await project.write('note.md', draft('In all {{total.boats}}.', HEAD));
    expect((await lockDrafts({ cwd: project.folder })).locked).toHaveLength(1);
    expect((await stat(join(project.folder, LOCK))).mode & 0o777).toBe(0o640);
    expect((await readdir(project.folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('that is read-only stays as it is', async () => {
    await using project = await locked('There were {{total.boats}} boats.');
    await chmod(join(project.folder, LOCK), 0o444);
    await project.write('data/events.csv', ONE_MORE);
    const { locked: done, messages } = await lockDrafts({ cwd: project.folder });
    expect(done).toEqual([]);
    expect(messages).toMatchObject([
      { rule: 'file-unwritable', reason: `The file \`${LOCK}\` cannot be written: it is read-only` },
    ]);
  });
});
