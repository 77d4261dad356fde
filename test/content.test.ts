import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDrafts } from '../src/build/build-drafts.js';
import { checkDrafts } from '../src/build/check-drafts.js';
import { coloursIn, contrast, inkIn, luminance, shareOf, type Area } from './browser/look.js';
import { openEye, type Eye, type Picture } from './browser/pdf-picture.js';
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

test('the examples say what their locks say', { timeout: TIME }, async () => {
  const { messages, drafts } = await checkDrafts({ drafts: ['content'], cwd: process.cwd(), frozen: true });
  expect(messages).toEqual([]);
  expect(drafts).toHaveLength(3);
});

test(
  'each thread has eight posts or more, and one has right-to-left words among its own',
  { timeout: TIME },
  async () => {
    await using project = await makeProject({
      ...(await filesOf('weekly.md', 'events.csv')),
      ...(await filesOf('goose.md', 'birdstrikes.csv')),
      ...(await filesOf('births.md', 'births.csv')),
    });
    await buildDrafts({ drafts: [], cwd: project.folder, only: ['thread'] });
    for (const slug of ['weekly', 'goose', 'births']) {
      const thread = await readFile(`${project.folder}/out/${slug}/thread.x.txt`, 'utf8');
      expect(thread.split('\n---\n').length).toBeGreaterThanOrEqual(8);
      expect(/a name: «\p{sc=Arabic}+ \p{sc=Arabic}+», “the season/u.test(thread)).toBe(slug === 'weekly');
    }
  },
);

/** An example with its data, as files of a project. */
async function filesOf(draft: string, data: string): Promise<Record<string, string>> {
  return {
    [`content/${draft}`]: await readFile(`content/${draft}`, 'utf8'),
    [`content/data/${data}`]: await readFile(`content/data/${data}`, 'utf8'),
  };
}

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

/** The margins of a sheet of the report, in points: 25 mm above and below, 31 mm at its sides. */
const ABOVE = 71;
const BESIDE = 88;

