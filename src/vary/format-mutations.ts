import type { Mutation } from '../model/variation.js';

/** Changes in a few words: `burst.n 0, 1, 2; burst no row; as_of 2026-06-24, a day earlier`. */
export function formatMutations(mutations: readonly Mutation[]): string {
  const byName = new Map<string, string[]>();
  for (const mutation of mutations) {
    const column = mutation.kind === 'result' ? mutation.column : undefined;
    const name = column === undefined ? mutation.name : `${mutation.name}.${column}`;
    byName.set(name, [...(byName.get(name) ?? []), mutation.change]);
  }
  return [...byName].map(([name, changes]) => `${name} ${changes.join(', ')}`).join('; ');
}
