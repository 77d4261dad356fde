import { compareColumns } from './compare-columns.js';
import { isDataProblem, type DataProblem } from './data-problem.js';
import { readWorkbook } from './read-workbook.js';
import { mergeSheets, type SheetTable } from './type-columns.js';

export interface WorkbookParams {
  /** Each file's path, and how the draft writes it. */
  readonly files: readonly (readonly [path: string, written: string])[];
  /** The sheet of every one; `undefined` is the first that is not hidden. */
  readonly sheet: string | undefined;
}

/** Reads one sheet of each workbook as one table; all must have the same columns, in any order. */
export async function readWorkbooks({ files, sheet }: WorkbookParams): Promise<SheetTable | DataProblem> {
  const tables: SheetTable[] = [];
  const [first] = files;
  for (const [path, file] of files) {
    const table = await readWorkbook({ path, file, sheet });
    if (isDataProblem(table)) return table;
    const expected = tables[0]?.columns.map(({ name }) => name) ?? [];
    const different = first && tables[0] && compareColumns([first[1], expected], [file, namesOf(table)]);
    if (different) return different;
    tables.push(table);
  }
  const merged = mergeSheets(tables);
  if ('columns' in merged) return merged;
  const reason = `The column \`${merged.mixed}\` holds days in some of the workbooks and other values in others`;
  return { rule: 'data-columns-differ', reason, note: 'Make them days in each' };
}

function namesOf({ columns }: SheetTable): readonly string[] {
  return columns.map(({ name }) => name);
}
