import type * as Library from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Pagination } from '../model/page.js';
import { bookmarksOf, idOf } from './bookmarks.js';
import { loadPdf, type Printed } from './finish-pdf.js';

/** Reads from a PDF on which page each place stands that a link of the document leads to. */
export async function readPages({ bytes, headings }: Printed): Promise<Pagination> {
  const { pdf, lib, places, pageAt } = await openPlaces(bytes);
  const pageOf = new Map<string, number>();
  const put = (id: string, place: Library.PDFArray): void => {
    const number = pageAt(place);
    if (number !== undefined) pageOf.set(id, number);
  };
  for (const [id, place] of places) put(id, place);
  for (const { heading, destination } of bookmarksOf(pdf, headings, lib)) if (heading.id) put(heading.id, destination);
  return { count: pdf.getPageCount(), pageOf };
}

/** Where a place came to stand. */
export interface PrintedPlace {
  /** From 1. */
  readonly page: number;
  /** How far below the head of the text it is, as a part of the sheet's height. */
  readonly down: number;
}

/** Reads from a PDF where each id stands that a link of the document leads to. */
export async function readPlaces(bytes: Uint8Array): Promise<ReadonlyMap<string, PrintedPlace>> {
  const { pdf, lib, places, pageAt } = await openPlaces(bytes);
  const found = new Map<string, PrintedPlace>();
  for (const [id, place] of places) {
    const page = pageAt(place);
    const height = page === undefined ? undefined : pdf.getPage(page - 1).getHeight();
    const top = place.lookupMaybe(UP, lib.PDFNumber)?.asNumber();
    if (page !== undefined && height !== undefined && top !== undefined)
      found.set(id, { page, down: 1 - top / height });
  }
  return found;
}

/** In a destination: page, kind, across, up. */
const UP = 3;

interface Places {
  readonly pdf: PDFDocument;
  readonly lib: typeof Library;
  readonly places: readonly (readonly [id: string, place: Library.PDFArray])[];
  readonly pageAt: (place: Library.PDFArray) => number | undefined;
}

async function openPlaces(bytes: Uint8Array): Promise<Places> {
  const pdf = await loadPdf(bytes);
  const lib = await import('@cantoo/pdf-lib');
  const { PDFArray, PDFDict, PDFName } = lib;
  const numbers = new Map(pdf.getPages().map(({ ref }, index) => [ref.toString(), index + 1]));
  const named = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.entries() ?? [];
  const places = named.flatMap(([name, value]) => {
    const place = pdf.context.lookupMaybe(value, PDFArray);
    return place ? [[idOf(name.decodeText()), place] as const] : [];
  });
  return { pdf, lib, places, pageAt: (place) => numbers.get(place.get(0).toString()) };
}

/** True when everything stands on the same page in both. */
export function samePages(one: Pagination, other: Pagination): boolean {
  return (
    one.count === other.count &&
    one.pageOf.size === other.pageOf.size &&
    [...one.pageOf].every(([id, page]) => other.pageOf.get(id) === page)
  );
}
