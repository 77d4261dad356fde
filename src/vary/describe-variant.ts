import type { Variant } from '../model/variation.js';

/** What becomes of a sentence, in words: the sentence, or why it is not published. */
export function describeVariant({ kind, text, reasons }: Variant): string {
  switch (kind) {
    case 'failed':
      return reasons.map(({ rule, reason }) => `${rule}: ${reason}`).join('; ');
    case 'disliked':
      return `${text} (${reasons.map(({ rule }) => rule).join(', ')})`;
    case 'gone':
      return 'left out';
    case 'said':
      return text;
    case 'same':
      return 'the same words';
    default:
      return kind satisfies never;
  }
}
