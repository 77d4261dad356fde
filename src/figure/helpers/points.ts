import type { Value } from '../../model/value.js';
import { CASE, readAgreement } from '../agreement.js';
import { numberOf, textOf } from '../arguments.js';
import {
  compareDecimals,
  decimalText,
  roundDecimal,
  shiftDecimal,
  subtractDecimals,
  wholeDecimal,
  type Decimal,
} from '../decimal.js';
import { decimalPlaces } from '../decimal-places.js';
import { describeValue } from '../describe-value.js';
import type { Helper, HelperContext } from '../helper.js';
import { number, text } from '../literals.js';
import type { Case } from '../locale.js';
import { phrase } from '../phrase.js';
import { isSpelledAtStart, printDigits } from '../print-number.js';
import { problem } from '../problem.js';

const ONE = wholeDecimal(1n);

/** `{{points poll.now poll.before "up" "down" "level"}}`: the difference of two shares. */
export const points: Helper = {
  name: 'points',
  summary:
    'By how many percentage points a share lies above another, the base; with words for up, down and level, on either side of it.',
  params: [
    { name: 'a', type: 'number' },
    { name: 'b', type: 'number' },
    { name: 'up', type: 'text', optional: true },
    { name: 'down', type: 'text', optional: true },
    { name: 'level', type: 'text', optional: true },
  ],
  pairs: [{ name: 'digits', type: 'number' }, CASE],
  examples: [
    example(['0.46', '0.42'], [], '4 percentage points'),
    example(['0.46', '0.45'], [], '1 percentage point'),
    example(['0.463', '0.461'], [], 'less than 1 percentage point'),
    example(['0.46', '0.42'], ['up', 'down', 'level'], 'up 4 percentage points'),
    example(['0.42', '0.46'], ['up', 'down', 'level'], 'down 4 percentage points'),
    example(['0.42', '0.42'], ['up', 'down', 'level'], 'level'),
  ],
  call([a, b, up, down, level], pairs, context) {
    const places = decimalPlaces(pairs);
    if (places.problem) return { problem: places.problem };
    const read = readAgreement('points', ['case'], pairs, context);
    if (read.problem) return { problem: read.problem };
    const [share, base] = [numberOf(a), numberOf(b)];
    const manner = { places: places.value ?? 0, kase: read.agreement?.case };
    switch (compareDecimals(share, base)) {
      case 0:
        return level
          ? phrase(textOf(level).value, [level], { kind: 'number', value: '0' })
          : noWords(`tie at ${describeValue(b ?? { kind: 'null' })}`);
      case 1:
        return difference(share, base, up, manner, context);
      case -1:
        if (!down) return noWords('fall, the first number is below the second');
        return difference(share, base, down, manner, context);
    }
  },
};

function difference(
  share: Decimal,
  base: Decimal,
  lead: Value | undefined,
  { places, kase }: { readonly places: number; readonly kase: Case | undefined },
  context: HelperContext,
) {
  const points = shiftDecimal(subtractDecimals(share, base), 2);
  const machine = { kind: 'number', value: decimalText(points) } as const;
  const rounded = roundDecimal(points.digits < 0n ? { ...points, digits: -points.digits } : points, places);
  const { locale } = context;
  const step = shiftDecimal(ONE, -places);
  const words = (shown: Decimal, written: string) =>
    locale.phrases.points(written, locale.numbers.category(shown), kase);
  if (lead) {
    const amount = pointsInside(rounded, step, words, context);
    return phrase(locale.phrases.led(textOf(lead).value, amount), [lead], machine);
  }
  const spelled = isSpelledAtStart(rounded, context) ? locale.numbers.words(rounded) : undefined;
  const said = spelled === undefined ? pointsInside(rounded, step, words, context) : words(rounded, spelled);
  return phrase(said, [], machine);
}

function pointsInside(
  rounded: Decimal,
  step: Decimal,
  words: (shown: Decimal, written: string) => string,
  context: HelperContext,
): string {
  if (rounded.digits !== 0n) return words(rounded, printDigits(rounded, context));
  return context.locale.phrases.lessThan(words(step, printDigits(step, context)));
}

function noWords(found: string) {
  return problem(
    'helper-arguments',
    'call',
    `Unexpected ${found}, expected words for it`,
    'Write words for all three: `points a b "up" "down" "level"`',
  );
}

function example([a, b]: readonly [string, string], words: readonly string[], gives: string) {
  const expression = ['points', a, b, ...words.map((word) => `"${word}"`)].join(' ');
  return { expression, args: [number(a), number(b), ...words.map(text)], gives };
}
