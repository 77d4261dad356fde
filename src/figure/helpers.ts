import type { Helper, Reference, Signature } from './helper.js';
import { a } from './helpers/a.js';
import { allbut } from './helpers/allbut.js';
import { duration } from './helpers/duration.js';
import { either } from './helpers/either.js';
import { fraction } from './helpers/fraction.js';
import { range } from './helpers/range.js';
import { rel } from './helpers/rel.js';
import { since } from './helpers/since.js';
import { approx } from './helpers/approx.js';
import { months } from './helpers/months.js';
import { span } from './helpers/span.js';
import { cap } from './helpers/cap.js';
import { change } from './helpers/change.js';
import { compare } from './helpers/compare.js';
import { comparisons } from './helpers/comparisons.js';
import { count } from './helpers/count.js';
import { date } from './helpers/date.js';
import { list } from './helpers/list.js';
import { logic } from './helpers/logic.js';
import { month } from './helpers/month.js';
import { num } from './helpers/num.js';
import { ordinal } from './helpers/ordinal.js';
import { pct } from './helpers/pct.js';
import { plural } from './helpers/plural.js';
import { points } from './helpers/points.js';
import { tag } from './helpers/tag.js';
import { times } from './helpers/times.js';
import { week } from './helpers/week.js';
import { words } from './helpers/words.js';

/** The helpers by name, in the order the guide explains them. */
export const HELPERS: ReadonlyMap<string, Helper> = byName([
  num,
  words,
  ordinal,
  count,
  plural,
  a,
  pct,
  points,
  change,
  times,
  fraction,
  approx,
  allbut,
  compare,
  range,
  list,
  either,
  date,
  month,
  months,
  week,
  span,
  rel,
  duration,
  since,
  cap,
  tag,
  ...comparisons,
  ...logic,
]);

/** Calls that the filler resolves itself, because the words depend on what else is shown. */
export const REFERENCES: ReadonlyMap<string, Reference> = byName([
  {
    name: 'ref',
    summary:
      'Names a chart or a numbered table: "this graph" in the post that carries it, "Figure 2" or "Table 1" in a report.',
    params: [{ name: 'name', type: 'text' }],
    pairs: [],
    examples: [
      { expression: 'ref "daily"', gives: 'this graph' },
      { expression: 'ref "daily"', context: { target: 'report' }, gives: 'Figure 1' },
      { expression: 'ref "harbours"', context: { target: 'report' }, gives: 'Table 1' },
    ],
  },
  {
    name: 'post',
    summary:
      'Names another post of the thread by the `id` of its `<!-- post: id=… -->`: "post 3", "this post" in the post itself, "the first post" where that has no number. Brief and report have no posts and LinkedIn has one, so there it is an error.',
    params: [{ name: 'id', type: 'text' }],
    pairs: [],
    examples: [
      { expression: 'post "method"', gives: 'post 3' },
      { expression: 'post "here"', gives: 'this post' },
    ],
  },
]);

function byName<S extends Signature>(signatures: readonly S[]): ReadonlyMap<string, S> {
  return new Map(signatures.map((signature) => [signature.name, signature]));
}
