import type { PlacedChange } from './difference.js';

/** Changes that are told in one breath: those of one sentence, or one that has none. */
export type Together = readonly [PlacedChange, ...PlacedChange[]];

/** Changes of one sentence together, in the order they stand. */
export function togetherBySentence(changes: readonly PlacedChange[]): readonly Together[] {
  const told = new Map<unknown, [PlacedChange, ...PlacedChange[]]>();
  for (const change of changes) {
    const { sentence } = change;
    const key = sentence && sentence.before !== sentence.after ? sentence : change;
    const together = told.get(key);
    if (together) together.push(change);
    else told.set(key, [change]);
  }
  return [...told.values()];
}

/** A sentence whose words changed, where both are known, so that it is told as it was and as it is. */
export function toldWords({ sentence }: PlacedChange): { readonly before: string; readonly after: string } | undefined {
  if (sentence?.before === undefined || sentence.before === sentence.after) return undefined;
  return { before: sentence.before, after: sentence.after };
}

/** A sentence as it is, where nobody knows what it was. */
export function untoldSentence({ sentence }: PlacedChange): string | undefined {
  return sentence && sentence.before === undefined ? sentence.after : undefined;
}
