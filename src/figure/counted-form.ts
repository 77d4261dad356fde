import type { TextValue } from '../model/value.js';
import { textOf } from './arguments.js';
import type { Decimal } from './decimal.js';
import type { HelperContext, HelperPairs, Problem } from './helper.js';
import type { Agreement } from './locale.js';
import type { Noun } from './noun-forms.js';
import { problem } from './problem.js';

/** The form of a noun behind a number. In a language with a form for two, one and two are said by the noun alone. */
export function countedForm(
  amount: Decimal,
  { one, other }: Noun,
  pairs: HelperPairs,
  { locale: { numbers, nounForms: own = [] } }: HelperContext,
  agreement?: Partial<Agreement>,
): { readonly form: TextValue; readonly isAlone: boolean } {
  const category = numbers.category(amount);
  if (own.length === 0) return { form: category === 'one' ? one : other, isAlone: false };
  switch (category) {
    case 'two':
    case 'few':
      return { form: textOf(pairs[category]), isAlone: category === 'two' };
    case 'one':
      // The form for 11 to 99 is the accusative of the one for one
      return { form: agreement?.case === 'acc' ? other : one, isAlone: true };
    case 'many':
      return { form: other, isAlone: false };
    case 'zero':
    case 'other':
      return { form: one, isAlone: false };
    default:
      return category satisfies never;
  }
}

/** How a number stands that is followed by its noun; `undefined` where too little was said to write it in words. */
export function counting({ gender, case: kase }: Partial<Agreement> = {}): Agreement | undefined {
  return gender && kase && { gender, case: kase, isCounting: true };
}

/** Why a language needs more forms of a noun than a call gives it. */
export function absentForm(helper: string, pairs: HelperPairs, { locale }: HelperContext): Problem | undefined {
  const absent = locale.nounForms?.find((form) => pairs[form] === undefined);
  if (absent === undefined) return undefined;
  const reason = `Unexpected end of \`${helper}\`, expected \`${absent}=\`, a form that \`${locale.lang}\` has`;
  const note = `Write all forms, so that new data brings no surprise: \`${helper} n "هجوم" "هجوماً" two="هجومان" few="هجمات"\``;
  return problem('helper-arguments', 'call', reason, note).problem;
}
