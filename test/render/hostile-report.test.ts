import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPrinter, type Printer } from '../../src/browser/open-printer.js';
import type { Message } from '../../src/diagnostic/message.js';
import type { TableFigureNode } from '../../src/model/draft.js';
import { renderReport } from '../../src/render/report/render-report.js';
import { openPdf, pdfPages, pdfTags } from '../browser/read-pdf.js';
import { fontFaces, markdown, media, paragraph, parts, sampleParts, SPAN, story, storyMedia } from './sample.js';

let printer: Printer;
beforeAll(() => {
  printer = openPrinter();
});
afterAll(async () => {
  await printer[Symbol.asyncDispose]();
});

describe('a report of unusual parts', { timeout: 60_000 }, () => {
  test('is one page when it has nothing but a title', async () => {
    const { pages } = await print(story([]));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatch(/^Page 1 of 1 A title/);
  });

  test('has a heading in a list where the list is, and not in its contents', async () => {
    const heads = ['B', 'C', 'D', 'E', 'F'].map((name) => `## Part ${name}\n\nWords.`).join('\n\n');
    const { pages, pdf } = await print(story(markdown(`- ## In a list\n\n  Its words\n\n${heads}`)));
    expect(pages.join(' ')).toMatch(/Contents.*Part B.*Part F.*In a list.*Its words.*Part B/);
    expect(JSON.stringify(await pdf.getOutline())).toContain('In a list');
  });

  test('shows a chart whole that is taller than a page', async () => {
    const { pictures } = sampleParts();
    const [[name, picture] = ['', undefined]] = [...pictures];
    if (!picture) throw new Error('There is no picture');
    const drawn = (label: string, y: number): string => `<text x="9" y="${y}" font-size="300">${label}</text>`;
    const inline = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="9000" viewBox="0 0 720 9000">${drawn('top', 400)}${drawn('foot', 8900)}</svg>`;
    const shown = { media: [storyMedia('chart', name, 'A tower')] };
    const { pages } = await print(story([paragraph(media('chart', name))], shown), {
      pictures: new Map([[name, { ...picture, paper: inline, height: 9000 }]]),
    });
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatch(/top.*foot.*Figure 1/);
  });

  test('breaks the words of a table that is wider than its page, and leaves the rest as large as it is', async () => {
    const columns = Array.from({ length: 25 }, (_, index) => index);
    const row = (cell: (index: number) => string): string => `| ${columns.map(cell).join(' | ')} |`;
    const wide = `${row((n) => `Column${n}`)}\n${row(() => '---')}\n${row((n) => `value${n}`)}`;
    const long = `| A | B |\n|---|---|\n| ${'x'.repeat(300)} | b |`;
    for (const table of [wide, long]) {
      const { pdf, messages } = await print(story(markdown(`Plain words\n\n${table}`)));
      expect(messages).toMatchObject([{ rule: 'table-wide', severity: 'warning' }]);
      expect(await sizeOf(pdf, 'Plain words')).toBeCloseTo(10.75, 1);
    }
  });

  test('says so of a turned sheet too, and nothing of a table that fits on it', async () => {
    const printed = async (columns: number): Promise<readonly Message[]> => {
      const line = (cell: string): string => `|${` ${cell} |`.repeat(columns)}`;
      const children = markdown(`${line('Elevenchars')}\n${line('---')}\n${line('1')}`) as TableFigureNode['children'];
      const table: TableFigureNode = {
        ...{ type: 'tableFigure', name: undefined, nameSpan: SPAN, landscape: true, span: SPAN },
        children,
      };
      return (await print(story([table], { media: [storyMedia('table', '', '')] }))).messages;
    };
    expect(await printed(10)).toEqual([]);
    const [said] = await printed(11);
    expect(said?.rule).toBe('table-wide');
    expect(said?.note).toContain('fewer columns');
  });

  test('says of a row that is taller than a page that it runs over, and prints all of it under the table’s head', async () => {
    const words = Array.from({ length: 900 }, (_, index) => `word${index}`);
    const rows = `| Short | words |\n| Tall | ${words.join(' ')} |\n| Last | row |`;
    const { pages, messages } = await print(story(markdown(`Before\n\n| Name | Text |\n|---|---|\n${rows}`)));
    expect(messages).toMatchObject([{ rule: 'row-tall', severity: 'warning' }]);
    expect(pages[0]).toMatch(/Before.*Tall.*word0/);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.join(' ').match(/word\d+/g)).toEqual(words);
    for (const page of pages) expect(page).toContain('Name');
  });

  test('shows an image file whole that is taller than a page', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="9000"><text y="9000">foot</text></svg>';
    const images = new Map([['tower.svg', `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`]]);
    const shown = { media: [storyMedia('file', 'tower.svg', 'A tower')] };
    const { pages, pdf } = await print(story([paragraph(media('file', 'tower.svg'))], shown), { images });
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('foot');
    expect((await pdfTags(pdf)).flatMap(({ role, alt }) => (role === 'Figure' ? [alt] : []))).toEqual(['A tower']);
  });

  test('repeats the head of a table of five hundred rows on each page, and tears no row', async () => {
    const words = 'words that make a row of two lines at least '.repeat(4);
    const rows = Array.from({ length: 500 }, (_, index) => `| begin${index} ${words}end${index} | ${index} |`);
    const { pages } = await print(story(markdown(`| Province | n |\n|---|---|\n${rows.join('\n')}`)));
    const numbers = (page: string, name: string): string[] =>
      [...page.matchAll(new RegExp(`${name}(\\d+)`, 'g'))].map(([, number = '']) => number);
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((page) => page.includes('Province'))).toHaveLength(pages.length);
    for (const page of pages) expect(numbers(page, 'begin')).toEqual(numbers(page, 'end'));
    expect(pages.flatMap((page) => numbers(page, 'begin'))).toEqual(rows.map((_, index) => String(index)));
  });

  test('keeps the last lines before a table with it, and leaves the others on the page before', async () => {
    const filler = Array.from({ length: 12 }, (_, n) => `Filler ${n} ${'of some words '.repeat(8)}`).join('\n\n');
    const lead = Array.from({ length: 220 }, (_, n) => `lead${n}`).join(' ');
    const rows = Array.from({ length: 9 }, (_, n) => `| Place ${n} | ${n} |`).join('\n');
    const { pages } = await print(story(markdown(`${filler}\n\n${lead}\n\n| Province | n |\n|---|---|\n${rows}`)));
    expect(pages[0]).toMatch(/lead0 .*lead1\d\d/);
    expect(pages[0]).not.toContain('Province');
    expect(pages[1]).toMatch(/lead2\d\d.*lead219.*Province.*Place 8/);
  });

  test('breaks a word that is longer than a line', async () => {
    const { pages, pdf } = await print(
      story(markdown(`Plain words\n\n${'long'.repeat(200)}\n\n## ${'head'.repeat(60)}`)),
    );
    expect(pages[0]?.replaceAll(' ', '')).toContain('long'.repeat(200));
    expect(await sizeOf(pdf, 'Plain words')).toBeCloseTo(10.75, 1);
  });
});

interface PrintedReport {
  readonly pdf: PDFDocumentProxy;
  readonly pages: readonly string[];
  readonly messages: readonly Message[];
}

async function print(
  shown: Parameters<typeof renderReport>[0],
  changes: Parameters<typeof parts>[0] = {},
): Promise<PrintedReport> {
  const target = { kind: 'report' } as const;
  const { value: report, messages } = await renderReport({ ...shown, target }, parts({ fontFaces, ...changes }));
  const { value: bytes, messages: printing } = await printer.print(report, undefined);
  expect(printing).toEqual([]);
  return { pdf: await openPdf(bytes), pages: await pdfPages(bytes), messages };
}

/** The size of type, in points, of a text on the first page. */
async function sizeOf(pdf: PDFDocumentProxy, words: string): Promise<number> {
  const { items } = await (await pdf.getPage(1)).getTextContent();
  return items.flatMap((item) => ('str' in item && item.str.includes(words) ? [item.height] : []))[0] ?? 0;
}
