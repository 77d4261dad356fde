import { compareValues } from '../compare-values.js';
import type { Helper, HelperExample } from '../helper.js';
import { boolean, number, text } from '../literals.js';
import { wrongKind } from '../problem.js';

/** `{{#if (gt burst.n 5)}}`: the comparisons, by all digits of a number, by day, or by text. */
export const comparisons: readonly Helper[] = [
  comparison('gt', 'True when the first is more than the second.', (order) => order > 0, [
    example('gt 7 5', ['7', '5'], 'true'),
    example('gt 5 5', ['5', '5'], 'false'),
  ]),
  comparison('lt', 'True when the first is less than the second.', (order) => order < 0, [
    example('lt 5 7', ['5', '7'], 'true'),
  ]),
  comparison('gte', 'True when the first is the second or more.', (order) => order >= 0, [
    example('gte 5 5', ['5', '5'], 'true'),
  ]),
  comparison('lte', 'True when the first is the second or less.', (order) => order <= 0, [
    example('lte 7 5', ['7', '5'], 'false'),
  ]),
  comparison('eq', 'True when both are the same.', (order) => order === 0, [
    { expression: 'eq "Sandwick" "Sandwick"', args: [text('Sandwick'), text('Sandwick')], gives: 'true' },
    example('eq 7.0 7', ['7.0', '7'], 'true'),
  ]),
];

function comparison(
  name: string,
  summary: string,
  holds: (order: -1 | 0 | 1) => boolean,
  examples: readonly HelperExample[],
): Helper {
  return {
    name,
    summary,
    params: [
      { name: 'a', type: 'any' },
      { name: 'b', type: 'any' },
    ],
    pairs: [],
    examples,
    call([a, b]) {
      if (!a || !b) throw new TypeError(`Unchecked arguments of \`${name}\``);
      if (a.kind === 'boolean' && name !== 'eq') return wrongKind({ arg: 0 }, a, 'a number, a date or a text');
      const { order, problem } = compareValues(a, b);
      return problem ? { problem } : { value: boolean(holds(order)) };
    },
  };
}

function example(expression: string, digits: readonly string[], gives: string): HelperExample {
  return { expression, args: digits.map((exact) => number(exact)), gives };
}
