import { expect, test } from 'vitest';
import { nearestName } from '../../src/diagnostic/nearest-name.js';

test.each([
  ['dya', ['day', 'n'], 'day'],
  ['conut', ['count', 'words'], 'count'],
  ['TOTAL', ['total'], 'total'],
  ['buorst', ['burst'], 'burst'],
  ['xyz', ['day', 'n'], undefined],
  ['day', [], undefined],
])('%s among %j is %s', (name, candidates, expected) => {
  expect(nearestName(name, candidates)).toBe(expected);
});
