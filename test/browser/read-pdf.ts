import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Opens a PDF that was printed. */
export function openPdf(bytes: Uint8Array | undefined): Promise<PDFDocumentProxy> {
  if (!bytes) throw new Error('Nothing was printed');
  // The reader takes the bytes for itself
  return getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
}

/** A tag of a PDF. */
interface Tag {
  readonly role: string;
  readonly alt?: string;
  readonly children?: readonly { readonly role?: string }[];
}

/** The tags of a PDF, in the order in which they are read. */
export async function pdfTags(pdf: PDFDocumentProxy): Promise<readonly Tag[]> {
  const tags: Tag[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || !('role' in node)) return;
    tags.push(node as Tag);
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(walk);
  };
  for (let page = 1; page <= pdf.numPages; page += 1) walk(await (await pdf.getPage(page)).getStructTree());
  return tags;
}

/** The roles of a PDF's tags. */
export async function pdfRoles(pdf: PDFDocumentProxy): Promise<readonly string[]> {
  return (await pdfTags(pdf)).map(({ role }) => role);
}

/** The text of each page of a PDF. */
export async function pdfPages(bytes: Uint8Array | undefined): Promise<readonly string[]> {
  const pdf = await openPdf(bytes);
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
    }),
  );
}

/** The text of each page: what is an artifact, what has a tag, and what has neither. */
export async function markedText(
  bytes: Uint8Array | undefined,
): Promise<readonly Record<'artifact' | 'tagged' | 'bare', string>[]> {
  const pdf = await openPdf(bytes);
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent({ includeMarkedContent: true });
      const open: ('artifact' | 'tagged')[] = [];
      const found = { artifact: '', tagged: '', bare: '' };
      for (const item of items) {
        if ('str' in item) found[open.at(-1) ?? 'bare'] += item.str;
        else if (item.type === 'endMarkedContent') open.pop();
        else open.push('tag' in item && item.tag === 'Artifact' ? 'artifact' : 'tagged');
      }
      return found;
    }),
  );
}

/** How often a page paints what is made of points, and how often what is made of lines. */
export async function pdfPaint(pdf: PDFDocumentProxy, page: number): Promise<Record<'images' | 'paths', number>> {
  const { fnArray } = await (await pdf.getPage(page)).getOperatorList();
  const ofImages = Object.entries(OPS).flatMap(([name, id]) => (/^paint.*Image/.test(name) ? [id] : []));
  return {
    images: fnArray.filter((id) => ofImages.includes(id)).length,
    paths: fnArray.filter((id) => id === OPS.constructPath).length,
  };
}
