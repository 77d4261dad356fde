import { nearestName } from '../diagnostic/nearest-name.js';
import type { Value } from '../model/value.js';
import { textOf } from './arguments.js';
import type { Problem } from './helper.js';
import { problem } from './problem.js';

/** Reads an optional argument that is one of a few words; `arg` is its index. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  given: Value | undefined,
  arg: number,
): { readonly value: Word | undefined; readonly problem?: undefined } | { readonly problem: Problem } {
  if (given === undefined) return { value: undefined };
  const wanted = textOf(given).value;
  const value = words.find((word) => word === wanted);
  if (value !== undefined) return { value };
  const near = nearestName(wanted, words);
  const choice = words.map((word) => `\`"${word}"\``).join(', ');
  const note = near === undefined ? undefined : `Did you mean \`"${near}"\`?`;
  return problem('helper-arguments', { arg }, `Unexpected \`${wanted}\`, expected one of ${choice}`, note);
}
