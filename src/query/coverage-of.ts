import type { DataSource } from '../model/draft.js';
import type { Reads } from './resolve-reads.js';

/** From when to when someone was watching, `YYYY-MM-DD` each; empty when `from` is after `to`. */
export interface Coverage {
  readonly from: string;
  readonly to: string;
}

/**
 * What all the data covers that a query reads, through other queries too; `undefined` when some of it does not say.
 * A table without `dated_by` and `covers`, such as a list of places, has no days to speak of.
 */
export function coverageOf(query: string, reads: Reads, data: readonly DataSource[]): Coverage | undefined {
  const names = allReads(query, reads);
  const dated = data.filter(({ name, datedBy, covers }) => names.has(name) && (datedBy !== undefined || covers));
  const covers = dated.flatMap((source) => (source.covers ? [source.covers] : []));
  if (covers.length === 0 || covers.length < dated.length) return undefined;
  return {
    from: covers.map(([from]) => from).reduce((a, b) => (a > b ? a : b)),
    to: covers.map(([, to]) => to).reduce((a, b) => (a < b ? a : b)),
  };
}

function allReads(query: string, reads: Reads): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [query];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    waiting.push(...(reads.get(name) ?? []));
  }
  return seen;
}
