import type * as Library from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Attachment } from '../model/page.js';

/** Puts files into a PDF as its attachments (ISO 32000-2, 7.11.4 and 14.13), with the report's day in place of their own. */
export async function attachFiles(
  pdf: PDFDocument,
  { attachments, day }: { readonly attachments: readonly Attachment[]; readonly day: Date },
  lib: typeof Library,
): Promise<void> {
  const { AFRelationship, PDFArray, PDFDict, PDFHexString, PDFName } = lib;
  for (const { name, content, type, description, relation } of attachments) {
    const afRelationship = relation === 'data' ? AFRelationship.Data : AFRelationship.Source;
    const options = { mimeType: type, description, creationDate: day, modificationDate: day, afRelationship };
    await pdf.attach(content, name, options);
  }
  await pdf.flush();
  const files = pdf.catalog.lookupMaybe(PDFName.of('AF'), PDFArray);
  for (const [index, { name }] of attachments.entries()) {
    // The library writes this older name byte by byte, which holds no letters but those of English
    files?.lookup(index, PDFDict).set(PDFName.of('F'), PDFHexString.fromText(name));
  }
}
