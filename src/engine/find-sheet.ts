import { posix } from 'node:path';

/** A sheet of a workbook as it is written: XML. */
export interface SheetXml {
  readonly name: string;
  readonly xml: string;
}

/** Finds a sheet by its name, or the first that is not hidden; `names` when there is none of it. */
export function findSheet(
  files: ReadonlyMap<string, string>,
  wanted: string | undefined,
): SheetXml | { readonly names: readonly string[] } {
  const sheets = elements(files.get('xl/workbook.xml') ?? '', 'sheet');
  const relations = elements(files.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship');
  const relationOf = ({ id }: (typeof sheets)[number]) => relations.find(({ Id }) => Id === id);
  // A sheet of nothing but a chart is none with cells
  const isTable = (sheet: (typeof sheets)[number]): boolean => !/\/chartsheet$/.test(relationOf(sheet)?.['Type'] ?? '');
  const first = sheets.find((sheet) => (sheet['state'] ?? 'visible') === 'visible' && isTable(sheet));
  const sheet = wanted === undefined ? first : sheets.find(({ name }) => name === wanted);
  const names = sheets.filter(isTable).map(({ name = '' }) => name);
  if (!sheet) return { names };
  const target = relationOf(sheet)?.['Target'] ?? '';
  const path = target.startsWith('/') ? target.slice(1) : posix.join('xl', target);
  const xml = files.get(path);
  return xml === undefined ? { names } : { name: sheet['name'] ?? '', xml };
}

/** The attributes of every element of a name, without the prefixes of names. */
export function elements(xml: string, name: string): readonly Readonly<Record<string, string>>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b([^>]*)>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key = '', double, single]) => [
        key.replace(/^\w+:/, ''),
        unescape(double ?? single ?? ''),
      ]),
    ),
  );
}

function unescape(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return named[name ?? ''] ?? whole;
  });
}
