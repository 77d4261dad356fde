import type { DiffChange, DiffEntry } from '../model/page.js';
import { textOf } from './compare-locks.js';
import { describeCauses } from './describe-causes.js';
import { describeChange } from './describe-change.js';
import { formatCorrections, type CorrectionOptions } from './correction.js';
import type { Difference, PlacedChange } from './difference.js';
import { togetherBySentence, toldWords, untoldSentence, type Together } from './together.js';

/** What changed in a draft, as a page tells it. */
export function diffEntry({ changes, data, queries }: Difference, name: string, of: CorrectionOptions): DiffEntry {
  return {
    name,
    count: countChanges(changes),
    changes: togetherBySentence(changes).flatMap(changeEntries),
    stale: changes.length === 0 ? [...data, ...queries] : [],
    corrections: formatCorrections(changes, of),
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

/** What a sentence that is told does not show: verdicts and values that changed behind the same words. */
export function unseenIn(together: Together): readonly string[] {
  return together
    .filter(({ change }) => change.kind === 'changed' && textOf(change.before) === textOf(change.after))
    .map(({ change }) => describeChange(change));
}

/** Why the changes of a sentence came, each reason once. */
export function causesOf(together: Together): readonly string[] {
  return [...new Set(together.map(({ causes }) => describeCauses(causes)))];
}

function changeEntries(together: Together): DiffChange[] {
  const [first] = together;
  const { place } = first;
  const causes = causesOf(together);
  const words = toldWords(first);
  if (words)
    return [
      {
        line: place?.line,
        ...words,
        words: undefined,
        sentence: undefined,
        causes: [...unseenIn(together), ...causes],
      },
    ];
  return together.map(({ change }, index) => ({
    line: place?.line,
    before: undefined,
    after: undefined,
    words: describeChange(change),
    sentence: index === together.length - 1 ? untoldSentence(first) : undefined,
    causes,
  }));
}
