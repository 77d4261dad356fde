import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draft, EVENTS, makeProject } from './project.js';

const CHART = `![Boats](chart:total)

\`\`\`vega-lite total
title: 'At most [eleven boats](<check:count total.boats "boat">)'
mark: bar
encoding: {x: {field: day, type: temporal}, y: {field: boats, type: quantitative}}
\`\`\``;

describe('claims', () => {
  test('in the title of a chart are checked at their place', async () => {
    await using project = await makeProject({ 'content/a.md': draft(CHART), 'content/data/events.csv': EVENTS });
    const { stderr } = await project.run('check', '--only', 'brief');
    expect(stderr).toContain('content/a.md:15:18 error “eleven boats” is false; true instead: “12 boats”');
    await project.write('content/a.md', draft(CHART.replace('eleven', 'twelve')));
    const { code, stdout } = await project.run('check', '--only', 'brief');
    expect([code, stdout]).toEqual([0, '1 draft checked: 0 figures, 1 claim, no problem\n']);
  }, 60_000);

  test('in a note of a chart are checked at their place, and its numbers are to follow data', async () => {
    const notes = [
      '  - mark: {type: text, text: \'[eleven boats](<check:count total.boats "boat">)\'}',
      '    encoding: {y: {value: 0}}',
      '  - mark: {type: text, text: 7 boats}',
      '    encoding: {y: {value: 9}}',
    ];
    const bars = '  - {mark: bar, encoding: {x: {field: day, type: temporal}, y: {field: boats, type: quantitative}}}';
    const chart = CHART.replace(/title:[^]*quantitative\}\}/, ['layer:', bars, ...notes].join('\n'));
    await using project = await makeProject({ 'content/a.md': draft(chart), 'content/data/events.csv': EVENTS });
    const { stderr } = await project.run('check', '--only', 'brief');
    expect(stderr).toContain('error “eleven boats” is false; true instead: “12 boats”');
    expect(stderr).toContain('warning Unexpected figure `7` that follows no data (unbound-figure)');
  }, 60_000);

  test('in a part of a chart that is no title are refused', async () => {
    const axis = CHART.replace("title: '", "encoding: {x: {title: a}}\nname: '").replace(
      /\nencoding: \{x: \{field.*/,
      '',
    );
    await using project = await makeProject({ 'content/a.md': draft(axis), 'content/data/events.csv': EVENTS });
    const { stderr } = await project.run('check', '--only', 'brief');
    expect(stderr).toContain('Unexpected claim in this part of a chart (tag-place)');
  }, 60_000);

  test('are counted by build, those that nobody checked apart', async () => {
    const text = `{{count total.boats "boat"}} came in, [more than ten](check:total.boats) in all,
[the last on 9 March](<check:eq total.day "2026-03-09">) #harbour. [Nine](<check:ack "a name">) and [ten](<check:said "their count">).`;
    await using project = await makeProject({ 'content/a.md': draft(text), 'content/data/events.csv': EVENTS });
    const { stdout, stderr } = await project.run('build', '--only', 'thread');
    expect(stderr).toContain('x 1 post');
    expect(stdout).toMatch(/^Built 1 draft in .* s: 1 figure, 2 claims checked, 1 acknowledged, 1 said by others\n/);
    const json = JSON.parse((await project.run('build', '--only', 'thread', '--json')).stdout) as object;
    expect(json).toMatchObject({ drafts: [{ built: true, figures: 1, claims: 2, acknowledged: 1, said: 1 }] });
    const record = JSON.parse(await readFile(join(project.folder, 'out/a/figures.json'), 'utf8')) as object;
    expect(record).toHaveProperty('figures');
  }, 60_000);

  test('leave expectations alone, which check reports and a chart cannot read', async () => {
    const expectation = `\`\`\`sql total_late expect-none
SELECT date, n FROM events WHERE n > 99
\`\`\`

![Late](chart:total_late)

\`\`\`vega-lite total_late
mark: bar
encoding: {y: {field: n, type: quantitative}}
\`\`\``;
    await using project = await makeProject({ 'content/a.md': draft(expectation), 'content/data/events.csv': EVENTS });
    const { stderr } = await project.run('check', '--only', 'brief');
    expect(stderr).toContain('Unexpected `total_late` as the data of a chart, its block has `expect-none`');
    expect(stderr).toContain('(expectation-read)');
    const [block = ''] = expectation.split('\n\n');
    await project.write('content/a.md', draft(`A line.\n\n${block}`));
    expect((await project.run('check', '--only', 'brief')).code).toBe(0);
    await project.write('content/a.md', draft(`A line.\n\n${block.replace('99', '3')}`));
    const failed = await project.run('check', '--only', 'brief');
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('content/a.md:14:8 error Unexpected 2 rows of `total_late`, expected none');
    expect(failed.stderr).toContain('date 2026-03-02, n 4 · date 2026-03-09, n 5');
  }, 60_000);

  test('are on record in figures.json with their place, their verdict and what they were held against', async () => {
    const text = `\`\`\`sql record
SELECT true AS ok, 'its most since May' AS instead, 1 AS rank
\`\`\`

\`\`\`sql late expect-none
SELECT * FROM events WHERE n > 99
\`\`\`

[Twelve boats](<check:count total.boats "boat">) came in, the last on [9 March](check:total.day), [its most](check:record).
{{#each total as |row|}}[More than ten](check:row.boats), [fewer](<check:lt row.n 4>){{/each}}, [9/11](<check:ack "a name">), [ten](<check:said "their count">).`;
    await using project = await makeProject({
      'content/a.md': draft(text, 'outputs: [thread, brief]\nplatforms: [x]\n'),
      'content/data/events.csv': EVENTS,
    });
    expect((await project.run('build')).code).toBe(0);
    const record = JSON.parse(await readFile(join(project.folder, 'out/a/figures.json'), 'utf8')) as {
      draft: string;
      queries: { name: string; expectation?: string; rows: number }[];
      figures: Record<string, unknown>[];
    };
    expect(record.draft).toBe('content/a.md');
    expect(record.queries.map(({ name, rows, expectation }) => [name, rows, expectation])).toEqual([
      ['total', 1, undefined],
      ['record', 1, undefined],
      ['late', 0, 'passed'],
    ]);
    const common = { kind: 'claim', post: 1, outputs: ['x', 'brief'] };
    const cell = (column: string, type: string, value: string | boolean, query = 'total') => ({
      query,
      row: 0,
      column,
      type,
      value,
    });
    const boats = cell('boats', 'HUGEINT', '12');
    expect(record.figures).toEqual([
      {
        ...common,
        id: 'check-count-total-boats-boat',
        line: 22,
        column: 2,
        expression: 'count total.boats "boat"',
        text: 'Twelve boats',
        verdict: 'true',
        value: '12',
        expected: '12 boats',
        inputs: [boats],
      },
      {
        ...common,
        id: 'check-total-day',
        line: 22,
        column: 72,
        expression: 'total.day',
        text: '9 March',
        verdict: 'true',
        expected: '9 March',
        inputs: [cell('day', 'DATE', '2026-03-09')],
      },
      {
        ...common,
        id: 'check-record',
        line: 22,
        column: 100,
        expression: 'record',
        text: 'its most',
        verdict: 'true',
        instead: 'its most since May',
        evidence: [cell('rank', 'INTEGER', '1', 'record')],
        inputs: [
          { query: 'record', row: null, column: null, type: null, value: null },
          cell('ok', 'BOOLEAN', true, 'record'),
        ],
      },
      {
        ...common,
        id: 'check-row-boats.0',
        line: 23,
        column: 26,
        expression: 'row.boats',
        text: 'More than ten',
        verdict: 'true',
        value: '12',
        expected: '12',
        inputs: [boats],
      },
      {
        ...common,
        id: 'check-lt-row-n-4.0',
        line: 23,
        column: 60,
        expression: 'lt row.n 4',
        text: 'fewer',
        verdict: 'true',
        instead: null,
        evidence: [cell('n', 'BIGINT', '3')],
        inputs: [cell('n', 'BIGINT', '3')],
      },
      {
        ...common,
        id: 'check-ack-a-name',
        line: 23,
        column: 98,
        expression: 'ack "a name"',
        text: '9/11',
        verdict: 'acknowledged',
        reason: 'a name',
        inputs: [],
      },
      {
        ...common,
        id: 'check-said-their-count',
        line: 23,
        column: 128,
        expression: 'said "their count"',
        text: 'ten',
        verdict: 'said',
        reason: 'their count',
        inputs: [],
      },
    ]);
  }, 60_000);

  test.each([
    ['title', 'thread', 'title: \'[Six boats](<check:count total.boats "boat">)\'', '2:10'],
    ['kicker', 'brief', 'kicker: \'[Six boats](<check:count total.boats "boat">)\'', '6:11'],
    ['standfirst', 'brief', 'standfirst: Of [six boats](check:total.boats)', '6:17'],
    ['description', 'brief', 'description: Of [six boats](check:total.boats)', '6:18'],
    ['value', 'brief', "key_figures: [{value: '[6](check:total.boats)', label: boats}]", '6:25'],
    ['label', 'brief', "key_figures: [{value: a, label: '[six](check:total.boats) boats'}]", '6:35'],
  ])(
    'in the %s of the front matter fail at their place, and are counted when they are true',
    async (key, output, line, place) => {
      const text = (head: string): string =>
        key === 'title' ? draft('A line.').replace('title: Harbour notes', head) : draft('A line.', `${head}\n`);
      await using project = await makeProject({ 'content/a.md': text(line), 'content/data/events.csv': EVENTS });
      const wrong = await project.run('check', '--only', output);
      expect(wrong.stderr).toMatch(
        new RegExp(`^content/a\\.md:${place} error “.*” is false; true instead: “(?:12|twelve)`),
      );
      await project.write('content/a.md', text(line.replace(/(?<=\[)(?:six|6)/i, 'Twelve')));
      const { code, stdout } = await project.run('check', '--only', output);
      expect([code, stdout]).toEqual([0, '1 draft checked: 0 figures, 1 claim, no problem\n']);
    },
    60_000,
  );

  test.each([
    ['a heading', '## [Six boats](check:total.boats)\n\nA line.', '12:5'],
    ['an alt text', '![All [six boats](check:total.boats)](chart:total)', '12:8'],
    ['a caption', "![All](chart:total 'Of [six boats](check:total.boats)')", '12:25'],
  ])(
    'in %s fail at their place',
    async (_, body, place) => {
      const chart = CHART.slice(CHART.indexOf('```')).replace(/title.*\n/, '');
      await using project = await makeProject({
        'content/a.md': draft(`${body}\n\n${chart}`),
        'content/data/events.csv': EVENTS,
      });
      const { code, stderr } = await project.run('check', '--only', 'brief');
      expect(code).toBe(1);
      expect(stderr.toLowerCase()).toContain(`content/a.md:${place} error “six boats” is false`);
    },
    60_000,
  );
});
