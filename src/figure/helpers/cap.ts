import { capitalise } from '../capitalise.js';
import type { Helper } from '../helper.js';
import { number, text } from '../literals.js';
import { printValue } from '../print-value.js';

/** `{{cap place.name}}`: a capital at the start, also for words from data. */
export const cap: Helper = {
  name: 'cap',
  summary: 'The same words with a capital at the start, opening quotes skipped.',
  params: [{ name: 'text', type: 'any' }],
  pairs: [],
  examples: [
    { expression: 'cap "all but one"', args: [text('all but one')], gives: 'All but one' },
    { expression: 'cap "“so far”"', args: [text('“so far”')], gives: '“So far”' },
    { expression: 'cap 7', args: [number('7')], gives: 'Seven' },
  ],
  call([value], _pairs, context) {
    const printed = printValue(value ?? { kind: 'null' }, context);
    if (printed.problem) return { problem: { ...printed.problem, at: { arg: 0 } } };
    return { ...printed, value: { ...printed.value, value: capitalise(printed.value.value, context.locale) } };
  },
};
