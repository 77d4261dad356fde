import { crc32, deflateRawSync } from 'node:zlib';

/**
 * A workbook with one sheet `Data & more`, before a sheet `Empty`; rows are the XML within `<sheetData>`.
 *
 * @param change Changes its files, by their names.
 */
export function workbookFile(
  rows: string,
  more = '',
  change: (files: Record<string, string>) => Record<string, string> = (files) => files,
): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const sheet = (content: string, after = ''): string =>
    `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${content}</sheetData>${after}</worksheet>`;
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Data &amp; more" sheetId="1" r:id="rId1"/><sheet name="Empty" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'worksheet', 'worksheets/sheet2.xml')}${relation(3, 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/><xf numFmtId="22" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet(rows, more),
    'xl/worksheets/sheet2.xml': sheet(''),
  };
  return zip(change(files));
}

/** Rows of cells: text, numbers, booleans and raw XML after the address, as in `{ raw: 't="e"><v>#N/A</v>' }`. */
export function sheetRows(
  rows: readonly (readonly (string | number | boolean | null | { readonly raw: string })[])[],
): string {
  return rows
    .map((cells, row) => {
      const written = cells.map((cell, column) => {
        const at = `<c r="${String.fromCharCode(65 + column)}${row + 1}" `;
        if (cell === null) return '';
        if (typeof cell === 'object') return `${at}${cell.raw}</c>`;
        if (typeof cell === 'number') return `${at}><v>${cell}</v></c>`;
        if (typeof cell === 'boolean') return `${at}t="b"><v>${cell ? 1 : 0}</v></c>`;
        const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        return `${at}t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
      });
      return `<row r="${row + 1}">${written.join('')}</row>`;
    })
    .join('');
}

function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, Buffer.from(name), packed]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(offset, 10);
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, end, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(list.length, 8);
  end.writeUInt16LE(list.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
