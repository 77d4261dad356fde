import type * as Library from '@cantoo/pdf-lib';
import type { Pagination } from '../model/page.js';
import { bookmarksOf, idOf } from './bookmarks.js';
import { loadPdf, type Printed } from './finish-pdf.js';

/** Reads from a PDF on which page each place stands that a link of the document leads to. */
export async function readPages({ bytes, headings }: Printed): Promise<Pagination> {
  const pdf = await loadPdf(bytes);
  const lib = await import('@cantoo/pdf-lib');
  const { PDFArray, PDFDict, PDFName } = lib;
  const numbers = new Map(pdf.getPages().map(({ ref }, index) => [ref.toString(), index + 1]));
  const places = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const pageOf = new Map<string, number>();
  const put = (id: string, place: Library.PDFArray | undefined): void => {
    const number = numbers.get(place?.get(0).toString() ?? '');
    if (number !== undefined) pageOf.set(id, number);
  };
  for (const [name, place] of places?.entries() ?? [])
    put(idOf(name.decodeText()), pdf.context.lookupMaybe(place, PDFArray));
  for (const { heading, destination } of bookmarksOf(pdf, headings, lib)) if (heading.id) put(heading.id, destination);
  return { count: numbers.size, pageOf };
}

/** True when everything stands on the same page in both. */
export function samePages(one: Pagination, other: Pagination): boolean {
  return (
    one.count === other.count &&
    one.pageOf.size === other.pageOf.size &&
    [...one.pageOf].every(([id, page]) => other.pageOf.get(id) === page)
  );
}
