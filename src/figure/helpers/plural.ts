import { numberOf, textOf } from '../arguments.js';
import type { Helper } from '../helper.js';
import { number, text } from '../literals.js';
import { phrase } from '../phrase.js';

/** `{{plural burst.n "was" "were"}}`: words that follow a number without naming it. */
export const plural: Helper = {
  name: 'plural',
  summary: 'One of two forms: the first for exactly one, the second for every other number.',
  params: [
    { name: 'n', type: 'number' },
    { name: 'one', type: 'text' },
    { name: 'many', type: 'text' },
  ],
  pairs: [],
  examples: [
    { expression: 'plural 1 "was" "were"', args: [number('1'), text('was'), text('were')], gives: 'was' },
    { expression: 'plural 0 "was" "were"', args: [number('0'), text('was'), text('were')], gives: 'were' },
    { expression: 'plural 1.5 "was" "were"', args: [number('1.5'), text('was'), text('were')], gives: 'were' },
  ],
  call([n, one, many], _pairs, context) {
    const form = context.locale.numbers.category(numberOf(n)) === 'one' ? textOf(one) : textOf(many);
    return phrase(form.value, [form]);
  },
};
