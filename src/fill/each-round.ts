import type { BlockNode } from '../model/draft.js';
import { chooseElse } from './choose-arm.js';
import { AlreadyReported, EvaluationProblem } from '../expression/evaluation-problem.js';
import { itemsOf } from '../expression/items-of.js';
import { withLocal, type Scope } from '../expression/scope.js';

/** One time through a block's children. */
export interface Round {
  readonly children: BlockNode['arms'][number]['children'];
  readonly scope: Scope;
}

/** The most rounds of all loops of a draft together, far more than anyone reads: loops within loops multiply. */
const MOST_ROUNDS = 20_000;

/** The rounds of `{{#each}}` or `{{#with}}`; those of `{{else}}` when there is nothing to go through. */
export function eachRound(block: BlockNode, scope: Scope, loops: { rounds: number }): Round[] {
  const [body] = block.arms;
  const tag = body?.tag;
  const [over] = tag?.args ?? [];
  // A tag that could not be read
  if (!body || !over || tag?.kind !== 'open' || tag.local === undefined) throw new AlreadyReported();
  const { local } = tag;
  const items = itemsOf(over, scope);
  if (items.length === 0) {
    const otherwise = chooseElse(block, scope);
    return otherwise ? [{ children: otherwise.children, scope }] : [];
  }
  if (loops.rounds > MOST_ROUNDS) throw new AlreadyReported();
  loops.rounds += items.length;
  if (loops.rounds > MOST_ROUNDS)
    throw new EvaluationProblem(
      'value-many',
      over.span,
      `Unexpected ${loops.rounds.toLocaleString('en-GB')} rounds of loops in a draft, expected at most ${MOST_ROUNDS.toLocaleString('en-GB')}`,
      'Let the query choose fewer rows: `LIMIT`, or `WHERE`',
    );
  if (block.name === 'with') {
    if (items.length > 1)
      throw new EvaluationProblem(
        'value-many',
        over.span,
        `Unexpected ${items.length} rows, \`#with\` takes one`,
        'Use `{{#each … as |row|}}`',
      );
    return items.map((item) => ({ children: body.children, scope: withLocal(scope, local, item) }));
  }
  return items.map((item, index) => ({
    children: body.children,
    scope: withLocal(scope, local, item, { index, length: items.length }),
  }));
}
