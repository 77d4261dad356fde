import { callHelper } from '../../src/figure/call-helper.js';
import type { HelperContext, HelperPairs, HelperResult } from '../../src/figure/helper.js';
import { number, text } from '../../src/figure/literals.js';
import type { Value } from '../../src/model/value.js';
import { CONTEXT } from './guide-context.js';

/** A value for a test: a string is a text that the writer typed, and `#7` a number with exactly these digits. */
export type Shorthand = Value | string;

/** Calls a helper and returns its words, or `RULE: reason` where it has none. */
export function say(
  name: string,
  args: readonly Shorthand[],
  pairs: Readonly<Record<string, Shorthand>> = {},
  context: HelperContext = CONTEXT,
): string {
  return words(run(name, args, pairs, context));
}

/** Calls a helper. */
export function run(
  name: string,
  args: readonly Shorthand[],
  pairs: Readonly<Record<string, Shorthand>> = {},
  context: HelperContext = CONTEXT,
): HelperResult {
  const full: HelperPairs = Object.fromEntries(Object.entries(pairs).map(([key, value]) => [key, valueOf(value)]));
  return callHelper(name, args.map(valueOf), full, context);
}

/** The words of a result, or `RULE: reason`. */
export function words({ value, problem }: HelperResult): string {
  if (problem) return `${problem.rule}: ${problem.reason}`;
  return 'value' in value ? String(value.value) : value.kind;
}

function valueOf(shorthand: Shorthand): Value {
  if (typeof shorthand !== 'string') return shorthand;
  return shorthand.startsWith('#') ? number(shorthand.slice(1)) : text(shorthand);
}
