import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkDrafts } from '../../src/build/check-drafts.js';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeProject } from '../cli/project.js';

const HEAD = `---
title: A title
date: 2021-09-24
as_of: 2021-09-23
data: {events: {file: events.csv, dated_by: day, covers: [2021-09-01, 2021-09-23]}}
outputs: [thread, brief]
lints: {unbound-figure: off, unbound-superlative: off, media-unmentioned: off}
---

\`\`\`sql daily
SELECT day, count(*) AS n FROM events GROUP BY day
\`\`\`
`;
const EVENTS = 'day,place\n2021-09-22,Kunar\n2021-09-22,Khost\n2021-09-23,Kunar\n2021-09-23,Logar\n2021-09-23,Logar\n';

let project: Awaited<ReturnType<typeof makeProject>>;
beforeAll(async () => {
  project = await makeProject({ 'events.csv': EVENTS });
});
afterAll(() => project[Symbol.asyncDispose]());

/** What is said about a text below the head: the rule, the words it points at, and why. */
async function said(text: string): Promise<string[]> {
  const draft = `${HEAD}\n${text}\n`;
  await writeFile(join(project.folder, 'draft.md'), draft);
  const { messages } = await checkDrafts({ drafts: ['draft.md'], cwd: project.folder });
  const lines = draft.split('\n');
  return messages.map(({ rule, place, reason }) => {
    const words = (lines[(place?.line ?? 1) - 1] ?? '').slice((place?.column ?? 1) - 1, (place?.endColumn ?? 1) - 1);
    return `${rule} at ${words}: ${reason}`;
  });
}

function sql(name: string, text: string): string {
  return `\`\`\`sql ${name}\n${text}\n\`\`\`\n\n`;
}

describe('a query that chance decides', { timeout: 120_000 }, () => {
  const TOP = sql('top', 'SELECT day, n FROM daily ORDER BY n DESC LIMIT 1');
  const TIES =
    'query-unstable at n: Unexpected order that leaves ties before a `LIMIT`: which of two equals is left is chance';

  test.each([
    ['a figure', 'On {{date top.day}}.', [TIES]],
    ['a condition', '{{#if top}}So.{{/if}}', [TIES]],
    ['a claim', 'On [23 September](check:top.day).', [TIES]],
    [
      'a claim, through another query',
      `On [23 September](check:over.day).\n\n${sql('over', 'SELECT day FROM top')}`,
      [TIES],
    ],
    [
      'a chart',
      'So.\n\n![Most](chart:top)\n\n```vega-lite top\nmark: bar\nencoding: {y: {field: day, type: ordinal}, x: {field: n, type: quantitative}}\n```',
      [TIES],
    ],
    ['a table', '{{#only "brief"}}![](table:top){{else}}So.{{/only}}\n\n```table top\n```', [TIES]],
    ['nothing', 'So.', []],
  ])('is told behind %s', async (_, text, expected) => {
    expect(await said(`${text}\n\n${TOP}`)).toEqual(expected);
  });

  const ROWS = (by: string) =>
    `query-unstable at daily: Unexpected rows of \`daily\` in no order, which ${by} prints one after the other`;

  test.each([
    ['{{#each daily as |d|}}{{d.n}}, {{/each}} so.', [ROWS('`{{#each}}`')]],
    ['On {{list daily col="day"}}.', [ROWS('`list`')]],
    ['On {{cap (either daily col="n")}}.', [ROWS('`either`')]],
    ['{{#only "brief"}}![](table:daily){{else}}So.{{/only}}\n\n```table daily\n```', [ROWS('the table `daily`')]],
    [`On {{list sorted col="day"}}.\n\n${sql('sorted', 'SELECT day FROM daily ORDER BY day')}`, []],
    [
      `On {{list same col="day"}}.\n\n${sql('sorted', 'SELECT day FROM daily ORDER BY day')}${sql('same', 'FROM sorted')}`,
      [],
    ],
    [`On {{list one col="day"}}.\n\n${sql('one', "SELECT day FROM events WHERE place = 'Khost'")}`, []],
    ['{{#if daily}}So.{{/if}}', []],
  ])('is told where its rows are printed in no order: %s', async (text, expected) => {
    expect(await said(text)).toEqual(expected);
  });

  test('is as loud as the draft wants', async () => {
    const draft = `${HEAD.replace('lints: {', 'lints: {query-unstable: error, ')}\nOn {{date top.day}}.\n\n${TOP}`;
    await writeFile(join(project.folder, 'draft.md'), draft);
    const { messages } = await checkDrafts({ drafts: ['draft.md'], cwd: project.folder });
    expect(messages.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['error query-unstable']);
  });
});

