import type { DataSource } from '../model/draft.js';
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
    const difference = differenceOf(columns, expected);
    if (difference) return problem(first, other, difference);
    if (first.header && first.header.delimiter !== other.header?.delimiter) return problem(first, other, 'parted');
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

interface Difference {
  readonly kind: 'more' | 'fewer';
  readonly column: string;
}

function differenceOf(columns: readonly string[], expected: readonly string[]): Difference | undefined {
  const has = (names: readonly string[], wanted: string): boolean =>
    names.some((name) => name.toLowerCase() === wanted.toLowerCase());
  const more = columns.find((column) => !has(expected, column));
  if (more !== undefined) return { kind: 'more', column: more };
  const missing = expected.find((column) => !has(columns, column));
  return missing === undefined ? undefined : { kind: 'fewer', column: missing };
}

function problem(first: ReadyFile, other: ReadyFile, difference: Difference | 'parted'): DataProblem {
  const [one, two] = [`\`${first.file.written}\``, `\`${other.file.written}\``];
  if (difference === 'parted') {
    const reason = `The values in ${two} are parted by another sign than those in ${one}`;
    return { rule: 'data-columns-differ', reason, note: 'Save both with the same delimiter' };
  }
  const { kind, column } = difference;
  const reason =
    kind === 'more'
      ? `${two} has the column \`${column}\`, which ${one} has not`
      : `${two} has no column \`${column}\`, which ${one} has`;
  return {
    rule: 'data-columns-differ',
    reason,
    note: 'Files that one pattern fits are one table, with the same columns',
  };
}
