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
});
