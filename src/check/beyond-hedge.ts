import { commaGroups } from '../figure/comma-groups.js';
import { comparableWords } from '../figure/comparable-words.js';
import { parseDecimal } from '../figure/decimal.js';
import { isInRange, rangeOf, type NumberHedge } from '../figure/number-range.js';
import { compareRationals, rationalOf } from '../figure/rational.js';
import type { Draft } from '../model/draft.js';
import type { Figure } from '../model/story.js';
import { rewordingOf } from './rewording.js';

/** On which side of its number a hedge puts the true one, and how far it reaches. */
const REACH: Partial<Readonly<Record<NumberHedge, { readonly sides: readonly number[]; readonly says: string }>>> = {
  about: { sides: [-1, 1], says: '“about” reaches 5% to either side of its number' },
  almost: { sides: [-1], says: '“almost” and “nearly” reach 5% below their number' },
  'just-over': { sides: [1], says: '“just over” reaches 5% above its number' },
  'more-than': { sides: [1], says: '“more than” reaches 25% above its number' },
  'fewer-than': { sides: [-1], says: '“fewer than” reaches 25% below its number' },
};

/** Says why a claim that hedges to the right side, as “more than half” of 0.92, is false all the same. */
export function beyondHedge(claim: Figure, draft: Draft): string | undefined {
  const { text, finding } = claim;
  if (finding?.kind !== 'amount') return undefined;
  const { locale, groups } = rewordingOf(claim, draft).reading;
  const reading = locale.reading.number(comparableWords(commaGroups(text, groups), locale));
  if (reading.problem !== undefined) return undefined;
  const { stated, hedge } = reading;
  const value = rationalOf(parseDecimal(finding.value));
  // Then it is the noun that is wrong
  if (isInRange(value, rangeOf(stated, hedge))) return undefined;
  const reach = REACH[hedge];
  return reach?.sides.includes(compareRationals(value, stated.number)) === true
    ? `Here ${reach.says}, and the true one is farther off`
    : undefined;
}
