import { describe, expect, it } from 'vitest';
import { callHelper } from '../../src/figure/call-helper.js';
import { HELPERS, REFERENCES } from '../../src/figure/helpers.js';
import { CONTEXT } from './guide-context.js';
import { words } from './run.js';

describe('the helpers', () => {
  it('are those that the guide lists', () => {
    expect([...HELPERS.keys(), ...REFERENCES.keys()].sort()).toEqual(
      // prettier-ignore
      ['a', 'allbut', 'and', 'approx', 'cap', 'change', 'compare', 'count', 'date', 'duration', 'either', 'eq', 'fraction', 'gt', 'gte', 'list', 'lt', 'lte', 'month', 'months', 'not', 'num', 'or', 'ordinal', 'pct', 'plural', 'points', 'post', 'range', 'ref', 'rel', 'since', 'span', 'tag', 'times', 'week', 'words'],
    );
  });

  for (const helper of HELPERS.values()) {
    describe(helper.name, () => {
      it('has an example', () => {
        expect(helper.examples.length).toBeGreaterThan(0);
      });
      for (const { expression, args, pairs = {}, context = {}, gives } of helper.examples) {
        it(`{{${expression}}} gives ${gives}`, () => {
          expect(words(callHelper(helper.name, args, pairs, { ...CONTEXT, ...context }))).toBe(gives);
        });
      }
    });
  }
});
