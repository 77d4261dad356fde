import type { VaryEntry, VaryVariant } from '../model/page.js';
import type { Variant, Variation } from '../model/variation.js';
import { countClaims } from './count-claims.js';
import { formatMutations } from './format-mutations.js';

/** What a draft would say, as a page tells it. */
export function varyEntry({ sentences, claims, tried, untried, failures }: Variation, name: string): VaryEntry {
  const past = untried > 0 ? `, ${untried} more past the limit` : '';
  return {
    name,
    count: `${tried} changes tried${past}; ${countClaims(claims, untried)}`,
    sentences: sentences.map(({ place, text, variants }) => ({
      line: place.line,
      text,
      variants: variants.map(variantEntry),
    })),
    idle: claims
      .filter(({ outcome }) => outcome !== 'false')
      .map(({ place, text, expression, tried: changes }) => ({
        line: place.line,
        text,
        expression,
        tried: formatMutations(changes),
      })),
    failures: failures.map(({ mutation, reason }) => ({ change: formatMutations([mutation]), reason })),
  };
}

function variantEntry({ kind, text, reasons, mutations }: Variant): VaryVariant {
  const reason = reasons.map((one) => `${one.rule}: ${one.reason}`).join('; ');
  return { kind, text, reason, changes: formatMutations(mutations) };
}
