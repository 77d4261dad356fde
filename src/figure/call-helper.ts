import { nearestName } from '../diagnostic/nearest-name.js';
import type { Value } from '../model/value.js';
import { checkArguments } from './check-arguments.js';
import type { HelperContext, HelperPairs, HelperResult, Problem } from './helper.js';
import { HELPERS, REFERENCES } from './helpers.js';
import { problem } from './problem.js';

/** Calls a helper by name; whatever is wrong with the name or an argument is a problem, never a throw. */
export function callHelper(
  name: string,
  args: readonly Value[],
  pairs: HelperPairs,
  context: HelperContext,
): HelperResult {
  if (REFERENCES.has(name)) throw new Error(`\`${name}\` is resolved by the filler`);
  const helper = HELPERS.get(name);
  if (!helper) return { problem: unknownHelper(name) };
  const wrong = checkArguments(helper, args, pairs);
  return wrong ? { problem: wrong } : helper.call(args, pairs, context);
}

/** What to say about a name that is no helper. */
export function unknownHelper(name: string): Problem {
  const known = [...HELPERS.keys(), ...REFERENCES.keys()];
  const near = nearestName(name, known);
  const note =
    near === undefined ? `There are ${known.map((helper) => `\`${helper}\``).join(', ')}` : `Did you mean \`${near}\`?`;
  return problem('helper-unknown', 'call', `Unexpected \`${name}\`, no helper has this name`, note).problem;
}
