import { numberOf } from '../arguments.js';
import { CASE, GENDER, readAgreement } from '../agreement.js';
import { atLeast } from '../at-least.js';
import type { Helper } from '../helper.js';
import { number } from '../literals.js';
import { phrase } from '../phrase.js';
import { wrongKind } from '../problem.js';

/** `{{words burst.n}}`: always words. */
export const words: Helper = {
  name: 'words',
  summary: 'A number, always in words.',
  params: [{ name: 'n', type: 'number' }],
  pairs: [{ name: 'atleast', type: 'number' }, GENDER, CASE],
  examples: [
    { expression: 'words 19', args: [number('19')], gives: 'nineteen' },
    { expression: 'words 1042', args: [number('1042')], gives: 'one thousand and forty-two' },
    { expression: 'words 2.5', args: [number('2.5')], gives: 'two point five' },
  ],
  call([n], pairs, context) {
    const read = readAgreement('words', ['gender', 'case'], pairs, context);
    if (read.problem) return { problem: read.problem };
    const text = context.locale.numbers.words(numberOf(n), read.agreement);
    if (n?.kind !== 'number' || text === undefined) {
      const expected = `a ${read.agreement ? 'whole ' : ''}number below a thousand trillion`;
      return wrongKind({ arg: 0 }, n ?? { kind: 'null' }, expected, 'Use `num`');
    }
    return phrase(atLeast(text, pairs, context), [], { kind: 'number', value: n.exact });
  },
};
