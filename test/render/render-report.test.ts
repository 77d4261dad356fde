import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPrinter, type Printer } from '../../src/browser/open-printer.js';
import type { TableFigureNode } from '../../src/model/draft.js';
import type { Story } from '../../src/model/story.js';
import { renderReport } from '../../src/render/report/render-report.js';
import { markedText } from '../browser/read-pdf.js';
import {
  draft,
  figure,
  fontFaces,
  markdown,
  media,
  paragraph,
  parts,
  sampleParts,
  sampleStory,
  story,
  storyMedia,
  text,
  SPAN,
} from './sample.js';

let printer: Printer;
let sample: PDFDocumentProxy;

beforeAll(async () => {
  printer = openPrinter();
  sample = await print(renderReport(sampleStory({ kind: 'report' }), sampleParts()));
}, 120_000);

afterAll(async () => {
  await printer[Symbol.asyncDispose]();
});

describe('a printed report', { timeout: 60_000 }, () => {
  test('reads in order, from the title to the queries', async () => {
    const words = await textOf(sample);
    const order = ['Weekly count', 'in a day:', 'Illustrative data:', 'What was claimed', 'Nangarhar', 'Notes'];
    const ends = [
      'Corrections',
      'Sources and licences',
      'How we know',
      'burst.n = 7',
      'Queries',
      'as_of()',
      'Made with',
    ];
    const places = [...order, ...ends].map((part) => words.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('has its title, its language and its structure', async () => {
    const { info } = await sample.getMetadata();
    expect(info).toMatchObject({ Title: 'seven operations in a day: the most since August', Language: 'en-GB' });
    expect(await sample.getMarkInfo()).toMatchObject({ Marked: true });
  });

  test('has its keywords', async () => {
    const keywords = ['births', 'Friday the 13th', 'R&D <b>'];
    const pdf = await print(renderReport(story([]), parts({ draft: draft({ keywords }) })));
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Keywords: 'births, Friday the 13th, R&D <b>' });
    expect((metadata as { get: (name: string) => unknown }).get('dc:subject')).toEqual(keywords);
  });

  test('has bookmarks for its headings', async () => {
    const outline = (await sample.getOutline()) as readonly Bookmark[];
    const titles = outline.flatMap(({ title, items }) => [title, ...items.map((item) => item.title)]);
    expect(titles).toEqual(expect.arrayContaining(['What was claimed', 'Where it happened', 'How we know']));
  });

  test('numbers every page and says on each that its data is illustrative and that it is a draft', async () => {
    for (let page = 1; page <= sample.numPages; page += 1) {
      const words = await pageText(sample, page);
      expect(words).toContain(`Page ${page} of ${sample.numPages}`);
      expect(words).toContain('Draft · Illustrative data');
    }
  });

  test('repeats the title on every page but the first', async () => {
    const title = 'seven operations in a day: the most since August';
    for (let page = 1; page <= sample.numPages; page += 1) {
      expect((await pageText(sample, page)).split(title)).toHaveLength(2);
    }
    // On the first it is the heading, below the place of the running head.
    expect(await pageText(sample, 1)).toMatch(/Weekly count.*seven operations/);
  });

  test('has contents with the page of every heading, and its section at the head of each page', async () => {
    const sections = Array.from({ length: 12 }, (_, index) => index + 1).map(
      (n) =>
        `## Section ${n} of words\n\n${`Words of ${n} go on. `.repeat(150)}\n\n### Part é ${n}\n\nMore.\n\n> ## Quoted ${n}`,
    );
    const pdf = await print(renderReport(story(markdown(sections.join('\n\n'))), parts({ fontFaces })));
    const places = await headingPages(pdf);
    const lines = places.flatMap(({ title, page }) => {
      return title.startsWith('Section') || title.startsWith('Part') ? [`${title} ${page}`] : [];
    });
    expect(lines).toHaveLength(24);
    for (const { title, page } of places.filter((place) => /^(?:Section|Part)/.test(place.title)))
      expect([title, await pagesWithHeading(pdf, title)]).toEqual([title, [page]]);
    // Also of a heading that was moved to the next page, which the browser would write twice
    expect(places.map(({ title }) => title)).toContain('Part é 7');
    expect(
      places.every(({ title }) => /^(?:A title|Contents|Section \d+ of words|Part é \d+|Quoted \d+)$/.test(title)),
    ).toBe(true);
    const head = (await pageText(pdf, 1)) + (await pageText(pdf, 2));
    const list = head.slice(head.indexOf('Contents'));
    expect(lines.map((line) => [line, list.includes(line)])).toEqual(lines.map((line) => [line, true]));
    expect(list.slice(0, 900)).not.toContain('Quoted');
    for (let page = 2; page <= pdf.numPages; page += 1) {
      const begun = places.findLast(({ title, page: at }) => title.startsWith('Section') && at <= page)?.title;
      expect((await pageText(pdf, page)).replace(/^A title/, '')).toMatch(
        new RegExp(`^ ?${begun ?? '24 September 2026'}`),
      );
    }
    const links = await (await pdf.getPage(1)).getAnnotations();
    expect(links).toEqual(expect.arrayContaining([expect.objectContaining({ dest: 'section-3-of-words' })]));
  });

  test('has no contents with few headings, and its day at the head of the pages', async () => {
    const pdf = await print(renderReport(story(markdown(`## One\n\n${'Words go on. '.repeat(900)}`)), parts()));
    expect(await textOf(pdf)).not.toContain('Contents');
    expect(await pageText(pdf, 1)).not.toMatch(/24 September 2026.*24 September 2026/);
    expect(await pageText(pdf, 2)).toContain('24 September 2026');
  });

  test('keeps the page numbers right past headings of all kinds: equal, very long, two hundred', async () => {
    const heading = (n: number): string => (n % 50 === 0 ? `## Long ${'heading '.repeat(37)}` : '## Same words');
    const source = Array.from({ length: 200 }, (_, n) => `${heading(n)}\n\nWords.`).join('\n\n');
    const rendered = await renderReport(story(markdown(source)), parts({ fontFaces }));
    const pdf = await print(Promise.resolve(rendered));
    const expected = (await headingPages(pdf))
      .filter(({ title }) => /^(?:Long|Same)/.test(title))
      .map(({ page }) => page);
    expect(expected).toHaveLength(200);
    const words = await textOf(pdf);
    const list = words.slice(words.indexOf('Contents'), words.indexOf('Words.'));
    const printed = [...list.matchAll(/(?:Same words|heading) (\d+)/g)].map(([, page]) => Number(page));
    expect(printed).toEqual(expected);
  });

  test('ends no page with a heading, nor one line after a heading, and begins none with the last line of a paragraph', async () => {
    // Paragraphs of one to eight lines, in an order that brings headings to every height of a page
    const words = (n: number): string => `w${n} `.repeat(20 * (1 + ((n * 29) % 8))).trim();
    const source = Array.from({ length: 60 }, (_, n) => `## Heading ${n}\n\n${words(n)}\n\n${words(n + 60)}`);
    const pdf = await print(renderReport(story(markdown(source.join('\n\n'))), parts({ fontFaces })));
    let text = 0;
    for (let page = 2; page <= pdf.numPages; page += 1) {
      const lines = await linesOf(pdf, page);
      if (!lines.some(({ words }) => /^w\d/.test(words))) continue;
      text += 1;
      expect(lines.at(-1)?.isHeading).toBe(false);
      expect(lines.at(-2)?.isHeading && (lines.at(-1)?.width ?? 0) > 300).not.toBe(true);
      const [first, second] = lines;
      // A paragraph of one line may stand first, the last of several may not
      const before = (await linesOf(pdf, page - 1)).at(-1)?.words.split(' ')[0];
      if (before !== undefined && first?.words.split(' ')[0] === before)
        expect(second?.words.split(' ')[0]).toBe(before);
    }
    expect(text).toBeGreaterThan(8);
  });

  test('begins no page with the last line of a paragraph that stands some way below a chart', async () => {
    const words = (n: number): string => `w${n} `.repeat(20 * (4 + ((n * 29) % 3))).trim();
    const blocks = Array.from({ length: 30 }, (_, n) => [
      paragraph(media('chart', 'daily')),
      ...markdown(
        [0, 1, 2, 3]
          .slice(0, 2 + (n % 3))
          .map((k) => `${k === 1 ? `## Heading ${n}\n\n` : ''}${words(n * 4 + k)}`)
          .join('\n\n'),
      ),
    ]).flat();
    const shown = { media: Array.from({ length: 30 }, () => storyMedia('chart', 'daily', 'Bars')) };
    const pdf = await print(renderReport(story(blocks, shown), parts({ fontFaces, pictures: sampleParts().pictures })));
    const alone: string[] = [];
    for (let page = 2; page <= pdf.numPages; page += 1) {
      const firsts = (await linesOf(pdf, page)).map((line) => line.words.split(' ')[0] ?? '');
      const before = (await linesOf(pdf, page - 1)).map((line) => line.words.split(' ')[0] ?? '');
      const torn = firsts.find((word) => /^w\d/.test(word) && before.includes(word));
      if (torn !== undefined && firsts.filter((word) => word === torn).length < 2) alone.push(torn);
    }
    expect(alone).toEqual([]);
    expect(pdf.numPages).toBeGreaterThan(8);
  });

  test('has its sources on the page where “How we know” begins', async () => {
    const pages = await Promise.all(Array.from({ length: sample.numPages }, (_, index) => pageText(sample, index + 1)));
    const ends = pages.filter((words) => /Sources and licences(?! \d)/.test(words) && !words.includes('Contents'));
    expect(ends).toHaveLength(1);
    expect(ends[0]).toContain('How we know');
  });

  test('leaves no item of a list alone, neither the first nor the last', async () => {
    const items = (list: number): string => Array.from({ length: 6 }, (_, n) => `- item${list}.${n}.`).join('\n');
    const lines = (list: number): string => 'words '.repeat(15 * (1 + ((list * 7) % 5)));
    const source = Array.from({ length: 60 }, (_, list) => `${lines(list)}\n\n${items(list)}`).join('\n\n');
    const pdf = await print(renderReport(story(markdown(source)), parts({ fontFaces })));
    let torn = 0;
    for (let page = 2; page <= pdf.numPages; page += 1) {
      const [, list, from = 0] = /^\D*item(\d+)\.(\d)/.exec((await linesOf(pdf, page))[0]?.words ?? '') ?? [];
      const before = (await linesOf(pdf, page - 1)).at(-1)?.words ?? '';
      if (list === undefined || !before.includes(`item${list}.`)) continue;
      torn += 1;
      expect([2, 3, 4]).toContain(Number(from));
    }
    expect(torn).toBeGreaterThan(0);
  });

  test('says the numbers of its lists and notes in text that has a tag', async () => {
    const source = `1. First\n2. Second\n\n   Its more\n\n   5. Five\n   6. Six\n\n- bullet\n\nA note.[^n]
\n<ol reversed><li>Two left</li><li value="1"><p>One left</p></li></ol>\n\n<ol type="a"><li>Letter</li></ol>\n\n[^n]: The note.`;
    const shown: Story = { ...story(markdown(source)), target: { kind: 'report' } };
    const { value } = await renderReport(shown, parts({ fontFaces }));
    const [page] = await markedText((await printer.print(value)).value);
    for (const line of ['1. First', '2. Second', '5. Five', '6. Six', '2. Two left', '1. One left', '1. The note.'])
      expect(page?.tagged).toContain(line);
    // A browser's own have none
    expect(page?.artifact.replace('Page 1 of 1', '').trim()).toBe('a.');
  });

  test('leads from each place of a note to it and back, the arrow with its last word', async () => {
    const noted = 'First[^a] and again.[^a]\n\n[^a]: A note.';
    const report = renderReport(story(markdown(noted), { target: { kind: 'report' } }), parts({ fontFaces }));
    expect((await report).value.html.includes('A note.\u00a0<a')).toBe(true);
    const pdf = await print(report);
    const links = (await (await pdf.getPage(1)).getAnnotations()) as readonly { readonly dest?: string }[];
    const places = Object.keys(await pdf.getDestinations());
    expect(links.map(({ dest }) => dest)).toEqual(['fn-a', 'fn-a', 'fnref-a', 'fnref-a-2']);
    expect(places).toEqual(expect.arrayContaining(['fn-a', 'fnref-a', 'fnref-a-2']));
    expect(await pageText(pdf, 1)).toContain('A note. ↑');
  });

  test('moves a short table that does not fit to the next page, whole, and fills this one with text', async () => {
    const filler = (n: number): string =>
      Array.from({ length: n }, (_, at) => `Filler ${at} ${'some words '.repeat(30)}`).join('\n\n');
    const rows = Array.from({ length: 20 }, (_, n) => `| Place ${n} | ${n} |`).join('\n');
    const children = markdown(`| Port | n |\n|---|---|\n${rows}`) as TableFigureNode['children'];
    const node: TableFigureNode = {
      ...{ type: 'tableFigure', name: undefined, nameSpan: SPAN, landscape: false, span: SPAN },
      children,
    };
    const body = [...markdown(filler(5)), node, ...markdown('After the table')];
    const pdf = await print(renderReport(story(body, { media: [storyMedia('table', '', '')] }), parts({ fontFaces })));
    expect(await pageText(pdf, 1)).toContain('After the table');
    expect(await pageText(pdf, 1)).not.toContain('Table 1');
    expect(await pageText(pdf, 2)).toMatch(/Table 1.*Place 0.*Place 19/);
  });

  test('fills a page with the text after a chart that does not fit on it', async () => {
    const words = Array.from({ length: 10 }, (_, index) => `Paragraph ${index} ${'of some words '.repeat(20)}`);
    const [before, after] = [words.slice(0, 5), words.slice(5)].map((part) => markdown(part.join('\n\n')));
    const body = [...(before ?? []), paragraph(media('chart', 'daily')), ...(after ?? [])];
    const shown = { target: { kind: 'report' as const }, media: [storyMedia('chart', 'daily', 'Bars')] };
    const pdf = await print(renderReport(story(body, shown), parts({ pictures: sampleParts().pictures })));
    expect(await pageText(pdf, 1)).toContain('Paragraph 6');
    expect(await pageText(pdf, 1)).not.toContain('Figure 1');
    expect(await pageText(pdf, 2)).toMatch(/Figure 1.*Paragraph 9/);
  });

  test('has the right page in its contents for a heading that charts push to the next page', async () => {
    const charts = Array.from({ length: 40 }, (_, index) => [
      ...markdown(`## Heading ${index}\n\n${'Some words go on. '.repeat(5 + ((7 * index) % 31))}`),
      paragraph(media('chart', 'daily')),
    ]).flat();
    const shown = { media: Array.from({ length: 40 }, () => storyMedia('chart', 'daily', 'Bars')) };
    const pdf = await print(renderReport(story(charts, shown), parts({ fontFaces, pictures: sampleParts().pictures })));
    const list = `${await pageText(pdf, 1)} ${await pageText(pdf, 2)}`;
    for (let index = 0; index < 40; index += 1) {
      const [page = 0] = await pagesWithHeading(pdf, `Heading ${index}`);
      expect(list).toContain(`Heading ${index} ${page}`);
    }
  });

  test('describes a chart once', async () => {
    const { structs } = await allStructs(sample);
    const figures = structs.filter(({ role }) => role === 'Figure');
    expect(figures.map(({ alt }) => alt)).toEqual([
      'Bar chart: operations a day, seven on the last.',
      'Bar chart: operations a month, level since May.',
    ]);
    // The drawing itself has the tag, and what it says is text
    for (const { children } of figures) expect(children).toEqual([expect.objectContaining({ type: 'content' })]);
  });

  test('has what a chart shows above it, in order before its number and caption', async () => {
    expect(await textOf(sample)).toMatch(/Operations claimed a day\s.*Figure 1\b/);
    const shown = {
      target: { kind: 'report' } as const,
      media: [storyMedia('chart', 'daily', 'Bars', [text('Attacks a day')])],
    };
    const { value } = await renderReport(story([paragraph(media('chart', 'daily'))], shown), parts(sampleParts()));
    const html = value.html.slice(value.html.indexOf('<figure'), value.html.indexOf('</figure>'));
    expect(html).toMatch(/<p class="finding">Operations claimed a day<\/p><img [^>]*><figcaption>.*Attacks a day/);
    expect(html).not.toContain('September 2026');
  });

  test.each([
    ['a4', 595, 842],
    ['letter', 612, 792],
  ] as const)('is printed on %s', async (paper, width, height) => {
    const pdf = await print(renderReport(story(markdown('Words')), parts({ draft: draft({ paper }) })));
    const view = (await pdf.getPage(1)).view.map(Math.round);
    expect(view).toEqual([0, 0, width, height]);
  });

  test('keeps a title of any characters in its head and its metadata', async () => {
    const title = `"Quotes" \\ back </style> ' <b> & {{x}} €`;
    const shown = { ...figure('t', title), origin: 'data' as const };
    const long = markdown(Array.from({ length: 60 }, (_, index) => `Paragraph ${index} of some words.`).join('\n\n'));
    const pdf = await print(renderReport(story(long, { title: [shown] }), parts()));
    expect((await pdf.getMetadata()).info).toMatchObject({ Title: title });
    expect(await pageText(pdf, 2)).toContain(title);
  });

  test('repeats the head of a table that runs over pages', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => `| Place ${index} | ${index} |`).join('\n');
    const pdf = await print(renderReport(story(markdown(`| Province | n |\n|---|---|\n${rows}`)), parts()));
    expect(await pageText(pdf, 1)).toContain('Province');
    expect(await pageText(pdf, 2)).toContain('Province');
  });

  test('turns the sheet of a table that asks for it, and no other', async () => {
    const body = [...markdown('Before'), across('Ard'), across('Bay'), ...markdown(words('After', 700))];
    const pdf = await print(renderReport(story(body, { media: tables(2) }), parts()));
    expect(await sheetsOf(pdf, /Before|Ard|Bay|After/g)).toEqual([
      ['upright', 'Before'],
      ['across', 'Ard', 'Bay'],
      ['upright', 'After'],
      ['upright'],
    ]);
    // One table each, and no picture without a description
    const roles = (await allStructs(pdf)).structs.map(({ role }) => role);
    expect(roles.filter((role) => role === 'Table' || role === 'Figure')).toEqual(['Table', 'Table']);
  });

  test('fills the sheet before a table across with the text after it', async () => {
    const texts = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'].map((name) => words(name, 80));
    const body = [...markdown(words('Before', 80)), across('Ard'), ...markdown(texts.join('\n\n'))];
    const pdf = await print(renderReport(story(body, { media: tables(1) }), parts()));
    const [first, second, third] = await sheetsOf(pdf, /Before|Ard|One|Two|Three|Four|Five|Six|Seven/g);
    expect(first?.slice(0, 5)).toEqual(['upright', 'Before', 'One', 'Two', 'Three']);
    expect(second).toEqual(['across', 'Ard']);
    expect([...(first ?? []), ...(third ?? [])].slice(1).filter((name) => name !== 'upright')).toEqual([
      ...['Before', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'],
    ]);
  });

  test('ends no sheet before a table across with a heading, nor with what leads on to the text after it', async () => {
    const rest = `${words('One', 200)}\n\n### Part\n\n${words('Two', 250)}\n\nThis follows:\n\n${words('Three', 300)}`;
    const body = [...markdown(`## Section\n\n${words('Before', 60)}`), across('Ard'), ...markdown(rest)];
    for (const length of [60, 120, 180, 240]) {
      const before = markdown(words('Begin', length));
      const pdf = await print(renderReport(story([...before, ...body], { media: tables(1) }), parts()));
      const sheets = await sheetsOf(pdf, /Ard|Part|Two|This follows|Three/g);
      for (const [, ...names] of sheets) expect(['Part', 'This follows']).not.toContain(names.at(-1));
      expect(sheets.flat()).toEqual(expect.arrayContaining(['Ard', 'Part', 'Two', 'This follows', 'Three']));
    }
  });

  test('keeps a table across in its section, unless that would leave most of a sheet empty', async () => {
    const order = async (before: number): Promise<string | undefined> => {
      const body = [
        ...markdown(`## First\n\n${words('Before', before)}`),
        across('Ard'),
        ...markdown(`## Second\n\n${words('After', 60)}\n\n${words('Later', 220)}\n\n## Third\n\nLast`),
      ];
      const pdf = await print(renderReport(story(body, { media: tables(1) }), parts()));
      return /(Second)?[^]*?Ard/.exec((await sheetsOf(pdf, /Second|Ard|Third/g)).flat().slice(1).join())?.[1];
    };
    expect(await order(300)).toBeUndefined();
    expect(await order(40)).toBe('Second');
  });

  test('passes no other table by with a table across, so that their numbers follow each other', async () => {
    const upright: TableFigureNode = { ...across('Bay'), landscape: false };
    const body = [...markdown('Before'), across('Ard'), upright, ...markdown(words('After', 500))];
    const pdf = await print(renderReport(story(body, { media: tables(2) }), parts()));
    expect((await sheetsOf(pdf, /Before|Ard|Bay/g)).flat().filter((name) => /^[BA]/.test(name))).toEqual([
      ...['Before', 'Ard', 'Bay'],
    ]);
  });

  test.each(['a4', 'letter'] as const)('gives the title a %s page of its own with `cover: true`', async (paper) => {
    const { frontMatter } = sampleParts().draft;
    const covered = sampleParts({ draft: draft({ ...frontMatter, paper, cover: true }) });
    const pdf = await print(renderReport(sampleStory({ kind: 'report' }), covered));
    const [first, second] = [await pageText(pdf, 1), await pageText(pdf, 2)];
    for (const words of ['Weekly count', 'in a day', 'What the group has claimed', '44', 'Field desk', 'Data as of'])
      expect(first).toContain(words);
    // What every page must say is said here too; heads and numbers begin after it
    expect(first).toContain('Draft · Illustrative data');
    expect(first).not.toMatch(/Page 1|What was claimed/);
    expect(second).toMatch(/^seven operations in a day: the most since August.*What was claimed/);
    expect(second).toContain(`Page 2 of ${pdf.numPages}`);
  });

  test('prints its pages after a cover at the size they have without one', async () => {
    const sizes = async (cover: boolean): Promise<number> => {
      const pdf = await print(renderReport(story(markdown('Words')), parts({ draft: draft({ cover }), fontFaces })));
      const { items } = await (await pdf.getPage(cover ? 2 : 1)).getTextContent();
      const words = items.find((item) => 'str' in item && item.str === 'Words');
      return words && 'height' in words ? words.height : 0;
    };
    expect(await sizes(true)).toBeCloseTo(await sizes(false), 3);
    expect(await sizes(true)).toBeGreaterThan(10);
  });

  test('shortens a running head that is too long for a line', async () => {
    const { value } = await renderReport(story([], { title: [text('word '.repeat(40).trim())] }), parts());
    expect(value.html).toContain('word…"');
    expect(value.print.title).toHaveLength(199);
  });
});

/** Each bookmark and its page, in order. */
async function headingPages(
  pdf: PDFDocumentProxy,
): Promise<readonly { readonly title: string; readonly page: number }[]> {
  const flat = (items: readonly Bookmark[]): readonly Bookmark[] =>
    items.flatMap((item) => [item, ...flat(item.items)]);
  return Promise.all(
    flat((await pdf.getOutline()) as readonly Bookmark[]).map(async ({ title, dest }) => {
      const [target] = dest;
      return { title, page: (await pdf.getPageIndex(target as Parameters<typeof pdf.getPageIndex>[0])) + 1 };
    }),
  );
}

/** Which way each sheet lies, and which of these names stand on it. */
async function sheetsOf(pdf: PDFDocumentProxy, names: RegExp): Promise<readonly (readonly string[])[]> {
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const [, , width = 0, height = 0] = (await pdf.getPage(index + 1)).view;
      return [width > height ? 'across' : 'upright', ...((await pageText(pdf, index + 1)).match(names) ?? [])];
    }),
  );
}

