import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUNDLED_FONTS, readFont } from '../../src/draw/font-files.js';
import { openPdf, pdfPages, pdfPaint, pdfTags } from '../browser/read-pdf.js';
import { pdfFonts } from '../browser/pdf-fonts.js';
import { draft, EVENTS, makeProject, type Project } from './project.js';

const HEAD = `description: What the harbour counted in a week
authors: [Ann Author, Ben Writer]
keywords: [harbour, boats]
lang: en-GB
standfirst: Words set apart
outputs: [report]
lints: {unbound-figure: off, mixed-numerals: off}
`;

/** Words that fonts join, quotes that curl, spaces that bind, and a hyphen where a line may end. */
const HARD = `The office’s chief officer affirmed five flat reefs: “first fish, then *waffles*”, she said, ‘a fjord’s fill’ — all
for 1\u202f234 and 5\u00a0kg at 6\u2009% of the high-water mark.`;

const section = (n: number): string => `## Section ${n} of the whole

${`Line ${n} of words that go on and on. `.repeat(20 + ((n * 37) % 60))}

### Part ${n}

${'More of it follows. '.repeat(12)}`;

const BODY = `${HARD}

{{ref "second"}} comes after {{ref "first"}}, and {{ref "harbours"}} lists them.[^n]

![One](chart:first 'The first')

![Two](chart:second 'The second')

<!-- table: id=harbours caption="Boats by harbour" -->
| Harbour | Boats |
| --- | ---: |
| Northgate | {{total.boats}} |

${Array.from({ length: 9 }, (_, index) => section(index + 1)).join('\n\n')}

[^n]: A note at the end.

\`\`\`vega-lite first
data: {name: total}
mark: bar
encoding: {x: {field: n, type: quantitative}}
\`\`\`

\`\`\`vega-lite second
data: {name: total}
mark: bar
encoding: {x: {field: boats, type: quantitative}}
\`\`\``;

let project: Project;
let bytes: Buffer;
let pdf: PDFDocumentProxy;
let pages: readonly string[];

beforeAll(async () => {
  project = await makeProject({ 'content/a.md': draft(BODY, HEAD), 'content/data/events.csv': EVENTS });
  const { code, stderr } = await project.run('build');
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('error')]);
  bytes = await readFile(join(project.folder, 'out/a/report.pdf'));
  pdf = await openPdf(bytes);
  pages = await pdfPages(bytes);
}, 120_000);
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