describe('a check that cannot fail', { timeout: 120_000 }, () => {
  const cannot = (words: string, why: string) =>
    `claim-cannot-fail at ${words}: Unexpected check that cannot fail: ${why}`;
  const BEST = sql('best', 'SELECT max(n) AS n, max(n) > 2 AS ok, true AS sure FROM daily');

  test.each([
    ['[Seven days](<check:count 7 "day">) it was.', [cannot('count 7 "day"', 'it names no data')]],
    ['[As ever](<check:eq 1 1>) it was.', [cannot('eq 1 1', 'it names no data')]],
    ['[As ever](<check:eq best.n best.n>) it was.', [cannot('eq best.n best.n', '`eq` compares a value with itself')]],
    [
      '[As ever](<check:gte best.n best.n>) it was.',
      [cannot('gte best.n best.n', '`gte` compares a value with itself')],
    ],
    [`[So](check:fixed) it was.\n\n${sql('fixed', 'SELECT 1 < 2 AS ok')}`, [cannot('fixed', '`fixed` reads no data')]],
    [
      `[So](check:over) it was.\n\n${sql('fixed', 'SELECT 1 AS n')}${sql('over', 'SELECT n = 1 AS ok FROM fixed')}`,
      [cannot('over', '`over` reads no data')],
    ],
    ['[So](check:best.sure) it was.', [cannot('best.sure', '`best.sure` is the same whatever the data is')]],
    [
      `[So](check:b) it was.\n\n${sql('b', "SELECT 'x' = 'x' AS ok, count(*) AS n FROM events")}`,
      [cannot('b', '`b.ok` is the same whatever the data is')],
    ],
    // What fails can fail
    [`[So](check:never) it was.\n\n${sql('never', 'SELECT false AS ok')}`, ['claim-false at So: “So” is false']],
    ['[A record](check:best) it was.', []],
    ['[A record](check:best.ok) it was.', []],
    ['[At least three](<check:num best.n>) it was.', []],
    [
      '[As many](<check:eq best.n best.n>) as [ever](<check:ack "a saying">).',
      [cannot('eq best.n best.n', '`eq` compares a value with itself')],
    ],
    ['{{#with best as |b|}}[A record](check:b.ok) it was.{{/with}}', []],
    [`[A record](check:r) it was.\n\n${sql('r', "SELECT rank = 1 AS ok FROM tw_record('daily', as_of())")}`, []],
  ])('is told: %s', async (text, expected) => {
    expect(await said(`${text}\n\n${BEST}`)).toEqual(expected);
  });

  const fixed = (words: string, looks: string) =>
    `claim-cannot-fail at ${words}: Unexpected fixed day behind a check, which looks at ${looks}, whatever data comes`;

  test.each([
    ["day = '2021-09-23'", [fixed("'2021-09-23'", '`2021-09-23` alone')]],
    ["day <= DATE '2021-09-23'", [fixed("'2021-09-23'", 'nothing after `2021-09-23`')]],
    ["day < DATE '2021-09-23'", [fixed("'2021-09-23'", 'nothing after `2021-09-23`')]],
    ['day = as_of()', []],
    ["day >= '2021-08-30'", []],
    // Long over
    ["day >= '2021-09-01' OR day < DATE '2021-08-15'", []],
    ["(n > 1) AND (day > '2021-09-01') AND NOT day < DATE '2020-08-15'", []],
  ])('is told where days in its SQL stand still: %s', async (where, expected) => {
    const query = sql('chosen', `SELECT sum(n) AS n FROM daily WHERE ${where}`);
    expect(await said(`[At least one](<check:num chosen.n>) it was.\n\n${query}`)).toEqual(expected);
    expect(await said(`{{count chosen.n "attack"}} it was.\n\n${query}`)).toEqual([]);
  });
});

