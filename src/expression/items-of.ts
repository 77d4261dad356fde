import { describeValue } from '../figure/describe-value.js';
import type { Expression } from '../model/expression.js';
import type { Table, Value } from '../model/value.js';
import { evaluate } from './evaluate.js';
import { EvaluationProblem } from './evaluation-problem.js';
import { resolveTable } from './resolve-path.js';
import type { Local, Scope } from './scope.js';

/** The rows of a query or the items of a list that a loop goes through. */
export function itemsOf(over: Expression, scope: Scope): Local[] {
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
      throw new EvaluationProblem(
        'value-missing',
        over.span,
        'Unexpected NULL, expected rows or a list',
        'Guard it with `{{#if …}}`',
      );
    default:
      throw new EvaluationProblem(
        'helper-arguments',
        over.span,
        `Unexpected ${describeValue(value)}, expected rows or a list`,
      );
  }
}

function rowsOf(table: Table): Local[] {
  return table.rows.map((_, index) => ({ value: { kind: 'row', table, index }, inputs: [] }));
}
