import type * as Library from '@cantoo/pdf-lib';
import type { PDFArray, PDFDict, PDFDocument, PDFRef } from '@cantoo/pdf-lib';

/** Gives the items of lists their bodies (ISO 32000-1, 14.8.4.3.3), which the browser leaves out. */
export function mendLists(pdf: PDFDocument, lib: typeof Library): void {
  const { PDFArray, PDFDict, PDFName } = lib;
  const { context } = pdf;
  const [kind, kids, parent, page] = ['S', 'K', 'P', 'Pg'].map((name) => PDFName.of(name)) as [Name, Name, Name, Name];
  const bodies = new Map<string, PDFRef>();
  for (const [ref, item] of context.enumerateIndirectObjects()) {
    if (!(item instanceof PDFDict) || item.get(kind) !== PDFName.of('LI')) continue;
    const held = item.lookup(kids);
    const inside = held instanceof PDFArray ? held.asArray() : [item.get(kids)].flatMap((one) => one ?? []);
    const elements = inside.flatMap((one) => {
      const element = context.lookup(one);
      return element instanceof PDFDict && element.has(kind) ? [element] : [];
    });
    if (inside.length === 0 || elements.some((one) => one.get(kind) === PDFName.of('LBody'))) continue;
    const body = context.obj({ Type: 'StructElem', S: 'LBody', P: ref, K: inside });
    const sheet = item.get(page);
    if (sheet) body.set(page, sheet);
    const made = context.register(body);
    for (const element of elements) element.set(parent, made);
    item.set(kids, context.obj([made]));
    bodies.set(ref.toString(), made);
  }
  if (bodies.size > 0) for (const owners of ownersOf(pdf, lib)) replace(owners, bodies);
}

type Name = Library.PDFName;

/** What the pages' marks belong to: a list for each page. */
function* ownersOf(pdf: PDFDocument, { PDFArray, PDFDict, PDFName }: typeof Library): Generator<PDFArray> {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const open: (PDFDict | undefined)[] = [root?.lookupMaybe(PDFName.of('ParentTree'), PDFDict)];
  while (open.length > 0) {
    const node = open.pop();
    const numbers = node?.lookupMaybe(PDFName.of('Nums'), PDFArray);
    for (let index = 1; index < (numbers?.size() ?? 0); index += 2) {
      const owners = numbers?.lookup(index);
      if (owners instanceof PDFArray) yield owners;
    }
    const children = node?.lookupMaybe(PDFName.of('Kids'), PDFArray);
    for (let index = 0; index < (children?.size() ?? 0); index += 1) open.push(children?.lookupMaybe(index, PDFDict));
  }
}

function replace(owners: PDFArray, bodies: ReadonlyMap<string, PDFRef>): void {
  for (const [index, owner] of owners.asArray().entries()) {
    const body = bodies.get(owner.toString());
    if (body) owners.set(index, body);
  }
}
