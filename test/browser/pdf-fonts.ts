import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib';

/** A font in a PDF. */
export interface PdfFont {
  /** E.g. `AAAAAA+SourceSans3-Regular`, of which the letters before the sign tell that it is a part of the font. */
  readonly name: string;
  /** E.g. `CIDFontType2`: TrueType outlines. */
  readonly type: string;
  /** The font's program; empty where the font is not in the file. */
  readonly program: Uint8Array;
}

/** The fonts of a PDF, each as often as it is there. */
export async function pdfFonts(bytes: Uint8Array): Promise<readonly PdfFont[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const all = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  const fonts = all.filter(
    (object) => object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font'),
  );
  return fonts.flatMap((font) => {
    if (!(font instanceof PDFDict)) return [];
    // A composite font is described by its descendant
    const inner = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
    if (inner) return [];
    const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
    const program = ['FontFile', 'FontFile2', 'FontFile3'].flatMap(
      (name) => descriptor?.lookup(PDFName.of(name)) ?? [],
    );
    return [
      {
        name: font.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? '',
        type: font.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText() ?? '',
        program: program[0] instanceof PDFRawStream ? decodePDFRawStream(program[0]).decode() : new Uint8Array(),
      },
    ];
  });
}
