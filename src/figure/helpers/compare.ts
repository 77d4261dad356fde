import { textOf } from '../arguments.js';
import { compareValues } from '../compare-values.js';
import { describeValue } from '../describe-value.js';
import type { Helper } from '../helper.js';
import { number, text } from '../literals.js';
import { phrase } from '../phrase.js';
import { problem } from '../problem.js';

/** `{{compare a b "up from" "down from" "level with"}}`: the words that fit a comparison. */
export const compare: Helper = {
  name: 'compare',
  summary: 'The words that fit: the first for more, the second for fewer, the third for a tie.',
  params: [
    { name: 'a', type: 'any' },
    { name: 'b', type: 'any' },
    { name: 'more', type: 'text' },
    { name: 'fewer', type: 'text' },
    { name: 'same', type: 'text', optional: true },
  ],
  pairs: [],
  examples: [
    {
      expression: 'compare 5 3 "up from" "down from"',
      args: [number('5'), number('3'), text('up from'), text('down from')],
      gives: 'up from',
    },
    {
      expression: 'compare 3 5 "up from" "down from"',
      args: [number('3'), number('5'), text('up from'), text('down from')],
      gives: 'down from',
    },
    {
      expression: 'compare 3 3 "up from" "down from" "level with"',
      args: [number('3'), number('3'), text('up from'), text('down from'), text('level with')],
      gives: 'level with',
    },
  ],
  call([a, b, more, fewer, same]) {
    if (!a || !b) throw new TypeError('Unchecked arguments of `compare`');
    const { order, problem: found } = compareValues(a, b);
    if (found) return { problem: found };
    const chosen = order > 0 ? more : order < 0 ? fewer : same;
    if (chosen) return phrase(textOf(chosen).value, [chosen]);
    return problem(
      'helper-arguments',
      'call',
      `Unexpected tie at ${describeValue(a)}, expected words for it`,
      'Add them as the last argument, e.g. `"level with"`',
    );
  },
};
