import type * as Library from '@cantoo/pdf-lib';
import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { idOf } from './bookmarks.js';

/** A link of a page that was printed. */
export interface PageLink {
  /** An address, or `#` and an id. */
  readonly target: string;
  /** What it says, for those who do not see it. */
  readonly words: string;
}

/** Says of each link of a PDF what it says on its page; the browser leaves that out (ISO 14289-1, 7.18.5). */
export function describeLinks(pdf: PDFDocument, links: readonly PageLink[], lib: typeof Library): void {
  const { PDFArray, PDFDict, PDFHexString, PDFName } = lib;
  const wordsOf = new Map<string, string>();
  for (const { target, words } of links) {
    const plain = words.replace(/\s+/g, ' ').trim();
    if (plain !== '' && !wordsOf.has(idOf(target))) wordsOf.set(idOf(target), plain);
  }
  for (const page of pdf.getPages()) {
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const annotation = annotations?.lookupMaybe(index, PDFDict);
      if (annotation?.get(PDFName.of('Subtype')) !== PDFName.of('Link')) continue;
      const target = targetOf(annotation, lib);
      const words = wordsOf.get(target) ?? target;
      if (words !== '') annotation.set(PDFName.of('Contents'), PDFHexString.fromText(words));
    }
  }
}

function targetOf(annotation: PDFDict, { PDFDict, PDFHexString, PDFName, PDFString }: typeof Library): string {
  const place = annotation.lookup(PDFName.of('Dest'));
  if (place instanceof PDFName) return `#${idOf(place.decodeText())}`;
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict);
  const address = action?.lookup(PDFName.of('URI'));
  return address instanceof PDFString || address instanceof PDFHexString ? idOf(address.decodeText()) : '';
}
