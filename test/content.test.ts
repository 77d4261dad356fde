import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDrafts } from '../src/build/build-drafts.js';
import { checkDrafts } from '../src/build/check-drafts.js';
import { openPdf, pdfPages, pdfTags } from './browser/read-pdf.js';
import { makeProject, type Project } from './cli/project.js';

const DRAFT = await readFile('content/births.md', 'utf8');
const DATA = await readFile('content/data/births.csv', 'utf8');
const TIME = 120_000;

/** Builds the report on births over other rows of its data; gives what is wrong and the thread. */
async function build(rows: (row: string) => boolean, asOf?: string): Promise<{ problems: string[]; thread: string }> {
  const [header, ...all] = DATA.trimEnd().split('\n');
  await using project = await makeProject({
    'threadwright.config.yaml': await readFile('threadwright.config.yaml', 'utf8'),
    'content/births.md': DRAFT,
    'content/data/births.csv': [header, ...all.filter(rows), ''].join('\n'),
  });
  const { messages } = await buildDrafts({
    drafts: [],
    cwd: project.folder,
    only: ['thread', 'brief'],
    ...(asOf && { asOf }),
  });
  const problems = messages.map(({ rule, reason }) => `${rule}: ${reason}`);
  const thread = problems.length > 0 ? '' : await readFile(`${project.folder}/out/births/thread.mastodon.txt`, 'utf8');
  return { problems, thread };
}

test('the report on births says what its data says', { timeout: TIME }, async () => {
  const { problems, thread } = await build(() => true);
  expect(problems).toEqual([]);
  expect(thread).toContain('By 2010 it was 39%. Then the gap began to close: 36% in 2014.');
  expect(thread).toContain('In 2013 there were 3.97 million, 9% fewer.\n2014 brought a small recovery');
});

/** What `check` says of an example over other data. */
async function checkOver(draft: string, data: string, change: (text: string) => string): Promise<string[]> {
  await using project = await makeProject({
    'threadwright.config.yaml': await readFile('threadwright.config.yaml', 'utf8'),
    [`content/${draft}`]: await readFile(`content/${draft}`, 'utf8'),
    [`content/data/${data}`]: change(await readFile(`content/data/${data}`, 'utf8')),
  });
  const { messages } = await checkDrafts({ drafts: [], cwd: project.folder });
  return messages.map(({ rule, reason }) => `${rule}: ${reason}`);
}

/** Every row for which `of` is true, with `from` made `to`. */
function replaceIn(text: string, of: RegExp, from: string, to: string): string {
  return text
    .split('\n')
    .map((row) => (of.test(row) ? row.replace(from, to) : row))
    .join('\n');
}

test.each([
  ['weekly.md', 'events.csv'],
  ['goose.md', 'birdstrikes.csv'],
  ['births.md', 'births.csv'],
])('nothing is said against %s, no lint either', { timeout: TIME }, async (draft, data) => {
  expect(await checkOver(draft, data, (text) => text)).toEqual([]);
});

test('the analyst’s thread has at least twenty figures in its posts, each on record', { timeout: TIME }, async () => {
  await using project = await makeProject({
    'content/weekly.md': await readFile('content/weekly.md', 'utf8'),
    'content/data/events.csv': await readFile('content/data/events.csv', 'utf8'),
  });
  await buildDrafts({ drafts: [], cwd: project.folder, only: ['thread'] });
  const record = JSON.parse(await readFile(`${project.folder}/out/weekly/figures.json`, 'utf8')) as {
    figures: { kind: string; post: number | null; verdict: string | null; outputs: string[] }[];
  };
  const inPosts = record.figures.filter(({ post, outputs }) => post !== null && outputs.includes('x'));
  expect(inPosts.filter(({ kind }) => kind === 'figure').length).toBeGreaterThanOrEqual(20);
  expect(inPosts.filter(({ kind, verdict }) => kind === 'claim' && verdict === 'true').length).toBeGreaterThan(0);
});