describe('a report that was built, read back', () => {
  test('holds every font it uses, each cut down to the letters it uses', async () => {
    const fonts = await pdfFonts(bytes);
    expect(new Set(fonts.map(({ name }) => name.replace(/^.*\+/, '')))).toEqual(
      new Set([
        'SourceSans3-Regular',
        'SourceSans3-Semibold',
        'SourceSerif4-It',
        'SourceSerif4-Regular',
        'SourceSerif4-Semibold',
      ]),
    );
    for (const { name, type, program } of fonts) {
      // No pictures of letters, which cannot be hinted or copied
      expect([name, type]).toEqual([expect.stringMatching(/^[A-Z]{6}\+/), 'CIDFontType2']);
      const whole = BUNDLED_FONTS.find(({ file }) => file.endsWith(`${name.slice(7)}.ttf`));
      expect(program.length).toBeGreaterThan(0);
      if (whole) expect(program.length / readFont(whole).length).toBeLessThan(0.25);
    }
  });

  test('has text that copies as it was written: joined letters, quotes, spaces that bind, hyphens', () => {
    const words = (pages[0] ?? '').replace(/\s+/g, ' ').replace(/- (?=\w)/g, '-');
    expect(words).toContain(
      'The office’s chief officer affirmed five flat reefs: “first fish, then waffles”, she said, ‘a fjord’s fill’ — all',
    );
    expect(words).toContain('for 1 234 and 5 kg at 6 % of the high-water mark.');
    expect(pages.join('')).not.toMatch(/[\ufb00-\ufb06\u00ad\ufffd\ue000-\uf8ff]/);
  });

  test('reads from the title to the colophon in the order of the draft', () => {
    const all = pages.join(' ');
    const parts = ['Harbour notes', 'Words set apart', 'Contents', 'The office’s', 'Figure 1. The first'];
    const rest = [
      'Table 1. Boats',
      'Line 1 of',
      'Line 2 of',
      'Line 9 of',
      'A note at the end.',
      'events.csv',
      'FROM events',
    ];
    const places = [...parts, ...rest, 'Made with Threadwright'].map((part) => all.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  test('has each heading on the page that the contents and the bookmarks name, and its section at each page’s head', async () => {
    const marks = await bookmarks(pdf);
    const contents = pages.slice(0, 2).join(' ');
    for (let n = 1; n <= 9; n += 1) {
      for (const title of [`Section ${n} of the whole`, `Part ${n}`]) {
        const at = await pagesWith(pdf, title);
        expect([title, marks.get(title), contents.includes(`${title} ${at[0] ?? 0}`)]).toEqual([title, at[0], true]);
        expect(at).toHaveLength(1);
      }
    }
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      if (index > 0)
        expect(page).toMatch(/^Harbour notes ?(?:Section \d of the whole|10 March 2026|Notes|Sources|How we|Queries)/);
    }
  });

  test('numbers figures and tables as its text refers to them, and links there', async () => {
    const all = pages.join(' ');
    expect(all).toContain('Figure 2 comes after Figure 1, and Table 1 lists them.');
    for (const caption of ['Figure 1. The first', 'Figure 2. The second', 'Table 1. Boats by harbour'])
      expect(all.split(caption)).toHaveLength(2);
    expect((await pdfTags(pdf)).flatMap(({ role, alt }) => (role === 'Figure' ? [alt] : []))).toEqual(['One', 'Two']);
  });

  test('has charts that are drawn with lines, so that they are sharp at any size: nothing in it is made of points', async () => {
    const paints = await Promise.all(pages.map((_, index) => pdfPaint(pdf, index + 1)));
    expect(paints.filter(({ images }) => images > 0)).toEqual([]);
    const [ofCharts, ofWords] = ['Figure 1. The first', 'Line 9 of'].map(
      (words) => paints[pages.findIndex((page) => page.includes(words))]?.paths ?? 0,
    );
    // A page of words has a few lines too, below its heads and links
    expect(ofCharts).toBeGreaterThan((ofWords ?? 0) + 5);
  });

  test('says what it is about, to readers and to catalogues', async () => {
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: 'Harbour notes',
      Author: 'Ann Author, Ben Writer',
      Subject: 'What the harbour counted in a week',
      Keywords: 'harbour, boats',
      Language: 'en-GB',
    });
    const xmp = (name: string): unknown => (metadata as { get: (name: string) => unknown }).get(name);
    expect(['dc:title', 'dc:creator', 'dc:description', 'dc:subject', 'dc:language'].map(xmp)).toEqual([
      'Harbour notes',
      ['Ann Author', 'Ben Writer'],
      'What the harbour counted in a week',
      ['harbour', 'boats'],
      'en-GB',
    ]);
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });
});

interface Bookmark {
  readonly title: string;
  readonly dest: readonly unknown[];
  readonly items: readonly Bookmark[];
}

/** The page of each bookmark. */
async function bookmarks(document: PDFDocumentProxy): Promise<ReadonlyMap<string, number>> {
  const flat = (items: readonly Bookmark[]): readonly Bookmark[] =>
    items.flatMap((item) => [item, ...flat(item.items)]);
  const pairs = flat((await document.getOutline()) as readonly Bookmark[]).map(async ({ title, dest: [target] }) => {
    const index = await document.getPageIndex(target as Parameters<typeof document.getPageIndex>[0]);
    return [title, index + 1] as const;
  });
  return new Map(await Promise.all(pairs));
}

/** The pages on which these words are set as large as a heading. */
async function pagesWith(document: PDFDocumentProxy, title: string): Promise<readonly number[]> {
  const found: number[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    // A space has no height; one that does not break stands alone
    const isText = (height: number): boolean => height > 0 && height <= 11.5;
    const large = items.map((item) => {
      if (!('str' in item) || isText(item.height)) return '\n';
      return item.hasEOL ? `${item.str}\n` : item.str;
    });
    if (large.join('').split('\n').includes(title)) found.push(page);
  }
  return found;
}
