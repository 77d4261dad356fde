import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPrinter, type Printer } from '../../src/browser/open-printer.js';
import { PRINT } from './print-options.js';
import { markedText, openPdf, pdfRoles, pdfTags } from './read-pdf.js';

const BODY = `<h1 id="a">Title</h1><p>Words with <em>stress</em> and <strong>force</strong>, <a href="#b">on</a>.</p>
<h2 id="b">Numbers</h2><figure role="figure" aria-label="Two bars"><svg aria-hidden="true" width="40" height="20"><text y="9">axis</text></svg>
<figcaption>Bars</figcaption></figure>
<table><thead><tr><th scope="col">Place</th><th scope="col">n</th></tr></thead><tbody><tr><td>Kunar</td><td>9</td></tr></tbody></table>`;
const REPORT = { html: page(BODY), print: PRINT };

let printer: Printer;
beforeAll(() => {
  printer = openPrinter();
});
afterAll(async () => {
  await printer[Symbol.asyncDispose]();
});

describe('a finished PDF', { timeout: 60_000 }, () => {
  test('has the same bytes each time: in another browser, and after other pages', async () => {
    const first = await bytesOf(REPORT);
    await printer.print({ ...REPORT, html: page(`${BODY}<p>${'<b>x</b> '.repeat(500)}`) });
    const later = await bytesOf(REPORT);
    await using other = openPrinter();
    const elsewhere = (await other.print(REPORT)).value;
    expect(later.equals(first)).toBe(true);
    expect(first.equals(elsewhere ?? new Uint8Array())).toBe(true);
  });

  test('says what it is about, and only the draft’s day', async () => {
    const pdf = await openPdf(await bytesOf(REPORT));
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: 'T',
      Author: 'Ann Author, Ben <Writer> & Co',
      Subject: 'What it is about',
      Keywords: 'one, two words',
      Language: 'en',
      Creator: 'Threadwright 0.1.0',
      CreationDate: 'D:20260924000000Z',
      ModDate: 'D:20260924000000Z',
    });
    const xmp = (name: string): unknown => (metadata as { get: (name: string) => unknown }).get(name);
    expect(xmp('dc:title')).toBe('T');
    expect(xmp('dc:creator')).toEqual(['Ann Author', 'Ben <Writer> & Co']);
    expect(xmp('dc:description')).toBe('What it is about');
    expect(xmp('dc:subject')).toEqual(['one', 'two words']);
    expect(xmp('pdf:keywords')).toBe('one, two words');
    expect(xmp('xmp:createdate')).toBe('2026-09-24T00:00:00Z');
  });

  test('passes over what stands in the margins, and rules: artifacts to a reader that speaks', async () => {
    const sheet = `<style>@page { margin: 20mm; @top-left { content: 'Head' } @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages) } }
hr { border: 0; border-top: 2px solid red } h2 { break-before: page }</style>`;
    const bytes = await bytesOf({ ...REPORT, html: page(`${sheet}<hr>${BODY}<hr>`) });
    expect((await markedText(bytes)).map(({ artifact, tagged, bare }) => [artifact, tagged.length > 20, bare])).toEqual(
      [
        ['HeadPage 1 of 2', true, ''],
        // With what the page hides from readers that speak
        ['HeadPage 2 of 2axis', true, ''],
      ],
    );
    const tree = JSON.stringify(await (await (await openPdf(bytes)).getPage(1)).getStructTree());
    expect(tree).not.toContain('Artifact');
  });

  test('leaves what is drawn apart, like half-transparent text, with its tags', async () => {
    const half = '<div style="opacity: .5"><p>Half seen</p></div><p style="mix-blend-mode: multiply">Mixed</p>';
    const [found] = await markedText(await bytesOf({ ...REPORT, html: page(half) }));
    expect(found?.artifact).toBe('');
    expect(found?.tagged).toContain('Half seen');
    expect(found?.tagged).toContain('Mixed');
  });

  test('says of each link what it says, or where it leads', async () => {
    const links = `<p id="n">Notes</p><p><a href="#b" aria-label="Back to reference 1">↑</a> <a href="#n" aria-describedby="n">1</a>
<a href="https://example.org">The
 archive</a> <a href="https://example.org/x"><svg width="9" height="9"><rect width="9" height="9"/></svg></a></p><h2 id="b">B</h2>`;
    const pdf = await openPdf(await bytesOf({ ...REPORT, html: page(links) }));
    const found = (await (await pdf.getPage(1)).getAnnotations()) as { contentsObj: { str: string } }[];
    expect([...new Set(found.map(({ contentsObj }) => contentsObj.str))]).toEqual([
      ...['Back to reference 1', 'Notes 1', 'The archive', 'https://example.org/x'],
    ]);
  });

  test('has lists whose items have bodies, with all that was in them', async () => {
    const list = '<ul><li>One <b>bold</b></li><li><p>Two</p><ol><li>Inner</li></ol></li></ul><p>After</p>';
    const pdf = await openPdf(await bytesOf({ ...REPORT, html: page(list) }));
    const items = (await pdfTags(pdf)).filter(({ role }) => role === 'LI');
    expect(items).toHaveLength(3);
    for (const { children = [] } of items) expect(children.map(({ role }) => role)).toEqual(['LBody']);
    const roles = await pdfRoles(pdf);
    expect(roles.filter((role) => role === 'LBody')).toHaveLength(3);
    // The reader finds each text by its page's list of owners too
    expect((await markedText(await bytesOf({ ...REPORT, html: page(list) })))[0]?.tagged).toMatch(
      /One bold.*Two.*Inner.*After/,
    );
  });

  test('has an id made of its bytes', async () => {
    const [one, again, two] = [
      await openPdf(await bytesOf(REPORT)),
      await openPdf(await bytesOf(REPORT)),
      await openPdf(await bytesOf({ ...REPORT, html: page('<p>Others') })),
    ].map(({ fingerprints }) => fingerprints);
    expect(one?.[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(again).toEqual(one);
    expect(two).not.toEqual(one);
  });

  test('keeps its tags, its bookmarks, its links and its fonts', async () => {
    const pdf = await openPdf(await bytesOf(REPORT));
    const roles = await pdfRoles(pdf);
    expect(roles).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Table', 'TH', 'TD', 'Figure', 'Link']));
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(await pdf.getOutline()).toMatchObject([{ title: 'Title', items: [{ title: 'Numbers' }] }]);
    expect(Object.keys((await pdf.getDestinations()) as object)).toEqual(['b']);
    expect(await (await pdf.getPage(1)).getAnnotations()).toMatchObject([{ subtype: 'Link', dest: 'b' }]);
  });
});

async function bytesOf(report: typeof REPORT): Promise<Buffer> {
  const { value, messages } = await printer.print(report);
  expect(messages).toEqual([]);
  return Buffer.from(value ?? []);
}

function page(body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>T</title>${body}`;
}
