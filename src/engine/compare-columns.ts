import type { DataProblem } from './data-problem.js';

/** Says what the columns of one file have, or lack, that those of another have not. */
export function compareColumns(
  [one, expected]: readonly [file: string, columns: readonly string[]],
  [two, columns]: readonly [file: string, columns: readonly string[]],
): DataProblem | undefined {
  const difference = differenceOf(columns, expected);
  if (!difference) return undefined;
  const { kind, column } = difference;
  return {
    rule: 'data-columns-differ',
    reason:
      kind === 'more'
        ? `\`${two}\` has the column \`${column}\`, which \`${one}\` has not`
        : `\`${two}\` has no column \`${column}\`, which \`${one}\` has`,
    note: 'Files that one pattern fits are one table, with the same columns',
  };
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
