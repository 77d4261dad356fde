import { describe, expect, it } from 'vitest';
import { HELPERS } from '../../src/figure/helpers.js';
import { date } from '../../src/figure/literals.js';
import { run, type Shorthand } from './run.js';

/** What a machine reads beside the words. */
function machine(name: string, args: readonly Shorthand[], pairs = {}): string | undefined {
  const result = run(
    name,
    args.map((arg) => (typeof arg === 'string' && /^\d{4}-/.test(arg) ? date(arg) : arg)),
    pairs,
  );
  if (result.problem) throw new Error(result.problem.reason);
  return result.machine && `${result.machine.kind} ${result.machine.value}`;
}

describe('beside the words a machine reads', () => {
  it.each<[name: string, args: Shorthand[], expected: string]>([
    ['count', ['#7', 'boat'], 'number 7'],
    ['pct', ['#0.925'], 'number 0.925'],
    // Percentage points, down below zero
    ['points', ['#0.46', '#0.42'], 'number 4'],
    ['points', ['#0.463', '#0.461'], 'number 0.2'],
    ['points', ['#0.42', '#0.465', 'up', 'down', 'level'], 'number -4.5'],
    ['points', ['#0.42', '#0.42', 'up', 'down', 'level'], 'number 0'],
    // A share of the base, as `pct` has it
    ['change', ['#12', '#10'], 'number 0.2'],
    ['change', ['#8', '#12'], 'number -0.333333333333333'],
    ['change', ['#0', '#12'], 'number -1'],
    ['change', ['#12', '#12'], 'number 0'],
    ['range', ['#3', '#7'], 'interval 3..7'],
    ['range', ['#-2', '#3.50', 'degree'], 'interval -2..3.5'],
    ['range', ['#3', '#3', 'boat'], 'number 3'],
    ['range', ['#0', '#0', 'boat'], 'number 0'],
    ['times', ['#38', '#2'], 'number 19'],
    ['times', ['#2', '#3'], 'number 0.666666666666667'],
    ['span', ['2021-08-28', '2021-09-02'], 'interval 2021-08-28/2021-09-02'],
    ['span', ['2021-09-02', '2021-09-02'], 'date 2021-09-02'],
    ['months', ['2020-06-12', '2020-07-03'], 'interval 2020-06/2020-07'],
    ['months', ['2020-06-12', '2020-06-30'], 'date 2020-06'],
    ['month', ['2020-06-12'], 'date 2020-06'],
    ['rel', ['2021-09-19'], 'date 2021-09-19'],
    ['list', ['Sandwick'], 'words ["Sandwick"]'],
  ])('%s %j: %s', (name, args, expected) => {
    expect(machine(name, args)).toBe(expected);
  });

  it('something for every helper whose words are one number, one day or an interval', () => {
    const without = [...HELPERS.values()]
      .filter(({ examples: [example] }) => {
        if (!example) return false;
        const pairs = example.pairs as Record<string, Shorthand>;
        const result = run(example.expression.split(' ')[0] ?? '', example.args, pairs);
        return result.problem !== undefined || result.machine === undefined;
      })
      .map(({ name }) => name);
    // Words that follow from a number without naming it, and texts: a page has the values that they are made of
    expect(without).toEqual(
      // prettier-ignore
      ['plural', 'compare', 'cap', 'tag', 'gt', 'lt', 'gte', 'lte', 'eq', 'not', 'and', 'or'],
    );
  });
});
