import type { VariedDraft } from '../build/vary-drafts.js';
import type { Mutation, Variation } from '../model/variation.js';
import { summarise } from '../vary/summarise.js';

/** What a draft would say, as JSON values; null where it could not be read. */
export function variationJson({ draft, variation }: VariedDraft): object {
  return { draft: draft.name, slug: draft.slug, variation: variation ? valuesOf(variation) : null };
}

function valuesOf(variation: Variation): object {
  const { sentences, claims, tried, untried, failures } = variation;
  return {
    summary: summarise(variation),
    tried,
    untried,
    sentences: sentences.map(({ place, targets, text, variants }) => ({
      line: place.line,
      column: place.column,
      targets,
      text,
      variants: variants.map((variant) => ({ ...variant, mutations: variant.mutations.map(mutationJson) })),
    })),
    claims: claims.map(({ place, text, expression, outcome, tried: changes }) => ({
      line: place.line,
      column: place.column,
      text,
      expression,
      outcome,
      tried: changes.map(mutationJson),
    })),
    failures: failures.map(({ mutation, reason }) => ({ mutation: mutationJson(mutation), reason })),
  };
}

function mutationJson(mutation: Mutation): object {
  const { kind, name, change } = mutation;
  return { kind, name, column: (mutation.kind === 'result' ? mutation.column : undefined) ?? null, change };
}