describe('an `instead`', { timeout: 120_000 }, () => {
  const SAME = 'claim-instead at a record: Unexpected `instead` that says what the claim says, “a record”';

  test.each([
    ["max(n) > 2 AS ok, 'A record' AS instead", [SAME]],
    ["max(n) > 2 AS ok, '“a  record”' AS ok_instead", [SAME]],
    [
      "max(n) > 5 AS ok, 'a record' AS instead",
      ['claim-false at a record: “a record” is false; true instead: “a record”', SAME],
    ],
    [
      "max(n) > 5 AS ok, CASE WHEN max(n) > 2 THEN 'a record' END AS instead",
      ['claim-false at a record: “a record” is false; true instead: “a record”', SAME],
    ],
    // Follows the data
    ["max(n) > 2 AS ok, CASE WHEN max(n) > 2 THEN 'a record' ELSE 'no record' END AS instead", []],
    ["max(n) > 2 AS ok, 'the second most' AS instead", []],
    ['max(n) > 2 AS ok, NULL AS instead', []],
  ])('that says what its claim says is told: %s', async (columns, expected) => {
    expect(await said(`It was [a record](check:top).\n\n${sql('top', `SELECT ${columns} FROM daily`)}`)).toEqual(
      expected,
    );
  });
});

describe('a sum of floating numbers', { timeout: 120_000 }, () => {
  test('is told by the type of its column where it must equal something', async () => {
    const shares = sql('shares', 'SELECT day, n / 7 AS share FROM daily');
    const [found, ...others] = await said(
      `[So](check:whole).\n\n${shares}${sql('whole', 'SELECT sum(share) = 1 AS ok FROM shares')}`,
    );
    expect(found).toMatch(/^claim-false/);
    expect(others).toEqual([
      'query-unstable at sum: Unexpected comparison of `sum` of floating numbers for equality: its last digits follow the order of the rows',
    ]);
  });
});

describe('a sum of floating numbers that is published', { timeout: 120_000 }, () => {
  const SHARES = sql('shares', 'SELECT day, n / 7 AS share FROM daily');
  const ALL = sql('whole', 'SELECT sum(share) AS share, count(*) AS n, avg(share) > 2 AS ok FROM shares');
  const TOLD = (name: string) =>
    `query-floating-sum at ${name}: Unexpected \`${name}\` of floating numbers in what is published: its last digits follow the order of the rows`;

  test.each([
    ['a figure', 'So {{num whole.share}}.', ['sum']],
    ['a figure in a loop', '{{#each whole as |w|}}{{pct w.share}}, {{/each}} so.', ['sum']],
    ['a list', `So {{list sorted col="share"}}.\n\n${sql('sorted', 'FROM whole ORDER BY share')}`, ['sum']],
    ['a condition', '{{#if (gt whole.share 2)}}So.{{/if}}', ['sum']],
    ['a claim', 'So [it is](<check:lt whole.share 2>).', ['sum']],
    ['a verdict', 'So [it is](<check:not whole.ok>).', ['avg']],
    ['a value of another query', `So {{num over.k}}.\n\n${sql('over', 'SELECT share AS k FROM whole')}`, ['sum']],
    [
      'a chart',
      'So.\n\n![Most](chart:whole)\n\n```vega-lite whole\nmark: bar\nencoding: {y: {field: n, type: ordinal}, x: {field: share, type: quantitative}}\n```',
      ['sum'],
    ],
    ['a table', '{{#only "brief"}}![](table:whole){{else}}So.{{/only}}\n\n```table whole\n```', ['sum', 'avg']],
    [
      'another column of a table',
      '{{#only "brief"}}![](table:whole){{else}}So.{{/only}}\n\n```table whole\ncolumns: [{field: n}]\n```',
      [],
    ],
    ['another column', 'So {{num whole.n}}.', []],
    ['whether there is a row', '{{#if whole}}So.{{/if}}', []],
    ['nothing', 'So.', []],
  ])('is told behind %s', async (_, text, expected) => {
    const found = await said(`${text}\n\n${SHARES}${ALL}`);
    expect(found.filter((one) => one.startsWith('query-floating-sum'))).toEqual(expected.map(TOLD));
  });

  test('with what to write instead, which is told no more', async () => {
    const check = async (query: string) => {
      await writeFile(join(project.folder, 'draft.md'), `${HEAD}\nSo {{num whole.share}}.\n\n${SHARES}${query}`);
      const { messages } = await checkDrafts({ drafts: ['draft.md'], cwd: project.folder });
      return messages;
    };
    const [message] = await check(ALL);
    expect(message?.severity).toBe('warning');
    expect(message?.note).toBe(
      'Write `sum(share ORDER BY share)`, which any order of the rows gives alike, sum decimals, `sum(CAST(share AS DECIMAL(18, 6)))`, or round it',
    );
    for (const [, code = ''] of message?.note?.matchAll(/`(.*?)`/g) ?? [])
      expect(await check(ALL.replace('sum(share)', code))).toEqual([]);
  });
});