test.each([
  [
    'another group has a busy day',
    (text: string) => `${text}${'2026-06-24,Saltmarsh Column,Sorvenia,Saltmarsh,Police,IED,0,0\n'.repeat(6)}`,
    ['claim-false: “have all done less” is false; true instead: “Saltmarsh Column is not”'],
  ],
  [
    'a report comes in without its province',
    (text: string) => replaceIn(text, /^2026-06-25,Saltmarsh/, 'Sorvenia,Saltmarsh,', 'Sorvenia,,'),
    ['expectation-failed: Unexpected 1 row of `faulty_rows`, expected none'],
  ],
  [
    'the group leaves its one weapon',
    (text: string) => replaceIn(text, /^2026-06-.*Grey Lantern/, ',IED,', ',Mortar,'),
    [
      'claim-false: “most of them” is false',
      'claim-false: “One weapon above all” is false',
      'claim-false: “rise” is false',
    ],
  ],
])('the analyst’s thread fails where %s', { timeout: TIME }, async (_, change, expected) => {
  expect(await checkOver('weekly.md', 'events.csv', change)).toEqual(expected);
});

test('the story of the goose fails where geese cost nothing', { timeout: TIME }, async () => {
  const problems = await checkOver('goose.md', 'birdstrikes.csv', (text) =>
    text.replace(/^(.*,Canada goose,.*,)\d+(,[^,]*)$/gm, '$10$2'),
  );
  expect(problems).toContainEqual(expect.stringContaining('“much of the cost” is false'));
});

describe('the report on births, built whole', () => {
  let project: Project;
  let bytes: Buffer;

  beforeAll(async () => {
    project = await makeProject({
      'threadwright.config.yaml': await readFile('threadwright.config.yaml', 'utf8'),
      'content/births.md': DRAFT,
      'content/data/births.csv': DATA,
    });
    const { messages } = await buildDrafts({ drafts: [], cwd: project.folder, only: ['brief', 'report'] });
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    bytes = await readFile(join(project.folder, 'out/births/report.pdf'));
  }, TIME);
  afterAll(() => project[Symbol.asyncDispose]());

  test('has ten pages or more, of which the widest table’s lies across', async () => {
    const pdf = await openPdf(bytes);
    expect(pdf.numPages).toBeGreaterThanOrEqual(10);
    const sheets = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => {
        const { width, height } = (await pdf.getPage(index + 1)).getViewport({ scale: 1 });
        return width > height ? 'across' : 'upright';
      }),
    );
    expect(sheets.filter((sheet) => sheet === 'across')).toHaveLength(1);
    expect((await pdfPages(bytes))[sheets.indexOf('across')]).toMatch(/Table 2\. .* Jan .* Dec /);
  });

  test('has charts of at least four kinds, tables, and notes that its text refers to', async () => {
    const tags = await pdfTags(await openPdf(bytes));
    // Its alternative texts begin with the kind: “Bar chart of …”
    const kinds = tags.flatMap(({ role, alt }) => (role === 'Figure' ? [alt?.replace(/ of .*$/s, '')] : []));
    expect(new Set(kinds)).toEqual(
      new Set(['Bar chart', 'Scatter plot', 'Line chart', 'Dot plot', 'Strip plot', 'Heat map']),
    );
    expect(tags.filter(({ role }) => role === 'Table').length).toBeGreaterThanOrEqual(2);
    const pages = await pdfPages(bytes);
    const notes = DRAFT.match(/^\[\^\w+\]: .{20}/gm) ?? [];
    expect(notes.length).toBeGreaterThanOrEqual(5);
    const words = pages.join(' ').replace(/\s+/g, ' ');
    const notesAt = words.lastIndexOf('The holidays that most employers give');
    expect(notesAt).toBeGreaterThan(words.indexOf('How we counted'));
    for (let number = 1; number <= notes.length; number += 1)
      expect(words.slice(notesAt - 20)).toMatch(new RegExp(`\\b${number}\\. ?\\p{Lu}`, 'u'));
  });
});

test.each([
  ['claims', /\]\(<?check:(?!ack|said)/],
  ['comparisons', /\{\{(?:compare|change|times|points) /],
  ['superlatives', /\btw_record\b/],
  ['silences', /\btw_gaps\b/],
  ['shares', /\{\{(?:pct|fraction) /],
  ['closed lists of places', /\{\{(?:list|either) \w+ col="province"/],
  ['relative dates', /\{\{(?:rel|since) /],
])('the examples show %s', async (_, way) => {
  const drafts = ['weekly.md', 'goose.md', 'births.md'].map((draft) => readFile(`content/${draft}`, 'utf8'));
  expect((await Promise.all(drafts)).join('\n')).toMatch(way);
});
