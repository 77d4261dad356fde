import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/model/value.js';
import type { ResultChange } from '../../src/model/variation.js';
import { mutateTable } from '../../src/vary/mutate-table.js';
import { answersOf, type Plain } from '../fill/fill-input.js';

function cells(
  rows: readonly Readonly<Record<string, Plain>>[],
  column: string | undefined,
  change: ResultChange,
): string[] {
  const table = answersOf({ q: rows }).tables.get('q');
  const changed = table && mutateTable(table, column, change);
  return (changed?.rows ?? []).map((row) => row.map(plain).join(' '));
}

function plain(cell: Cell): string {
  if (cell.kind === 'number') return cell.exact;
  return cell.kind === 'null' ? 'NULL' : 'value' in cell ? String(cell.value) : '';
}

describe('a table that is changed', () => {
  test.each([
    ['7', '70'],
    ['0.8421', '8.421'],
    ['12.5', '125'],
    ['0.05', '0.5'],
    ['-3', '-30'],
    ['9007199254740993', '90071992547409930'],
    ['1e21', '1e+22'],
  ])('has ten times %s as exactly %s', (given, expected) => {
    const table = answersOf({ q: [{ n: 1 }] }).tables.get('q');
    const rows = [[{ kind: 'number', value: Number(given), exact: given }]] as const;
    const [[cell] = []] = (table && mutateTable({ ...table, rows }, 'n', '×10')?.rows) ?? [];
    expect(cell && plain(cell)).toBe(expected);
  });

  test('has a column changed in every row, and nothing else', () => {
    expect(
      cells(
        [
          { n: 3, m: 4 },
          { n: null, m: 5 },
        ],
        'n',
        '2',
      ),
    ).toEqual(['2 4', '2 5']);
    expect(
      cells(
        [
          { n: 3, m: 4 },
          { n: null, m: 5 },
        ],
        'n',
        '×10',
      ),
    ).toEqual(['30 4', 'NULL 5']);
  });

  test('has two first rows with one number', () => {
    expect(
      cells(
        [
          { name: 'a', n: 3 },
          { name: 'b', n: 2 },
          { name: 'c', n: 1 },
        ],
        undefined,
        'a tie',
      ),
    ).toEqual(['a 3', 'b 3', 'c 1']);
  });

  test('has a record that was reached before', () => {
    const row = { n: 7, ties: 0, finding: 'higher', last_as_high_n: 8 };
    expect(cells([row], undefined, 'a tie')).toEqual(['7 1 tie 7']);
  });

  test('is none where nothing changes', () => {
    const table = answersOf({ q: [{ n: 0 }] }).tables.get('q');
    expect(table && mutateTable(table, 'n', '0')).toBeUndefined();
    expect(table && mutateTable(table, undefined, 'a tie')).toBeUndefined();
    expect(table && mutateTable(table, undefined, 'its first row only')).toBeUndefined();
  });
});
