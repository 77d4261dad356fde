import type * as Library from '@cantoo/pdf-lib';
import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { withArtifacts } from './with-artifacts.js';

/**
 * Marks what pages show besides their content, like page numbers and rules, as artifacts: a reader that speaks passes it
 * over. The browser gives it no mark at all.
 */
export function markArtifacts(pdf: PDFDocument, lib: typeof Library): void {
  const { PDFName, PDFRawStream, PDFRef, decodePDFRawStream } = lib;
  for (const page of pdf.getPages()) {
    const ref = page.node.get(PDFName.of('Contents'));
    const stream = page.node.Contents();
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
    const marked = withArtifacts(content, formsOf(page, lib));
    pdf.context.assign(ref, pdf.context.flateStream(Buffer.from(marked, 'latin1')));
  }
}

/** The names of the drawings that a page's content can call, which may hold content of their own. */
function formsOf(page: PDFPage, { PDFDict, PDFName, PDFStream }: typeof Library): ReadonlySet<string> {
  const objects = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  const isForm = (name: Library.PDFName): boolean =>
    objects?.lookupMaybe(name, PDFStream)?.dict.get(PDFName.of('Subtype')) === PDFName.of('Form');
  return new Set((objects?.keys() ?? []).filter(isForm).map((name) => name.asString()));
}
