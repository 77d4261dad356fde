import { expect, test } from 'vitest';
import { sentenceStart } from '../../src/figure/sentence-start.js';

test.each([
  ['', 'block'],
  ['“(', 'block'],
  ['It ended. ', 'sentence'],
  ['“It ended.” (', 'sentence'],
  ['What?! “', 'sentence'],
  ['It ended.', 'inside'],
  ['It ended, ', 'inside'],
  ['By Dr. ', 'inside'],
  ['', 'block'],
])('after `%s` a phrase stands at: %s', (before, start) => {
  expect(sentenceStart(before)).toBe(start);
});

test('a text of nothing but opening signs is told in time', { timeout: 20_000 }, () => {
  const signs = '“ ('.repeat(7000);
  const starts = Array.from({ length: signs.length }, (_, at) => sentenceStart(`It ended. ${signs.slice(0, at)}`));
  expect(starts[1]).toBe('sentence');
  expect(starts.at(-1)).toBe('inside');
});