/** A paragraph of so many words. */
function words(name: string, count: number): string {
  return `${name} ${'word '.repeat(count)}`.trim();
}

function tables(count: number): Story['media'] {
  return Array.from({ length: count }, (_, index) => ({ ...storyMedia('table', '', ''), number: index + 1 }));
}

/** A table that lies across. */
function across(name: string): TableFigureNode {
  const children = markdown(`| Port | n |\n|---|---|\n| ${name} | 9 |`) as TableFigureNode['children'];
  return { type: 'tableFigure', name: undefined, nameSpan: SPAN, landscape: true, children, span: SPAN };
}

interface Line {
  readonly words: string;
  readonly isHeading: boolean;
  readonly width: number;
}

/** The lines of a page's text, without its margins. */
async function linesOf(pdf: PDFDocumentProxy, number: number): Promise<readonly Line[]> {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  const lines = new Map<number, Line>();
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const y = Math.round(item.transform[5] as number);
    if (y < 70 || y > 842 - 70) continue;
    const line = lines.get(y);
    const words = `${line?.words ?? ''}${item.str}`;
    lines.set(y, { words, isHeading: item.height > 11.5, width: (line?.width ?? 0) + item.width });
  }
  return [...lines.values()];
}

/** The pages on which these words are set as large as a heading. */
async function pagesWithHeading(pdf: PDFDocumentProxy, title: string): Promise<readonly number[]> {
  const pages: number[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    // A space has no height; one that does not break stands alone
    const isText = (height: number): boolean => height > 0 && height <= 11.5;
    const large = items.map((item) => {
      if (!('str' in item) || isText(item.height)) return '\n';
      return item.hasEOL ? `${item.str}\n` : item.str;
    });
    if (large.join('').split('\n').includes(title)) pages.push(page);
  }
  return pages;
}

