import type { DiffChange, DiffEntry } from '../model/page.js';
import { textOf } from './compare-locks.js';
import { formatCorrections } from './correction.js';
import { describeCauses } from './describe-causes.js';
import { describeChange } from './describe-change.js';
import type { Difference, PlacedChange } from './difference.js';

/** Changes that are told in one breath: those of one sentence, or one that has none. */
export type Together = readonly [PlacedChange, ...PlacedChange[]];

/** What changed in a draft, as a page tells it. */
export function diffEntry({ changes, data, queries }: Difference, name: string, date: string): DiffEntry {
  return {
    name,
    count: countChanges(changes),
    changes: togetherBySentence(changes).flatMap(changeEntries),
    stale: changes.length === 0 ? [...data, ...queries] : [],
    corrections: formatCorrections(changes, date),
  };
}

/** `3 changed, 1 new`; empty for none. */
export function countChanges(changes: readonly PlacedChange[]): string {
  return (['changed', 'new', 'gone'] as const)
    .map((kind) => ({ kind, n: changes.filter(({ change }) => change.kind === kind).length }))
    .filter(({ n }) => n > 0)
    .map(({ kind, n }) => `${n} ${kind}`)
    .join(', ');
}

/** Changes of one sentence together, in the order they stand. */
export function togetherBySentence(changes: readonly PlacedChange[]): readonly Together[] {
  const told = new Map<string, [PlacedChange, ...PlacedChange[]]>();
  for (const [index, change] of changes.entries()) {
    const { sentence } = change;
    const key = sentence && isTold(change) ? `${sentence.before}\0${sentence.after}` : `${index}`;
    const together = told.get(key);
    if (together) together.push(change);
    else told.set(key, [change]);
  }
  return [...told.values()];
}

/** True where the words of a sentence changed, so that it is told as it was and as it is. */
export function isTold({ sentence }: PlacedChange): boolean {
  return sentence !== undefined && sentence.before !== sentence.after;
}

/** What a sentence that is told does not show: verdicts and values that changed behind the same words. */
export function unseenIn(together: Together): readonly string[] {
  return together
    .filter(({ change }) => change.kind === 'changed' && textOf(change.before) === textOf(change.after))
    .map(({ change }) => describeChange(change));
}

/** Why the changes of a sentence came, each reason once. */
export function causesOf(together: Together): readonly string[] {
  return [
    ...new Set(together.flatMap(({ change }) => (change.kind === 'changed' ? [describeCauses(change.causes)] : []))),
  ];
}

function changeEntries(together: Together): DiffChange[] {
  const [first] = together;
  const { place, sentence } = first;
  const causes = causesOf(together);
  if (sentence && isTold(first))
    return [{ line: place?.line, ...sentence, words: undefined, causes: [...unseenIn(together), ...causes] }];
  return together.map(({ change }) => ({
    line: place?.line,
    before: undefined,
    after: undefined,
    words: describeChange(change),
    causes,
  }));
}
