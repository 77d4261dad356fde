import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { varyDrafts } from '../../src/build/vary-drafts.js';
import { formatMutations } from '../../src/vary/format-mutations.js';
import { draft, EVENTS, makeProject } from './project.js';

vi.setConfig({ testTimeout: 120_000 });

const TEXT = `The harbour counted {{count total.boats "boat"}} by {{date total.day}}.
{{#if total.boats}}They came in {{count total.n "group"}}.{{else}}None came.{{/if}}
[More than ten boats](<check:gt total.boats 10>) is a lot, and [the count is right](check:checked).

\`\`\`sql checked
SELECT count(*) >= 0 AS ok FROM events
\`\`\`
`;
const FILES = { 'draft.md': draft(TEXT), 'data/events.csv': EVENTS };

/** What a sentence becomes, by the changes that make it so. */
async function said(files: Record<string, string>, start: string): Promise<Record<string, string>> {
  await using project = await makeProject(files);
  const { drafts, messages } = await varyDrafts({ cwd: project.folder });
  expect(messages).toEqual([]);
  const sentence = drafts[0]?.variation?.sentences.find(({ text }) => text.startsWith(start));
  return Object.fromEntries(
    (sentence?.variants ?? []).map(({ kind, text, reasons, mutations }) => [
      formatMutations(mutations),
      kind === 'failed' ? reasons.map(({ rule, reason }) => `${rule}: ${reason}`).join('; ') : `${kind}: ${text}`,
    ]),
  );
}

