import type * as Library from '@cantoo/pdf-lib';
import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib';

/**
 * Gives the bookmarks of a PDF the words of their headings. The browser writes a heading twice that it moved to the next
 * page (`WeekWeek`), and drops the space where a line of it ends.
 *
 * @param headings The words of all headings, in the order of the page.
 */
export function nameBookmarks(pdf: PDFDocument, headings: readonly string[], lib: typeof Library): void {
  const names = headings.map((words) => words.replace(/\s+/g, ' ').trim());
  let next = 0;
  for (const bookmark of bookmarksOf(pdf, lib)) {
    const written = bookmark.lookup(lib.PDFName.of('Title'), lib.PDFString, lib.PDFHexString).decodeText();
    const found = names.findIndex((name, index) => index >= next && isWritten(name, written));
    const name = names[found];
    if (name === undefined) continue;
    bookmark.set(lib.PDFName.of('Title'), lib.PDFHexString.fromText(name));
    next = found + 1;
  }
}

/** The bookmarks in the order in which a reader shows them. */
function* bookmarksOf(pdf: PDFDocument, { PDFDict, PDFName }: typeof Library): Generator<PDFDict> {
  const open = [pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)?.lookupMaybe(PDFName.of('First'), PDFDict)];
  while (open.length > 0) {
    const bookmark = open.pop();
    if (!bookmark) continue;
    yield bookmark;
    open.push(bookmark.lookupMaybe(PDFName.of('Next'), PDFDict), bookmark.lookupMaybe(PDFName.of('First'), PDFDict));
  }
}

/** True when a bookmark says these words, once or more often, spaces aside. */
function isWritten(name: string, written: string): boolean {
  const [bare, whole] = [name, written].map((text) => text.replace(/\s+/g, ''));
  if (!bare || !whole || whole.length % bare.length !== 0) return false;
  return whole === bare.repeat(whole.length / bare.length);
}
