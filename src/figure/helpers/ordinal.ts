import { numberMachine, numberOf } from '../arguments.js';
import { GENDER, readAgreement } from '../agreement.js';
import { isWhole } from '../decimal.js';
import type { Helper } from '../helper.js';
import { number } from '../literals.js';
import { phrase } from '../phrase.js';
import { printOrdinal } from '../print-ordinal.js';
import { wrongKind } from '../problem.js';

/** `{{ordinal streak.day}}`: a place in an order. */
export const ordinal: Helper = {
  name: 'ordinal',
  summary: 'A place in an order: in words as far as house style spells numbers, then in digits.',
  params: [{ name: 'n', type: 'number' }],
  pairs: [GENDER],
  examples: [
    { expression: 'ordinal 2', args: [number('2')], gives: 'second' },
    { expression: 'ordinal 21', args: [number('21')], gives: '21st' },
    { expression: 'ordinal 112', args: [number('112')], gives: '112th' },
  ],
  call([n], pairs, context) {
    const read = readAgreement('ordinal', ['gender'], pairs, context);
    if (read.problem) return { problem: read.problem };
    const place = numberOf(n);
    if (isWhole(place) && place.digits >= 1n) {
      return phrase(printOrdinal(place, context, read.agreement?.gender), [], numberMachine(n));
    }
    return wrongKind({ arg: 0 }, n ?? { kind: 'null' }, 'a whole number from 1 on', 'The first is number 1');
  },
};
