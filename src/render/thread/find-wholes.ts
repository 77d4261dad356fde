import type { Entity } from '../../model/thread.js';
import { findPairs, type Pair } from './find-pairs.js';
import type { TracedText, Whole } from './traced-text.js';

/** A stretch of a post that a cut should not, or must not, go through. */
export interface WholeRange {
  readonly kind: Entity['kind'] | Whole['kind'] | Pair['kind'];
  readonly start: number;
  readonly end: number;
}

/** Finds what is whole in a post: what is live, what the draft marks, and what stands in quotation marks or brackets. */
export function findWholes(text: TracedText, entities: readonly Entity[]): WholeRange[] {
  const live = entities.map(({ kind, start, end }) => ({ kind, start, end }));
  return [...live, ...markedRanges(text), ...findPairs(text.text)];
}

function markedRanges({ text, marks }: TracedText): WholeRange[] {
  const found = new Map<object, WholeRange>();
  const add = (key: object, kind: WholeRange['kind'], index: number): void => {
    found.set(key, { kind, start: found.get(key)?.start ?? index, end: index + 1 });
  };
  marks.forEach(({ address, wholes }, index) => {
    // White space at the ends of a figure may go with a cut
    if (/\s/.test(text.charAt(index))) return;
    if (address) add(address, 'link', index);
    for (const one of wholes ?? []) add(one, one.kind, index);
  });
  return [...found.values()];
}
