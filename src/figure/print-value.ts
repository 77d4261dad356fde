import type { TextValue, Value } from '../model/value.js';
import type { HelperContext, HelperResult } from './helper.js';
import { printList } from './print-list.js';
import { printScalar } from './print-scalar.js';
import { missing, problem } from './problem.js';

/** Prints a bare value as `{{burst.n}}` does; what cannot be printed is a problem of the call. */
export function printValue(value: Value, context: HelperContext): HelperResult<TextValue> {
  switch (value.kind) {
    case 'number':
    case 'date':
    case 'text':
      return printScalar(value, context);
    case 'list':
      return printList(value.items, context, { kind: 'and' });
    case 'null':
      return missing('call', 'a value to print');
    case 'boolean':
      return unprintable(
        `\`${String(value.value)}\``,
        'Put it in `{{#if …}}…{{else}}…{{/if}}`, which turns it into words',
      );
    case 'row':
      return unprintable(`row of \`${value.table.query}\``, `Name a column, e.g. ${columns(value.table.columns)}`);
    case 'table':
      return unprintable(
        `table \`${value.table.query}\``,
        `Name a column, e.g. \`${value.table.query}.${value.table.columns[0]?.name ?? 'column'}\`, or use \`{{#each ${value.table.query}}}\``,
      );
    default:
      return value satisfies never;
  }
}

function unprintable(what: string, note: string) {
  return problem('value-unprintable', 'call', `Unexpected ${what}, expected a number, a date, a text or a list`, note);
}

function columns(all: readonly { readonly name: string }[]): string {
  return all.map(({ name }) => `\`${name}\``).join(', ');
}
