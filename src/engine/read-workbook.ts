import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import type { DataProblem } from './data-problem.js';
import { elements, findSheet } from './find-sheet.js';
import { ArchiveTooLarge, readZip } from './read-zip.js';
import { columnNumber, typeColumns, type SheetTable } from './type-columns.js';

interface WorkbookFile {
  readonly path: string;
  /** As the draft writes it. */
  readonly file: string;
  readonly sheet: string | undefined;
}

/** A sheet is a rectangle in memory, however few of its cells hold anything. */
const MOST_CELLS = 10_000_000;

/** Reads one sheet of an XLSX workbook as a table: names in its first row, a value in each cell, nothing forgiven. */
export async function readWorkbook({ path, file, sheet: wanted }: WorkbookFile): Promise<SheetTable | DataProblem> {
  const problem = (reason: string, note?: string): DataProblem => ({ rule: 'data-unreadable', reason, note });
  const unreadable = `The data file \`${file}\` cannot be read as XLSX`;
  let files: ReadonlyMap<string, string>;
  const archive = await readFile(path);
  if (archive.toString('hex', 0, 4) === COMPOUND_FILE) {
    const reason = `The data file \`${file}\` has a password, or is a workbook of the old kind, expected XLSX`;
    return problem(reason, 'Save it as XLSX without a password');
  }
  try {
    files = readZip(archive, (name) => /\.(?:xml|rels)$/.test(name));
  } catch (error) {
    return error instanceof ArchiveTooLarge
      ? problem(`The data file \`${file}\` unpacks to more than ${error.megabytes} MB`, 'Save the sheet as CSV')
      : problem(unreadable, 'If it opens elsewhere, save the sheet as CSV');
  }
  const sheet = findSheet(files, wanted);
  if (!('xml' in sheet)) {
    const names = sheet.names.map((name) => `\`${name}\``).join(', ');
    return wanted === undefined || names === ''
      ? problem(unreadable, 'If it opens elsewhere, save the sheet as CSV')
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

/** What files begin with that are encrypted, or in the format before XLSX. */
const COMPOUND_FILE = 'd0cf11e0';

/** What the reader would take for empty cells: errors, formulas that were never computed, merged cells. */
function checkCells(xml: string, where: string): [reason: string, note: string] | undefined {
  const merged = elements(xml, 'mergeCell')[0]?.['ref'];
  if (merged !== undefined) {
    return [`The cells ${merged} ${where} are merged, expected a value in each`, 'Split them, or save a plain sheet'];
  }
  let width = 0;
  let height = 0;
  for (const [, attributes = '', content = ''] of xml.matchAll(/<(?:\w+:)?c\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs)) {
    const { r = '', t } = elements(`<c ${attributes}>`, 'c')[0] ?? {};
    const value = /<(?:\w+:)?v\b[^>]*>([^<]*)</.exec(content)?.[1];
    if (t === 'e') return [`The cell ${r} ${where} holds the error \`${value ?? ''}\``, 'Correct or empty it'];
    if (value === undefined && /<(?:\w+:)?f\b/.test(content)) {
      return [`The formula in the cell ${r} ${where} has no value`, 'Open the workbook, let it compute and save it'];
    }
    width = Math.max(width, columnNumber(r));
    height = Math.max(height, Number(/\d+$/.exec(r)?.[0] ?? 0));
    if (width * height <= MOST_CELLS) continue;
    const most = MOST_CELLS.toLocaleString('en-GB');
    return [
      `The cells ${where} reach to ${r}, expected at most ${most} cells in all`,
      'Delete what stands far out, or save the sheet as CSV',
    ];
  }
  return undefined;
}
