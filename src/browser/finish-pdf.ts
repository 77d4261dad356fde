import { createHash } from 'node:crypto';
import type * as Library from '@cantoo/pdf-lib';
import type { PDFDict, PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import type { PrintOptions, Report } from '../model/page.js';
import { attachFiles } from './attach-files.js';
import { mendBookmarks, type Heading } from './bookmarks.js';
import { describeLinks, type PageLink } from './describe-links.js';
import { markArtifacts } from './mark-artifacts.js';
import { mendLists } from './mend-lists.js';
import { xmpPacket } from './xmp-packet.js';

/** What a browser printed, and its headings and links in their order. */
export interface Printed {
  readonly bytes: Uint8Array;
  readonly headings: readonly Heading[];
  readonly links: readonly PageLink[];
}

/**
 * Finishes a PDF that a browser printed: what it is about, and nothing of the moment or the page it was printed on,
 * so that the same page gives the same bytes.
 */
export async function finishPdf(
  { bytes, headings, links }: Printed,
  { print, attachments = [] }: Pick<Report, 'print' | 'attachments'>,
): Promise<Uint8Array> {
  const pdf = await loadPdf(bytes);
  const lib = await import('@cantoo/pdf-lib');
  const { context, catalog } = pdf;
  describe(pdf, print);
  const packet = context.stream(new TextEncoder().encode(xmpPacket(print)), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(lib.PDFName.of('Metadata'), context.register(packet));
  nameRoles(pdf, lib);
  markArtifacts(pdf, lib);
  mendBookmarks(pdf, headings, lib);
  describeLinks(pdf, links, lib);
  mendLists(pdf, lib);
  renumberIds(pdf, lib);
  await attachFiles(pdf, { attachments, day: dayOf(print) }, lib);
  const placeholder = lib.PDFHexString.of(PLACEHOLDER);
  context.trailerInfo.ID = context.obj([placeholder, placeholder]);
  return withId(await pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false }));
}

/** Reads a PDF as it is. */
export async function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  const { PDFDocument, ParseSpeeds } = await import('@cantoo/pdf-lib');
  return PDFDocument.load(bytes, {
    updateMetadata: false,
    throwOnInvalidObject: true,
    parseSpeed: ParseSpeeds.Fastest,
  });
}

function dayOf({ date }: PrintOptions): Date {
  return new Date(`${date}T00:00:00Z`);
}

function describe(pdf: PDFDocument, print: PrintOptions): void {
  const { title, lang, authors, subject, keywords, tool } = print;
  const day = dayOf(print);
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage(lang);
  if (authors.length > 0) pdf.setAuthor(authors.join(', '));
  if (subject) pdf.setSubject(subject);
  if (keywords.length > 0) pdf.setKeywords([keywords.join(', ')]);
  pdf.setCreator(tool);
  pdf.setCreationDate(day);
  pdf.setModificationDate(day);
}

/** Says what the tags are that browsers write and older readers do not know. */
function nameRoles(pdf: PDFDocument, { PDFDict, PDFName }: typeof Library): void {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (root && !root.has(PDFName.of('RoleMap')))
    root.set(PDFName.of('RoleMap'), pdf.context.obj({ Em: 'Span', Strong: 'Span' }));
}

/** A browser counts the elements of all pages it ever opened: `node00000891`. Here the count begins anew. */
function renumberIds(pdf: PDFDocument, { PDFArray, PDFDict, PDFRawStream, PDFString }: typeof Library): void {
  const found = new Map<string, ((id: PDFObject) => void)[]>();
  const take = (value: PDFObject, replace: (id: PDFObject) => void): void => {
    if (value instanceof PDFString && NODE_ID.test(value.asString())) {
      const places = found.get(value.asString());
      if (places) places.push(replace);
      else found.set(value.asString(), [replace]);
    } else walk(value);
  };
  const walkDict = (dict: PDFDict): void => {
    for (const [key, value] of dict.entries()) {
      take(value, (id) => {
        dict.set(key, id);
      });
    }
  };
  const walk = (object: PDFObject): void => {
    if (object instanceof PDFRawStream) walkDict(object.dict);
    else if (object instanceof PDFDict) walkDict(object);
    else if (object instanceof PDFArray) {
      for (const [index, value] of object.asArray().entries()) {
        take(value, (id) => {
          object.set(index, id);
        });
      }
    }
  };
  for (const [, object] of pdf.context.enumerateIndirectObjects()) walk(object);
  // In their old order, in which a table of ids must stand
  for (const [index, id] of [...found.keys()].sort().entries()) {
    const fresh = PDFString.of(`node${String(index + 1).padStart(8, '0')}`);
    for (const replace of found.get(id) ?? []) replace(fresh);
  }
}

const NODE_ID = /^node\d{8}$/;

/** Stands in the file while its id, the hash of all the rest, is not known. */
const PLACEHOLDER = '00112233445566778899aabbccddeeff';

function withId(bytes: Uint8Array): Uint8Array {
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, PLACEHOLDER.length);
  const file = Buffer.from(bytes);
  const written = `<${PLACEHOLDER}>`;
  for (let at = file.indexOf(written); at >= 0; at = file.indexOf(written, at)) file.write(id, at + 1, 'latin1');
  return new Uint8Array(file);
}
