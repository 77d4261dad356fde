import { describe, expect, it } from 'vitest';
import { callHelper } from '../../src/figure/call-helper.js';
import type { HelperContext, HelperExample } from '../../src/figure/helper.js';
import { HELPERS } from '../../src/figure/helpers.js';
import { CONTEXT } from './guide-context.js';

/** Helpers whose words depend on the day of publication, by an example of theirs. */
const RELATIVE = ['date', 'month', 'months', 'rel', 'since', 'span', 'week'];

function say(name: string, { args, pairs, context }: HelperExample, day: Partial<HelperContext>): unknown {
  const { value, problem } = callHelper(name, args, pairs ?? {}, { ...CONTEXT, ...context, ...day });
  return problem ? problem.reason : value;
}

describe('the words of a day', () => {
  const helpers = [...HELPERS.values()];

  it('never depend on the last day of data, whatever helper prints them', () => {
    for (const { name, examples } of helpers)
      for (const example of examples)
        expect(say(name, example, { asOf: '2019-02-28' }), example.expression).toEqual(say(name, example, {}));
  });

  it('count from the day of publication in these helpers alone', () => {
    const relative = helpers.filter(({ name, examples }) =>
      examples.some((example) => {
        const moved = say(name, example, { date: '2031-05-17' });
        return JSON.stringify(moved) !== JSON.stringify(say(name, example, {}));
      }),
    );
    expect(relative.map(({ name }) => name).sort()).toEqual(RELATIVE);
  });
});
