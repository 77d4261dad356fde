import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import type { DataProblem } from './data-problem.js';
import { elements, findSheet } from './find-sheet.js';
import { readZip } from './read-zip.js';
import { typeColumns, type SheetTable } from './type-columns.js';

export interface WorkbookParams {
  readonly path: string;
  /** As the draft writes it. */
  readonly file: string;
  readonly sheet: string | undefined;
}

/** Reads one sheet of an XLSX workbook as a table: names in its first row, a value in each cell, nothing forgiven. */
export async function readWorkbook({ path, file, sheet: wanted }: WorkbookParams): Promise<SheetTable | DataProblem> {
  const problem = (reason: string, note?: string): DataProblem => ({ rule: 'data-unreadable', reason, note });
  let files: ReadonlyMap<string, string>;
  try {
    files = readZip(await readFile(path), (name) => /\.(?:xml|rels)$/.test(name));
  } catch {
    return problem(`The data file \`${file}\` cannot be read as XLSX`, 'If it opens elsewhere, save the sheet as CSV');
  }
  const sheet = findSheet(files, wanted);
  if (!('xml' in sheet)) {
    const names = sheet.names.map((name) => `\`${name}\``).join(', ');
    return wanted === undefined || names === ''
      ? problem(`The data file \`${file}\` cannot be read as XLSX`, 'If it opens elsewhere, save the sheet as CSV')
      : problem(`\`${file}\` has no sheet \`${wanted}\``, `Its sheets are ${names}`);
  }
  const where = `of the sheet \`${sheet.name}\` in \`${file}\``;
  const bad = checkCells(sheet.xml, where);
  if (bad) return problem(...bad);
  try {
    const rows = await readSheet(path, sheet.name, { trim: false });
    const table = typeColumns(rows, where);
    return 'columns' in table ? table : problem(table.reason, table.note);
  } catch {
    return problem(`The sheet \`${sheet.name}\` in \`${file}\` cannot be read`, 'Save the sheet as CSV');
  }
}

/** What the reader would take for empty cells: errors, formulas that were never computed, merged cells. */
function checkCells(xml: string, where: string): [reason: string, note: string] | undefined {
  const merged = elements(xml, 'mergeCell')[0]?.['ref'];
  if (merged !== undefined) {
    return [`The cells ${merged} ${where} are merged, expected a value in each`, 'Split them, or save a plain sheet'];
  }
  for (const [, attributes = '', content = ''] of xml.matchAll(/<(?:\w+:)?c\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs)) {
    const { r = '', t } = elements(`<c ${attributes}>`, 'c')[0] ?? {};
    const value = /<(?:\w+:)?v\b[^>]*>([^<]*)</.exec(content)?.[1];
    if (t === 'e') return [`The cell ${r} ${where} holds the error \`${value ?? ''}\``, 'Correct or empty it'];
    if (value === undefined && /<(?:\w+:)?f\b/.test(content)) {
      return [`The formula in the cell ${r} ${where} has no value`, 'Open the workbook, let it compute and save it'];
    }
  }
  return undefined;
}
