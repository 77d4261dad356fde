import type { LiteralExpression } from '../model/expression.js';
import type { Value } from '../model/value.js';

/** What a literal of a tag stands for. */
export function literalValue(value: LiteralExpression['value']): Value {
  if (value === null) return { kind: 'null' };
  switch (typeof value) {
    case 'string':
      return { kind: 'text', value, origin: 'draft' };
    case 'number':
      return { kind: 'number', value, exact: String(value) };
    default:
      return { kind: 'boolean', value };
  }
}
