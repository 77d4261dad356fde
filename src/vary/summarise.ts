import type { Variant, Variation } from '../model/variation.js';

/** How a draft stood other data, in numbers. */
export interface VariationSummary {
  /** Sentences that follow data. */
  readonly sentences: number;
  /** Changes that were tried, and those that were not. */
  readonly tried: number;
  readonly untried: number;
  /** Sentences that would stop the build under some change, that a lint dislikes, that are left out. */
  readonly failed: number;
  readonly disliked: number;
  readonly gone: number;
  readonly claims: number;
  /** Claims that nothing made false. */
  readonly idle: number;
}

/** Counts what became of a draft's sentences and claims. */
export function summarise({ sentences, claims, tried, untried }: Variation): VariationSummary {
  const having = (wanted: Variant['kind']): number =>
    sentences.filter(({ variants }) => variants.some(({ kind }) => kind === wanted)).length;
  return {
    sentences: sentences.length,
    tried,
    untried,
    failed: having('failed'),
    disliked: having('disliked'),
    gone: having('gone'),
    claims: claims.length,
    idle: claims.filter(({ outcome }) => outcome !== 'false').length,
  };
}
