import { expect, test } from 'vitest';
import { number } from '../../src/figure/literals.js';
import { sumNumbers } from '../../src/figure/sum-numbers.js';
import type { Cell } from '../../src/model/value.js';

const NULL: Cell = { kind: 'null' };

test.each<[cells: (string | null)[], kind: string, exact?: string]>([
  [['0.1', '0.2'], 'exact', '0.3'],
  [['9007199254740993', '1'], 'exact', '9007199254740994'],
  [['104.50', '98.25', '-2.75'], 'exact', '200'],
  [['1e21', '1'], 'exact', '1000000000000000000001'],
  [['-0.5', '0.25'], 'exact', '-0.25'],
  [['7', null, '3'], 'at-least', '10'],
  [['0', null], 'at-least', '0'],
  [[null, null], 'unknown'],
  [['7', '-1', null], 'unknown'],
])('the sum of %j is %s %s', (cells, kind, exact) => {
  const sum = sumNumbers(cells.map((cell) => (cell === null ? NULL : number(cell))));
  expect([sum.kind, ...(sum.kind === 'unknown' ? [] : [sum.value.exact])]).toEqual([kind, ...(exact ? [exact] : [])]);
});