describe('the report on births, built whole', { timeout: TIME }, () => {
  let project: Project;
  let bytes: Buffer;
  let eye: Eye;
  let sheets: readonly Picture[];

  beforeAll(async () => {
    project = await makeProject({
      'threadwright.config.yaml': await readFile('threadwright.config.yaml', 'utf8'),
      'content/births.md': DRAFT,
      'content/data/births.csv': DATA,
    });
    const { messages } = await buildDrafts({ drafts: [], cwd: project.folder, only: ['brief', 'report'] });
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    bytes = await readFile(join(project.folder, 'out/births/report.pdf'));
    eye = await openEye();
    sheets = await eye.pdf(bytes);
  }, TIME);
  afterAll(async () => {
    await eye[Symbol.asyncDispose]();
    await project[Symbol.asyncDispose]();
  });

  test('has ten pages or more, of which the widest table’s lies across', async () => {
    expect(sheets.length).toBeGreaterThanOrEqual(10);
    const across = sheets.flatMap(({ width, height }, index) => (width > height ? [index] : []));
    expect(across).toHaveLength(1);
    expect((await pdfPages(bytes))[across[0] ?? 0]).toMatch(/Table 2\. .* Jan .* Dec /);
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

  test('has nothing in the margins of any sheet but a line at its head and one at its foot, and no empty sheet', () => {
    for (const [index, sheet] of sheets.entries()) {
      const { width, height } = sheet;
      const ink = inkIn(sheet);
      const inside = ink.filter(({ y }) => y >= ABOVE && y < height - ABOVE);
      const beside = ink.filter(({ x }) => x < BESIDE - 1 || x > width - BESIDE + 1);
      // The words of a running head stand 7 mm, 20 points, from the text
      const near = ink.filter(({ y }) => (y > 55 && y < ABOVE - 1) || (y > height - ABOVE + 1 && y < height - 55));
      const far = ink.filter(({ y }) => y < 36 || y > height - 36);
      expect([index + 1, beside, near, far]).toEqual([index + 1, [], [], []]);
      expect([index + 1, inside.length / (width * height) > 0.01]).toEqual([index + 1, true]);
    }
  });

  test('has no words that the edge of a page cuts off', async () => {
    const pdf = await openPdf(bytes);
    // What is wider than its page is not drawn in the margin; its words are still there
    const cut: string[] = [];
    for (const [index, { width: right }] of sheets.entries()) {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      for (const item of items) {
        if (!('str' in item) || item.str.trim() === '') continue;
        const x = Number(item.transform[4]);
        if (x < BESIDE - 1 || x + item.width > right - BESIDE + 1) cut.push(`${index + 1}: ${item.str}`);
      }
    }
    expect(cut).toEqual([]);
  });

  test('has colour above the words “Figure 1.” and those of every other chart', async () => {
    const areas = await figureAreas(bytes);
    expect(areas).toHaveLength(7);
    const looks = areas.map(({ page, ...area }) => {
      const sheet = sheets[page];
      if (!sheet) throw new Error(`There is no sheet ${page + 1}`);
      const colours = coloursIn(sheet, area);
      const count = colours.reduce((sum, [, pixels]) => sum + pixels, 0);
      const coloured = colours.filter(([colour]) => Math.max(...colour) - Math.min(...colour) > 40);
      return {
        accent: shareOf('#00639c', sheet, area),
        coloured: coloured.reduce((sum, [, pixels]) => sum + pixels, 0) / count,
      };
    });
    expect(looks.map(({ coloured }) => coloured > 0.002)).toEqual(areas.map(() => true));
    // Its bars
    expect(looks[0]?.accent).toBeGreaterThan(0.2);
  });

  test('has a table across a sheet, whose lines reach from margin to margin', () => {
    const sheet = sheets.find(({ width, height }) => width > height);
    if (!sheet) throw new Error('There is no sheet across');
    const lines = longestRuns(sheet).filter((length) => length >= sheet.width - 2 * BESIDE - 2);
    // One below each of its rows
    expect(lines.length).toBeGreaterThanOrEqual(12);
  });

  test('is a page whose every figure has its id and what it says for a machine', async () => {
    const page = await eye.page();
    await page.setContent(await readFile(join(project.folder, 'out/births/brief.html'), 'utf8'));
    const figures = await page.$$eval('[data-figure]', (elements) =>
      elements.map((element) => ({
        id: element.getAttribute('data-figure') ?? '',
        said: element.getAttribute(element.tagName === 'TIME' ? 'datetime' : 'value') ?? '',
        words: element.textContent,
      })),
    );
    expect(figures.length).toBeGreaterThan(400);
    expect(figures.filter(({ id, said }) => id === '' || said === '')).toEqual([]);
    await page.close();
  });

  test.each([
    [390, 'light'],
    [390, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ])('is a page too: %i pixels wide and %s it can be read, and shows its charts', async (width, scheme) => {
    const page = await eye.page();
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setContent(await readFile(join(project.folder, 'out/births/brief.html'), 'utf8'));
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
    const look = async (selector: string): Promise<Picture> => {
      const element = await page.$(selector);
      if (!element) throw new Error(`There is no ${selector}`);
      return eye.png(await element.screenshot());
    };
    const words = coloursIn(await look('article p:not([class])'));
    const paper = words[0]?.[0] ?? [0, 0, 0];
    expect(luminance(paper) > 0.5 ? 'light' : 'dark').toBe(scheme);
    expect(Math.max(...words.map(([colour]) => contrast(colour, paper)))).toBeGreaterThan(7);
    const chart = await look('figure.chart');
    expect(coloursIn(chart)[0]?.[0]).toEqual(paper);
    expect(shareOf(scheme === 'dark' ? '#74b9e8' : '#00639c', chart)).toBeGreaterThan(0.1);
    await page.close();
  });
});

/** Where the charts of a report are drawn: the page, and an area of it above each caption. */
async function figureAreas(bytes: Uint8Array): Promise<readonly (Area & { readonly page: number })[]> {
  const pdf = await openPdf(bytes);
  const areas: (Area & { readonly page: number })[] = [];
  for (let page = 0; page < pdf.numPages; page += 1) {
    const { items } = await (await pdf.getPage(page + 1)).getTextContent();
    const words = items.filter((item) => 'str' in item);
    for (const [at, item] of words.entries()) {
      const three = words.slice(at, at + 3).map(({ str }) => str);
      if (!/^Figure \d+\.$/.test(three.join(''))) continue;
      const bottom = Math.round(842 - Number(item.transform[5]) - 30);
      areas.push({ page, left: BESIDE, top: bottom - 90, right: 595 - BESIDE, bottom });
    }
  }
  return areas;
}

/** How long the longest unbroken line is in each row of pixels. */
function longestRuns(sheet: Picture): readonly number[] {
  return Array.from({ length: sheet.height }, (_, y) => {
    let [run, longest] = [0, 0];
    for (let x = 0; x < sheet.width; x += 1) {
      run = Math.min(...sheet.at(x, y)) < 250 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  });
}

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
