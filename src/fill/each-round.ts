import { describeValue } from '../figure/describe-value.js';
import type { BlockNode } from '../model/draft.js';
import type { Expression } from '../model/expression.js';
import type { Table, Value } from '../model/value.js';
import { chooseElse } from './choose-arm.js';
import { evaluate } from './evaluate.js';
import { AlreadyReported, FillProblem } from './fill-problem.js';
import { resolveTable } from './resolve-path.js';
import { withLocal, type Local, type Scope } from './scope.js';

/** One time through a block's children. */
export interface Round {
  readonly children: BlockNode['arms'][number]['children'];
  readonly scope: Scope;
}

/** The rounds of `{{#each}}` or `{{#with}}`; those of `{{else}}` when there is nothing to go through. */
export function eachRound(block: BlockNode, scope: Scope): Round[] {
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

function itemsOf(over: Expression, scope: Scope): Local[] {
  const inputs: Scope['inputs'] = [];
  const reading = { ...scope, inputs };
  const table = over.type === 'path' ? resolveTable(over, reading) : undefined;
  const value: Value = table ? { kind: 'table', table } : evaluate(over, reading);
  switch (value.kind) {
    case 'table':
      return rowsOf(value.table);
    case 'list':
      return value.items.map((item) => ({ value: item, inputs }));
    case 'row':
      return [{ value, inputs: [] }];
    case 'null':
      throw new FillProblem(
        'value-missing',
        over.span,
        'Unexpected NULL, expected rows or a list',
        'Guard it with `{{#if …}}`',
      );
    default:
      throw new FillProblem(
        'helper-arguments',
        over.span,
        `Unexpected ${describeValue(value)}, expected rows or a list`,
      );
  }
}

function rowsOf(table: Table): Local[] {
  return table.rows.map((_, index) => ({ value: { kind: 'row', table, index }, inputs: [] }));
}
