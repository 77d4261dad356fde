import { numberOf } from './arguments.js';
import type { HelperContext, HelperPairs } from './helper.js';

/** Says whether `atleast=` was given something unknown: more than 0. */
export function isPartlyUnknown(pairs: HelperPairs): boolean {
  return pairs['atleast'] !== undefined && numberOf(pairs['atleast']).digits > 0n;
}

/** Puts "at least" before a phrase where `atleast=` says that something is unknown. */
export function atLeast(phrase: string, pairs: HelperPairs, context: HelperContext): string {
  return isPartlyUnknown(pairs) ? context.locale.phrases.atLeast(phrase) : phrase;
}
