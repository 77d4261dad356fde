import type { DataSource } from '../model/draft.js';
import { compareColumns } from './compare-columns.js';
import type { DataProblem } from './data-problem.js';
import type { OpenEngine } from './open-engine.js';
import type { ReadyFile } from './prepare-file.js';
import { relationOf } from './relation-of.js';

/** The files of one table must have the same columns, in any order, and be parted by the same sign. */
export async function checkSameColumns(
  source: DataSource,
  files: readonly ReadyFile[],
  engine: OpenEngine,
): Promise<DataProblem | undefined> {
  const [first, ...others] = files;
  if (!first || others.length === 0) return undefined;
  const expected = await columnsOf(source, first, engine);
  for (const other of others) {
    const columns = await columnsOf(source, other, engine);
    // What cannot be read is told when all are
    if (!expected || !columns) return undefined;
    const different = compareColumns([first.file.written, expected], [other.file.written, columns]);
    if (different) return different;
    if (first.header && first.header.delimiter !== other.header?.delimiter) return parted(first, other);
  }
  return undefined;
}

async function columnsOf(
  source: DataSource,
  file: ReadyFile,
  engine: OpenEngine,
): Promise<readonly string[] | undefined> {
  if (file.header) return file.header.columns;
  const described = await engine.select(`SELECT column_name FROM (DESCRIBE FROM ${relationOf(source, [file])})`);
  return described.kind === 'ok' ? described.value.map(([name]) => name ?? '') : undefined;
}

function parted(first: ReadyFile, other: ReadyFile): DataProblem {
  const reason = `The values in \`${other.file.written}\` are parted by another sign than those in \`${first.file.written}\``;
  return { rule: 'data-columns-differ', reason, note: 'Save both with the same delimiter' };
}
