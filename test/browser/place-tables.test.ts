import { describe, expect, test } from 'vitest';
import { bestPlace } from '../../src/browser/place-tables.js';

/** Places by the end of what stands before each: the page, how far down it, and whether a heading was passed. */
function placeOf(...ends: readonly (readonly [page: number, down: number, isBeyond?: boolean])[]): number {
  const candidates = ends.map(([, , isBeyond = false], index) => ({ at: 10 + index, mark: `${index}`, isBeyond }));
  return bestPlace(candidates, new Map(ends.map(([page, down], index) => [`${index}`, { page, down }])));
}

describe('the place of a table that lies across', () => {
  test('is where it is written when the sheet before it is full, or nothing would fill it', () => {
    expect(placeOf([1, 0.8], [2, 0.3])).toBe(10);
    expect(placeOf([1, 0.8])).toBe(10);
    expect(placeOf([1, 0.4], [2, 0.1])).toBe(10);
  });

  test('is after the last paragraph that ends on the sheet', () => {
    expect(placeOf([1, 0.3], [1, 0.5], [1, 0.7], [2, 0.1])).toBe(12);
  });

  test('is on the next sheet where a long paragraph fills that better', () => {
    expect(placeOf([1, 0.1], [2, 0.8])).toBe(11);
  });

  test('is past a heading of its level only where most of the sheet would stay empty', () => {
    expect(placeOf([1, 0.5], [1, 0.8, true])).toBe(10);
    expect(placeOf([1, 0.2], [1, 0.8, true])).toBe(11);
  });

  test('waits for a picture that went ahead to the next page', () => {
    expect(placeOf([1, 0.4], [2, 0.5], [1, 0.8])).toBe(10);
  });

  test('is where it is written when the print does not know', () => {
    expect(bestPlace([{ at: 3, mark: 'x', isBeyond: false }], new Map())).toBe(3);
    expect(bestPlace([], new Map())).toBe(0);
  });
});
