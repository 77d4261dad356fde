import { describeValue } from '../figure/describe-value.js';
import type { BlockNode } from '../model/draft.js';
import type { Value } from '../model/value.js';
import { evaluate } from './evaluate.js';
import { AlreadyReported, FillProblem } from './fill-problem.js';
import { withLocal, type Scope } from './scope.js';

/** One time through a block's children. */
export interface Round {
  readonly children: BlockNode['arms'][number]['children'];
  readonly scope: Scope;
}

/** The rounds of `{{#each}}` or `{{#with}}`; those of `{{else}}` when there is nothing to go through. */
export function eachRound(block: BlockNode, scope: Scope): Round[] {
  const [body, otherwise] = block.arms;
  const tag = body?.tag;
  const [over] = tag?.args ?? [];
  // A tag that could not be read
  if (!body || !over || tag?.kind !== 'open' || tag.local === undefined) throw new AlreadyReported();
  const { local } = tag;
  const items = itemsOf(evaluate(over, scope), over.span, scope);
  if (items.length === 0) return otherwise ? [{ children: otherwise.children, scope }] : [];
  if (block.name === 'with') {
    if (items.length > 1)
      throw new FillProblem(
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

function itemsOf(value: Value, span: { start: number; end: number }, scope: Scope): Value[] {
  switch (value.kind) {
    case 'table':
      return value.table.rows.map((_, index) => ({ kind: 'row', table: value.table, index }));
    case 'list':
      return [...value.items];
    case 'row':
      return [value];
    case 'null':
      throw new FillProblem(
        'value-missing',
        span,
        'Unexpected NULL, expected rows or a list',
        'Guard it with `{{#if …}}`',
      );
    default: {
      // A 1×1 query is its value; looping over it is looping over its one row
      const table = scope.inputs.at(-1)?.query;
      const rows = table === undefined ? undefined : scope.answers.tables.get(table);
      if (rows?.rows.length === 1 && rows.columns.length === 1) return [{ kind: 'row', table: rows, index: 0 }];
      throw new FillProblem('helper-arguments', span, `Unexpected ${describeValue(value)}, expected rows or a list`);
    }
  }
}