interface Bookmark {
  readonly dest: readonly unknown[];
  readonly title: string;
  readonly items: readonly Bookmark[];
}

async function print(rendered: ReturnType<typeof renderReport>): Promise<PDFDocumentProxy> {
  const report = await rendered;
  expect(report.messages).toEqual([]);
  const printed = await printer.print(report.value);
  if (!printed.value) throw new Error(printed.messages.map(({ reason }) => reason).join());
  return getDocument({ data: printed.value, verbosity: 0 }).promise;
}

async function pageText(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
}

async function textOf(pdf: PDFDocumentProxy): Promise<string> {
  const pages = Array.from({ length: pdf.numPages }, (_, index) => pageText(pdf, index + 1));
  return (await Promise.all(pages)).join(' ');
}

interface Struct {
  readonly role: string;
  readonly alt?: string;
  readonly children?: readonly unknown[];
}

async function allStructs(pdf: PDFDocumentProxy): Promise<{ readonly structs: readonly Struct[] }> {
  const walk = (node: unknown): readonly Struct[] => {
    if (typeof node !== 'object' || node === null || !('role' in node)) return [];
    const children: unknown = 'children' in node ? node.children : [];
    return [node as Struct, ...(Array.isArray(children) ? children.flatMap(walk) : [])];
  };
  const structs: Struct[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1)
    structs.push(...walk(await (await pdf.getPage(page)).getStructTree()));
  return { structs };
}
