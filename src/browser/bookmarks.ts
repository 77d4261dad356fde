import type * as Library from '@cantoo/pdf-lib';
import type { PDFArray, PDFDict, PDFDocument } from '@cantoo/pdf-lib';

/** A heading of a page that was printed. */
export interface Heading {
  /** Empty where nothing leads to it. */
  readonly id: string;
  readonly words: string;
}

/** A heading with its bookmark, and where that leads: a page and a place on it. */
export interface Bookmark {
  readonly heading: Heading;
  readonly entry: PDFDict;
  readonly destination: PDFArray;
}

/**
 * Finds the bookmarks of a PDF's headings. A heading that the browser moved to the next page has its bookmark there, while
 * the destination of its id stays behind on the page before.
 *
 * @param headings In the order of the page.
 */
export function bookmarksOf(pdf: PDFDocument, headings: readonly Heading[], lib: typeof Library): Bookmark[] {
  const { PDFArray, PDFHexString, PDFName, PDFString } = lib;
  const names = headings.map(({ words }) => words.replace(/\s+/g, ' ').trim());
  let next = 0;
  return [...outline(pdf, lib)].flatMap((entry): Bookmark[] => {
    const written = entry.lookup(PDFName.of('Title'), PDFString, PDFHexString).decodeText();
    const destination = entry.lookupMaybe(PDFName.of('Dest'), PDFArray);
    const index = names.findIndex((name, at) => at >= next && isWritten(name, written));
    const heading = headings[index];
    if (!heading || !destination) return [];
    next = index + 1;
    return [{ heading: { id: heading.id, words: names[index] ?? '' }, entry, destination }];
  });
}

/**
 * Gives bookmarks the words of their headings, and leads the links to a heading where its bookmark leads. The browser writes
 * a heading twice that it moved to the next page (`WeekWeek`), and drops the space where a line of it ends.
 */
export function mendBookmarks(pdf: PDFDocument, headings: readonly Heading[], lib: typeof Library): void {
  const { PDFDict, PDFHexString, PDFName } = lib;
  const places = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const names = new Map(places?.keys().map((name) => [idOf(name.decodeText()), name]));
  for (const { heading, entry, destination } of bookmarksOf(pdf, headings, lib)) {
    entry.set(PDFName.of('Title'), PDFHexString.fromText(heading.words));
    const name = names.get(heading.id);
    if (name) places?.set(name, destination);
  }
}

/** The id that a destination is named after, as in a link's address. */
export function idOf(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The entries of the outline in the order in which a reader shows them. */
function* outline(pdf: PDFDocument, { PDFDict, PDFName }: typeof Library): Generator<PDFDict> {
  const open = [pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)?.lookupMaybe(PDFName.of('First'), PDFDict)];
  while (open.length > 0) {
    const entry = open.pop();
    if (!entry) continue;
    yield entry;
    open.push(entry.lookupMaybe(PDFName.of('Next'), PDFDict), entry.lookupMaybe(PDFName.of('First'), PDFDict));
  }
}

/** True when a bookmark says these words, once or more often, spaces aside. */
function isWritten(name: string, written: string): boolean {
  const [bare = '', whole = ''] = [name, written].map((text) => text.replace(/\s+/g, ''));
  if (bare === '' || whole.length % bare.length !== 0) return false;
  return whole !== '' && whole === bare.repeat(whole.length / bare.length);
}
