import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderQueries } from '../../src/query/order-queries.js';

const graph = fc
  .array(fc.array(fc.nat({ max: 7 }), { maxLength: 3 }), { minLength: 8, maxLength: 8 })
  .map((lists) => new Map(lists.map((list, index) => [`q${index}`, list.map((each) => `q${each}`)])));

test('every query is either in the order, after what it reads, or in a circle', () => {
  fc.assert(
    fc.property(graph, (reads) => {
      const { order, cycles } = orderQueries(reads);
      const inCycle = new Set(cycles.flat());
      expect([...order, ...inCycle].sort()).toEqual([...reads.keys()].sort());
      for (const [index, name] of order.entries()) {
        const before = new Set([...order.slice(0, index), ...inCycle]);
        expect((reads.get(name) ?? []).filter((each) => !before.has(each))).toEqual([]);
      }
    }),
  );
});

test('a circle is one: each of its queries reads the next', () => {
  fc.assert(
    fc.property(graph, (reads) => {
      for (const cycle of orderQueries(reads).cycles) {
        for (const [index, name] of cycle.entries()) {
          expect(reads.get(name)).toContain(cycle[(index + 1) % cycle.length]);
        }
      }
    }),
  );
});

test('queries that do not read each other stay in the order of the draft', () => {
  const names = ['c', 'a', 'b'];
  expect(orderQueries(new Map(names.map((name) => [name, []]))).order).toEqual(names);
});
