import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareLocks } from '../../src/record/compare-locks.js';
import type { Lock, LockedFigure } from '../../src/record/lock.js';

const EXPRESSIONS = ['count a.n "ship"', 'count b.n "ship"', 'date a.day', 'pct b.share', 'times a.n b.n'];

/** Ids as a draft gives them: the expression's own, with an ordinal where it stands more than once. */
function lockOf(figures: readonly Omit<LockedFigure, 'id'>[]): Lock {
  const seen = new Map<string, number>();
  return {
    date: '2026-01-02',
    asOf: '2026-01-01',
    lang: 'en-GB',
    tool: 'tool 1',
    engine: 'engine 1',
    style: '0',
    sources: [],
    queries: [],
    figures: figures.map((figure) => {
      const base = `${figure.kind} ${figure.expression}`;
      const ordinal = (seen.get(base) ?? 0) + 1;
      seen.set(base, ordinal);
      return { ...figure, id: `${base}-${ordinal}` };
    }),
  };
}

const figure = fc.record({
  kind: fc.constantFrom('figure', 'claim'),
  expression: fc.constantFrom(...EXPRESSIONS),
  texts: fc.constantFrom('Seven', 'seven', '7', 'eight'),
  verdict: fc.constant(undefined),
  inputs: fc.constant([]),
});

test('another order of the figures is no change', () => {
  fc.assert(
    fc.property(
      fc
        .array(figure, { maxLength: 12 })
        .chain((figures) =>
          fc.tuple(fc.constant(figures), fc.shuffledSubarray(figures, { minLength: figures.length })),
        ),
      ([figures, shuffled]) => {
        expect(compareLocks(lockOf(figures), lockOf(shuffled))).toEqual([]);
      },
    ),
  );
});

test('every figure of both sides is paired, new, gone or the same, once', () => {
  fc.assert(
    fc.property(fc.array(figure, { maxLength: 12 }), fc.array(figure, { maxLength: 12 }), (before, after) => {
      const changes = compareLocks(lockOf(before), lockOf(after));
      const [changed, fresh, gone] = (['changed', 'new', 'gone'] as const).map(
        (kind) => changes.filter((change) => change.kind === kind).length,
      ) as [number, number, number];
      const same = before.length - changed - gone;
      expect(same).toBeGreaterThanOrEqual(0);
      expect(after.length).toBe(same + changed + fresh);
    }),
  );
});
