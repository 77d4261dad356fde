import type { Helper, Signature } from './helper.js';
import { count } from './helpers/count.js';
import { date } from './helpers/date.js';
import { num } from './helpers/num.js';

/** The helpers by name, in the order the guide explains them. */
export const HELPERS: ReadonlyMap<string, Helper> = byName([num, count, date]);

/** Calls that the filler resolves itself, because the words depend on what else is shown. */
export const REFERENCES: ReadonlyMap<string, Signature> = byName([
  {
    name: 'ref',
    summary: 'Names a chart: "this graph" in the post that carries it, "Figure 2" in a report.',
    params: [{ name: 'name', type: 'text' }],
    pairs: [],
  },
]);

/** Helpers that the language has and this version has not. */
export const LATER_HELPERS: ReadonlySet<string> = new Set([
  'ordinal',
  'a',
  'points',
  'change',
  'fraction',
  'approx',
  'allbut',
  'range',
  'span',
  'months',
  'week',
  'rel',
  'duration',
  'since',
  'either',
  'post',
]);

function byName<S extends Signature>(signatures: readonly S[]): ReadonlyMap<string, S> {
  return new Map(signatures.map((signature) => [signature.name, signature]));
}
