import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/record/read-json.js';

describe('readJson', () => {
  test('takes what JSON.parse takes, and refuses what it refuses', () => {
    const text = fc.oneof(
      fc.json(),
      fc.json().chain((json) => fc.nat(json.length).map((at) => json.slice(0, at))),
      fc
        .tuple(fc.json(), fc.nat(), fc.constantFrom('{', '}', ',', '"', '\\', '\n', '0', ' ', 'x'))
        .map(([json, at, sign]) => json.slice(0, at % (json.length + 1)) + sign + json.slice(at % (json.length + 1))),
    );
    fc.assert(
      fc.property(text, (json) => {
        const read = readJson(json);
        let expected: unknown;
        try {
          expected = JSON.parse(json);
        } catch {
          expect(read).toHaveProperty('at');
          return;
        }
        expect(read).toHaveProperty('value', expected);
      }),
      { numRuns: 1000 },
    );
  });

  test('knows where each value stands', () => {
    const text = '{\n  "a": [1, {"b": "x"}],\n  "c": null\n}';
    const read = readJson(text);
    if ('at' in read) throw new Error('It is JSON');
    expect(read.placeOf(['a', 1, 'b'])).toBe(text.indexOf('"x"'));
    expect(read.placeOf(['c'])).toBe(text.indexOf('null'));
    expect(read.placeOf(['a', 7, 'b'])).toBe(text.indexOf('[1'));
    expect(read.placeOf(['d'])).toBe(0);
  });

  test.each([
    ['{"a": oops}', 6],
    ['{"a": 1,}', 8],
    ['{"a": 1', 7],
    ['{"a": 1}}', 8],
    ['["a\nb"]', 1],
    ['[01]', 2],
  ])('says where %j goes wrong', (text, at) => {
    expect(readJson(text)).toEqual({ at });
  });

  test('refuses what lies past all reason deep, and does not fall over it', () => {
    expect(readJson('['.repeat(1_000_000))).toHaveProperty('at');
  });
});
