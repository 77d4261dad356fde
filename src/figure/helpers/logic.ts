import type { Value } from '../../model/value.js';
import type { Helper, HelperResult, Param } from '../helper.js';
import { boolean, number } from '../literals.js';
import { missing } from '../problem.js';
import { truthy } from '../truthy.js';

const VALUES: Param = { name: 'x', type: 'any', nullable: true, rest: true };

/** `not`, `and`, `or`: as in SQL, NULL leaves the answer open only where it could change it. */
export const logic: readonly Helper[] = [
  {
    name: 'not',
    summary: 'True when the value is false, 0, empty or has no rows.',
    params: [{ name: 'x', type: 'any' }],
    pairs: [],
    examples: [
      { expression: 'not 0', args: [number('0')], gives: 'true' },
      { expression: 'not true', args: [boolean(true)], gives: 'false' },
    ],
    call: (args) => ({ value: boolean(!args.some((value) => truthy(value))) }),
  },
  {
    name: 'and',
    summary: 'True when every value is.',
    params: [VALUES],
    pairs: [],
    examples: [
      { expression: 'and true 3', args: [boolean(true), number('3')], gives: 'true' },
      { expression: 'and true 0', args: [boolean(true), number('0')], gives: 'false' },
    ],
    call: (args) => decide(args, false),
  },
  {
    name: 'or',
    summary: 'True when at least one value is.',
    params: [VALUES],
    pairs: [],
    examples: [
      { expression: 'or false 3', args: [boolean(false), number('3')], gives: 'true' },
      { expression: 'or false 0', args: [boolean(false), number('0')], gives: 'false' },
    ],
    call: (args) => decide(args, true),
  },
];

/** One value that is `decisive` settles it; without one a NULL leaves it open. */
function decide(args: readonly Value[], decisive: boolean): HelperResult {
  if (args.some((value) => value.kind !== 'null' && truthy(value) === decisive)) return { value: boolean(decisive) };
  const open = args.findIndex((value) => value.kind === 'null');
  return open === -1 ? { value: boolean(!decisive) } : missing({ arg: open }, '`true` or `false`');
}