describe('a calendar that a macro looks at', { timeout: 120_000 }, () => {
  const SINCE = 'So {{num found.n}}.\n\n';
  const FOUND = sql('found', "SELECT n FROM tw_record('recent', as_of())");
  const TOLD = (words: string) =>
    `calendar-filtered at ${words}: Unexpected condition on the day of \`recent\`, whose calendar is looked at: the days that it leaves out count as days on which nothing happened`;
  const recent = (where: string) => sql('recent', `SELECT day, count(*) AS n FROM events WHERE ${where} GROUP BY day`);

  test.each([
    ['day > as_of() - 30', 'day'],
    ["day >= DATE '2021-09-02'", 'day'],
    ["DATE '2021-09-01' < day", 'day'],
    ["day BETWEEN '2021-09-02' AND '2021-09-23'", 'day'],
    ["day BETWEEN '2021-09-01' AND '2021-09-22'", 'day'],
    ['day < as_of()', 'day'],
    ['year(day) = 2021', 'year'],
    ["place = 'Kunar' AND day IN ('2021-09-22', '2021-09-23')", 'day'],
    ["date_trunc('month', day) >= '2021-09-01'", 'date_trunc'],
  ])('is told where %s leaves days out', async (where, words) => {
    const found = await said(`${SINCE}${recent(where)}${FOUND}`);
    expect(found.filter((one) => one.startsWith('calendar-filtered'))).toEqual([TOLD(words)]);
  });

  test.each([
    'day <= as_of()',
    'day < as_of() + 1',
    "day >= DATE '2021-09-01'",
    "day > '2021-08-31'",
    "day BETWEEN '2021-09-01' AND as_of()",
    "day IS NOT NULL AND place <> 'Kunar'",
    "place > 'A'",
    'dayofweek(day) = 0',
  ])('is left alone where %s leaves out none, or other things', async (where) => {
    const found = await said(`${SINCE}${recent(where)}${FOUND}`);
    expect(found.filter((one) => one.startsWith('calendar-filtered'))).toEqual([]);
  });

  test('is told in the query that it reads, once', async () => {
    const late = sql('late', 'SELECT * FROM events WHERE day > as_of() - 30');
    const over = sql('recent', 'SELECT CAST(day AS DATE) AS day, count(*) AS n FROM late GROUP BY ALL');
    expect(await said(`${SINCE}${late}${over}${FOUND}`)).toEqual([TOLD('day')]);
  });

  test('is nobody’s matter where no macro looks at it, or nothing shows it', async () => {
    expect(
      await said(
        `So {{num recent.0.n}}.\n\n${sql('recent', 'SELECT day, count(*) AS n FROM events WHERE day > as_of() - 30 GROUP BY day ORDER BY day')}`,
      ),
    ).toEqual([]);
    expect(await said(`So.\n\n${recent('day > as_of() - 30')}${FOUND}`)).toEqual([]);
  });
});
