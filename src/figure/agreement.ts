import { textOf } from './arguments.js';
import type { HelperContext, HelperPairs, PairParam, Problem } from './helper.js';
import type { Agreement } from './locale.js';
import { problem, wrongKind } from './problem.js';

const GENDERS = ['m', 'f'] as const;
const CASES = ['nom', 'acc', 'gen'] as const;

/** `gender=f`: of what is counted, in a language whose numbers follow it. */
export const GENDER: PairParam = { name: 'gender', type: 'text', keywords: GENDERS };
/** `case=acc`: as the phrase stands in its sentence, in a language where that is seen. */
export const CASE: PairParam = { name: 'case', type: 'text', keywords: CASES };

/** What a call says, or what is wrong with it. */
type Read<Needed extends 'gender' | 'case'> =
  | { readonly agreement: (Pick<Agreement, Needed> & Partial<Agreement>) | undefined; readonly problem?: undefined }
  | { readonly problem: Problem };

/**
 * Reads `gender=` and `case=`. A language that agrees must be told those that are needed, whatever the number is today;
 * one that does not takes none, and gives `undefined`.
 */
export function readAgreement<Needed extends 'gender' | 'case'>(
  helper: string,
  needed: readonly Needed[],
  pairs: HelperPairs,
  { locale: { agrees, lang } }: HelperContext,
): Read<Needed> {
  if (!agrees) {
    const given = (['gender', 'case'] as const).find((name) => pairs[name] !== undefined);
    if (given === undefined) return { agreement: undefined };
    return problem('helper-arguments', { pair: given }, `Unexpected \`${given}=\`, phrases in \`${lang}\` have none`);
  }
  const [gender, kase] = [oneOf('gender', GENDERS, pairs), oneOf('case', CASES, pairs)];
  if (gender.problem) return { problem: gender.problem };
  if (kase.problem) return { problem: kase.problem };
  const agreement = { gender: gender.value, case: kase.value };
  const absent = needed.find((name) => agreement[name] === undefined);
  if (absent) return { problem: missing(helper, absent, lang) };
  return { agreement: agreement as Pick<Agreement, Needed> & Partial<Agreement> };
}

function oneOf<Choice extends string>(
  name: string,
  choices: readonly Choice[],
  pairs: HelperPairs,
): { readonly value: Choice | undefined; readonly problem?: undefined } | { readonly problem: Problem } {
  const given = pairs[name];
  if (given === undefined) return { value: undefined };
  const value = choices.find((choice) => choice === textOf(given).value);
  return value ? { value } : wrongKind({ pair: name }, given, choices.map((choice) => `\`${choice}\``).join(' or '));
}

function missing(helper: string, name: 'gender' | 'case', lang: string): Problem {
  const reason = `Unexpected end of \`${helper}\`, expected \`${name}=\`, which its words in \`${lang}\` follow`;
  const note = {
    gender: 'Write `gender=m` or `gender=f`, the gender of what is counted, in the singular',
    case: 'Write how the phrase stands in its sentence: `case=nom` (رفع), `case=acc` (نصب) or `case=gen` (جر)',
  }[name];
  return problem('helper-arguments', 'call', reason, note).problem;
}
