import type { TextValue, Value } from '../model/value.js';
import { textOf } from './arguments.js';
import { describeValue } from './describe-value.js';
import type { HelperContext, Problem } from './helper.js';
import { problem } from './problem.js';

/** A noun for one and for any other number. */
export interface Noun {
  readonly one: TextValue;
  readonly other: TextValue;
}

/**
 * A noun's two forms. The plural is asked for even where the number is one today, so that new data brings no surprise.
 * `arg` is the index of the singular.
 */
export function nounForms(
  singular: Value | undefined,
  plural: Value | undefined,
  arg: number,
  context: HelperContext,
): { readonly noun: Noun; readonly problem?: undefined } | { readonly problem: Problem } {
  const one = textOf(singular);
  if (plural) return { noun: { one, other: textOf(plural) } };
  const form = context.locale.nouns.plural(one.value);
  if ('plural' in form) return { noun: { one, other: { ...one, value: form.plural } } };
  switch (form.doubt) {
    case 'compound':
      return problem(
        'helper-arguments',
        { arg },
        `Unexpected ${describeValue(one)} without its plural, expected both forms`,
        'Write the plural after it, e.g. `"claim of responsibility" "claims of responsibility"`',
      );
    case 'already-plural':
      return problem(
        'helper-arguments',
        { arg },
        `Unexpected ${describeValue(one)}, expected a noun in the singular`,
        'Write the singular, or both forms one after the other',
      );
    case 'not-a-word':
      return problem(
        'helper-arguments',
        { arg },
        `Unexpected ${describeValue(one)}, expected a noun`,
        'Write both forms',
      );
    default:
      return form.doubt satisfies never;
  }
}

/** Why a language whose nouns have more forms behind a number takes none here; `count` takes them all. */
export function manyForms(helper: string, { locale }: HelperContext): Problem | undefined {
  if (!locale.nounForms) return undefined;
  const reason = `Unexpected noun of \`${helper}\`, whose forms in \`${locale.lang}\` only \`count\` knows`;
  return problem('language-helper', 'call', reason, `Write \`${helper}\` without it, and the noun behind the tag`)
    .problem;
}
