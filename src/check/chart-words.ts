import type { ChartBlock } from '../model/draft.js';

/** A chart draws the query of its own name, and those that it names: every word in it may be one, or a column. */
export function chartWords({ name, spec }: ChartBlock): ReadonlySet<string> {
  return new Set([name, ...(spec.text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])]);
}
