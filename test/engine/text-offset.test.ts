import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteOffsets, codePointOffset } from '../../src/engine/text-offset.js';

const split = fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }));

test('byte and code point offsets become offsets of the text', () => {
  fc.assert(
    fc.property(split, ([before, after]) => {
      const text = before + after;
      expect(byteOffsets(text)(Buffer.byteLength(before))).toBe(before.length);
      expect(codePointOffset(text, Array.from(before).length)).toBe(before.length);
    }),
  );
});

test('an offset outside the text is none', () => {
  expect(byteOffsets('é')(3)).toBeUndefined();
  expect(byteOffsets('é')(Number('18446744073709551615'))).toBeUndefined();
  expect(codePointOffset('é', 2)).toBeUndefined();
  expect(codePointOffset('é', Number('x'))).toBeUndefined();
});