describe('vary', () => {
  test('says what a sentence would be, each text once, and why it would not be published', async () => {
    expect(await said(FILES, 'The harbour')).toEqual({
      'as_of 2026-02-10 (a month earlier); events no rows, numbers NULL; total.boats NULL':
        'value-missing: Unexpected NULL, expected a number',
      'total.day NULL': 'value-missing: Unexpected NULL, expected a date',
      'total no row': 'value-missing: Unexpected empty `total`, expected one row for `total.boats`',
      'as_of 2026-03-03 (a week earlier)': 'said: The harbour counted seven boats by 2 March.',
      'events its last row only': 'said: The harbour counted five boats by 9 March.',
      'events its earlier half only': 'said: The harbour counted three boats by 1 March.',
      'events its later half only': 'said: The harbour counted nine boats by 9 March.',
      'events every row ten times, numbers ×10; total.boats ×10': 'said: The harbour counted 120 boats by 9 March.',
      'events its earlier half ten times': 'said: The harbour counted 39 boats by 9 March.',
      'events its later half ten times': 'said: The harbour counted 93 boats by 9 March.',
      'events numbers 0; total.boats 0': 'said: The harbour counted no boats by 9 March.',
      'events `n` the same in all rows': 'said: The harbour counted 15 boats by 9 March.',
      'total.boats 1': 'said: The harbour counted one boat by 9 March.',
      'total.boats 2': 'said: The harbour counted two boats by 9 March.',
    });
  });

  test('says what stands there instead where a condition leaves words out', async () => {
    expect(await said(FILES, 'They came')).toMatchObject({
      'as_of 2026-02-10 (a month earlier); events no rows, numbers 0, numbers NULL; total.boats 0, NULL; total no row':
        'said: None came.',
      'total.n 0': 'said: They came in no groups.',
      'total.boats 1, 2, ×10': 'same: They came in three groups.',
    });
    const guarded = draft('{{#if total.boats}}\n\nThere were {{count total.boats "boat"}}.\n\n{{/if}}\n\nA harbour.');
    expect(await said({ ...FILES, 'draft.md': guarded }, 'There were')).toMatchObject({
      'as_of 2026-02-10 (a month earlier); events no rows, numbers 0, numbers NULL; total.boats 0, NULL; total no row':
        'gone: ',
    });
  });

  test('follows figures in the title, subtitle, note, alt text and caption of a chart', async () => {
    const body = `A harbour.

\`\`\`sql places
SELECT place, sum(n) AS boats FROM events GROUP BY place ORDER BY place
\`\`\`

\`\`\`vega-lite places
title: {text: 'Titled {{total.boats}}', subtitle: 'Under it {{total.boats}}'}
layer:
- mark: bar
  encoding: {x: {field: place, type: nominal}, y: {field: boats, type: quantitative}}
- mark: {type: text, text: 'Noted {{total.boats}}'}
  encoding: {x: {value: 40}, y: {value: 10}}
\`\`\`

![Described {{total.boats}}](chart:places 'Captioned {{total.boats}}')
`;
    const files = { ...FILES, 'draft.md': draft(body) };
    for (const start of ['Titled', 'Under it', 'Noted', 'Described', 'Captioned'])
      expect(await said(files, start)).toMatchObject({ 'total.boats 1': `said: ${start} one` });
  });

  test('keeps code as it is typed, and tells the rounds of a loop in one breath', async () => {
    const body = `The office writes \`N/A\` for {{count total.n "boat"}}.

{{#each places as |p|}}
- {{p.place}}: {{count p.boats "boat"}}
{{/each}}

\`\`\`sql places
SELECT place, sum(n) AS boats FROM events GROUP BY place ORDER BY place
\`\`\``;
    const files = { ...FILES, 'draft.md': draft(body) };
    expect(Object.values(await said(files, 'The office'))).toContain('said: The office writes N/A for two boats.');
    const rounds = Object.values(await said(files, 'Northgate'));
    expect(rounds).toContain('gone: ');
    expect(rounds).toContain('said: Northgate: one boat / Southgate: one boat');
    expect(rounds).toContain('said: Northgate: eight boats');
  });

  test('marks what the lints dislike', async () => {
    const text = draft('{{num total.boats}} was the count; at least {{count total.n "group"}} came.');
    const found = await said({ ...FILES, 'draft.md': text.replace('{{num', 'So {{num') }, 'So 12');
    expect(found['events no rows; total.n 0'] ?? found['total.n 0']).toBe(
      'disliked: So 12 was the count; at least no groups came.',
    );
  });

  test('tells a check that nothing makes false from one that data can', async () => {
    await using project = await makeProject(FILES);
    const { code, stdout } = await project.run('vary');
    expect(code).toBe(0);
    expect(stdout).toContain('2 claims: 1 turns false under some data, 1 never does');
    expect(stdout).toMatch(
      /Claims that nothing made false:\n {4}draft\.md:14:65 {2}“the count is right”, check:checked\n/,
    );
    expect(stdout.split('Claims that nothing')[1]).not.toContain('More than ten boats');
    expect((await project.run('vary', '--strict')).code).toBe(1);
  });

  test('ends with what it found in short, and breaks its lists of changes for 80 columns', async () => {
    await using project = await makeProject({ ...FILES, 'draft.md': draft(`${TEXT}\n[And again](check:checked).`) });
    const { stdout } = await project.run('vary');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(-3)).toEqual([
      expect.stringMatching(/^ {2}In short, \d+ changes were tried on 4 sentences:$/),
      '    4 would stop the build under some, 0 would get a lint, 0 would be left out',
      '    2 of 3 claims are never false',
    ]);
    expect(lines.filter((line) => line.startsWith('        ') && line.length > 80)).toEqual([]);
    // What was tried is the same for both
    expect(stdout.match(/tried: /g)).toHaveLength(1);
    const few = await project.run('vary', '--limit', '3');
    expect(few.stdout).toMatch(/, \d+ more were not:\n/);
    expect(few.stdout).toContain('not yet');
    expect(few.stdout).not.toMatch(/never/);
    const json = JSON.parse((await project.run('vary', '--json')).stdout) as {
      drafts: { variation: { summary: object } }[];
    };
    expect(json.drafts[0]?.variation.summary).toMatchObject({
      sentences: 4,
      untried: 0,
      failed: 4,
      claims: 3,
      idle: 2,
    });
  });

  test.each([
    ['typed', 'SELECT true AS ok', '[all is well](check:constant)'],
    ['a number that stands in its SQL', 'SELECT 7 AS n FROM events LIMIT 1', '[seven](check:constant.n)'],
  ])('never sees a constant turn false that is %s', async (_, sql, claim) => {
    const text = draft(`So ${claim}, and [12](check:total.boats) boats.\n\n\`\`\`sql constant\n${sql}\n\`\`\``);
    await using project = await makeProject({ ...FILES, 'draft.md': text });
    const { drafts } = await varyDrafts({ cwd: project.folder });
    const [constant, other] = drafts[0]?.variation?.claims ?? [];
    expect(constant?.text).toBe(/\[(.*?)\]/.exec(claim)?.[1]);
    expect(constant?.outcome).not.toBe('false');
    expect(other?.outcome).toBe('false');
  });

  test('asks every query again, and changes no file', async () => {
    const text = draft(`There were [fewer than before](check:fewer).

\`\`\`sql before
SELECT sum(n) AS n FROM events WHERE date < '2026-03-05'
\`\`\`

\`\`\`sql fewer
SELECT total.boats - before.n < before.n AS ok FROM total, before
\`\`\``);
    await using project = await makeProject({ ...FILES, 'draft.md': text });
    const { drafts } = await varyDrafts({ cwd: project.folder });
    const claim = drafts[0]?.variation?.claims[0];
    expect(claim?.outcome).toBe('false');
    expect(await readFile(join(project.folder, 'data/events.csv'), 'utf8')).toBe(EVENTS);
    expect((await readdir(project.folder)).sort()).toEqual(['data', 'draft.md']);
  });

  test('tells changes under which a query fails', async () => {
    const text = draft(`So {{count total.n "boat"}}.

\`\`\`sql unnamed expect-none
SELECT * FROM events WHERE place IS NULL
\`\`\``);
    await using project = await makeProject({ ...FILES, 'draft.md': text });
    expect((await project.run('vary')).stdout).toContain(
      'Changes under which a query fails, so that nothing is published:\n    events texts NULL: Unexpected 3 rows of `unnamed`',
    );
  });

  test('changes one query alone, and no more than it may', async () => {
    await using project = await makeProject(FILES);
    const { stdout } = await project.run('vary', '--query', 'total', '--limit', '3');
    expect(stdout).toContain('3 changes tried, 9 more past the limit');
    expect(stdout).not.toContain('events');
    expect(stdout).not.toContain('check:checked');
    expect(stdout).toContain('1 claim: ');
    const { code, stderr } = await project.run('vary', '--query', 'totl');
    expect(code).toBe(1);
    expect(stderr).toContain('No draft has a query or data named `totl`');
    expect(stderr).toContain('Did you mean `total`?');
  });

  test('spends no more time than it may, and says how much it left', async () => {
    await using project = await makeProject(FILES);
    const of = async (seconds: number): Promise<[number, number]> => {
      const { drafts } = await varyDrafts({ cwd: project.folder, seconds });
      return (
        drafts.map(({ variation }): [number, number] => [variation?.tried ?? 0, variation?.untried ?? 0])[0] ?? [0, 0]
      );
    };
    const [whole] = await of(300);
    expect(await of(0)).toEqual([1, whole - 1]);
    const { code, stderr } = await project.run('vary', '--seconds', 'many');
    expect(code).toBe(2);
    expect(stderr).toContain('--seconds');
  });

  test('prints JSON of one version', async () => {
    await using project = await makeProject(FILES);
    const { version, drafts } = JSON.parse((await project.run('vary', '--json')).stdout) as {
      version: number;
      drafts: { draft: string; variation: { tried: number; sentences: { line: number; variants: unknown[] }[] } }[];
    };
    expect(version).toBe(1);
    expect(drafts[0]?.draft).toBe('draft.md');
    expect(drafts[0]?.variation.sentences.map(({ line }) => line)).toEqual([12, 13, 14]);
    expect(drafts[0]?.variation.sentences[0]?.variants).toContainEqual({
      kind: 'failed',
      text: '',
      reasons: [{ rule: 'value-missing', reason: 'Unexpected NULL, expected a date' }],
      mutations: [{ kind: 'result', name: 'total', column: 'day', change: 'NULL' }],
    });
  });

  test('writes a page with every sentence, in which data is no markup', async () => {
    const events = EVENTS.replaceAll('Northgate', '<b>&');
    const text = draft('The last was {{place.name}}.\n\n```sql place\nSELECT max(place) AS name FROM events\n```');
    await using project = await makeProject({ 'draft.md': text, 'data/events.csv': events });
    expect((await project.run('vary', '--html', 'vary.html')).code).toBe(0);
    const html = await readFile(join(project.folder, 'vary.html'), 'utf8');
    expect(html).toContain('The last was Southgate.');
    expect(html).toContain('&lt;b&gt;&amp;');
    expect(html).not.toContain('<b>');
    expect(html).toContain('place.name NULL');
  });

  test('of a draft with an error says the error, and what it would say all the same', async () => {
    const text = draft('There were [13](check:total.boats) boats in {{count total.n "group"}}.');
    await using project = await makeProject({ ...FILES, 'draft.md': text });
    const { code, stdout, stderr } = await project.run('vary');
    expect(code).toBe(1);
    expect(stderr).toContain('“13” is false');
    expect(stdout).toContain('There were 13 boats in one group.');
  });

  test('stops at Ctrl-C, prints nothing half and leaves nothing behind', async () => {
    await using project = await makeProject(FILES);
    const child = project.start(['vary', '--html', 'vary.html']);
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    setTimeout(() => child.kill('SIGINT'), 900);
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(130);
    expect(printed).toBe('');
    expect((await readdir(project.folder)).sort()).toEqual(['data', 'draft.md']);
  });
});
