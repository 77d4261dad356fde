import { expect, test } from 'vitest';
import { typedPlaces } from '../../src/diagnostic/typed-places.js';

/** The characters of the source that stand where the characters of `value` were typed. */
function typed(value: string, source: string, from = 0): string[] {
  return typedPlaces(value, { start: from, end: source.length }, { path: 'draft.md', text: source }).map(
    ({ start, end }) => source.slice(start, end),
  );
}

test('a backslash, a character reference and the mark of a quotation are skipped', () => {
  expect(typed('a*b', 'a\\*b')).toEqual(['a', '*', 'b']);
  expect(typed('a&b', 'a&amp;b')).toEqual(['a', '&amp;', 'b']);
  expect(typed('a\nb', 'a  \n> b')).toEqual(['a', '\n', 'b']);
});

test('words whose line break went with a block tag stand where they were typed', () => {
  expect(typed('five', '\nfive')).toEqual(['f', 'i', 'v', 'e']);
  expect(typed('five', '}}\r\n  five', 2)).toEqual(['f', 'i', 'v', 'e']);
});
