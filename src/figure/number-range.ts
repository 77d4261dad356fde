import { addRationals, compareRationals, multiplyRationals, rational, type Rational } from './rational.js';

/** An end of a range. */
interface Bound {
  readonly at: Rational;
  readonly included: boolean;
}

/** The numbers that words can stand for; an end that is missing lies infinitely far. */
export interface NumberRange {
  readonly low: Bound | undefined;
  readonly high: Bound | undefined;
}

/** What stands before a number and lets the true one differ from it. */
export type NumberHedge =
  'none' | 'about' | 'almost' | 'just-over' | 'more-than' | 'at-least' | 'at-most' | 'fewer-than';

/** A number as words state it. */
export interface StatedNumber {
  readonly number: Rational;
  /** What its last digit counts, where it is a rounded number: 0.01 for `92%`, 100,000 for `1.2 million`. */
  readonly step: Rational | undefined;
}

const ZERO = rational(0);

/**
 * The numbers that a stated one is true for, by (true − stated) / stated: about ±5%, almost [−5%, 0),
 * just over (0, +5%], more than (0, +25%], fewer than [−25%, 0), at least and at most without an end.
 * Less than the smallest step, `less than 1%`, goes down to nothing.
 */
export function rangeOf(stated: StatedNumber, hedge: NumberHedge): NumberRange {
  const { number, step } = stated;
  const at = (percent: number, included: boolean): Bound => ({ at: part(number, percent), included });
  switch (hedge) {
    case 'none':
      return step ? rounded(number, step) : { low: at(0, true), high: at(0, true) };
    case 'about':
      return { low: at(-5, true), high: at(5, true) };
    case 'almost':
      return { low: at(-5, true), high: at(0, false) };
    case 'just-over':
      return { low: at(0, false), high: at(5, true) };
    case 'more-than':
      return { low: at(0, false), high: isOneStep(stated, -1n) ? { at: ZERO, included: false } : at(25, true) };
    case 'fewer-than':
      return { low: isOneStep(stated, 1n) ? { at: ZERO, included: false } : at(-25, true), high: at(0, false) };
    case 'at-least':
      return { low: at(0, true), high: undefined };
    case 'at-most':
      return { low: undefined, high: at(0, true) };
    default:
      return hedge satisfies never;
  }
}

/** Says whether a number lies in a range. */
export function isInRange(number: Rational, { low, high }: NumberRange): boolean {
  const below = low ? compareRationals(number, low.at) : 1;
  const above = high ? compareRationals(number, high.at) : -1;
  return (
    (below > 0 || (below === 0 && low?.included === true)) && (above < 0 || (above === 0 && high?.included === true))
  );
}

/** So many percent of its size away from a number. */
function part(number: Rational, percent: number): Rational {
  const size = number.over < 0n ? { ...number, over: -number.over } : number;
  return addRationals(number, multiplyRationals(size, rational(percent, 100)));
}

/** What rounds to a number, halves away from zero. */
function rounded(number: Rational, step: Rational): NumberRange {
  const half = multiplyRationals(step, rational(1, 2));
  const minusHalf = { ...half, over: -half.over };
  return {
    low: { at: addRationals(number, minusHalf), included: number.over > 0n },
    high: { at: addRationals(number, half), included: number.over < 0n },
  };
}

function isOneStep({ number, step }: StatedNumber, sign: bigint): boolean {
  return step !== undefined && compareRationals(number, { ...step, over: step.over * sign }) === 0;
}
