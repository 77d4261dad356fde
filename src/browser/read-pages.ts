import type { Pagination } from '../model/page.js';
import { loadPdf } from './finish-pdf.js';

/** Reads from a PDF on which page each place stands that a link of the document leads to. */
export async function readPages(bytes: Uint8Array): Promise<Pagination> {
  const pdf = await loadPdf(bytes);
  const { PDFArray, PDFDict, PDFName } = await import('@cantoo/pdf-lib');
  const numbers = new Map(pdf.getPages().map(({ ref }, index) => [ref.toString(), index + 1]));
  const places = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const pageOf = new Map<string, number>();
  for (const [name, place] of places?.entries() ?? []) {
    const target = pdf.context.lookupMaybe(place, PDFArray)?.get(0);
    const number = numbers.get(target?.toString() ?? '');
    if (number !== undefined) pageOf.set(decode(name.decodeText()), number);
  }
  return { count: numbers.size, pageOf };
}

/** A place has the name that stands in the link's address. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** True when everything stands on the same page in both. */
export function samePages(one: Pagination, other: Pagination): boolean {
  return (
    one.count === other.count &&
    one.pageOf.size === other.pageOf.size &&
    [...one.pageOf].every(([id, page]) => other.pageOf.get(id) === page)
  );
}
