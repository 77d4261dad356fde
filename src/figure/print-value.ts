import type { TextValue, Value } from '../model/value.js';
import type { HelperContext, HelperResult } from './helper.js';
import { printList, type ListOptions } from './print-list.js';
import { printScalar } from './print-scalar.js';
import { missing, problem } from './problem.js';

/** What a caller knows about a value. */
export interface PrintOptions {
  /** The column it comes from: one named `year` or `…_year` is neither grouped nor spelled out. */
  readonly column?: string | undefined;
}

/** Prints a bare value as `{{burst.n}}` does; what cannot be printed is a problem of the call. */
export function printValue(value: Value, context: HelperContext, options: PrintOptions = {}): HelperResult<TextValue> {
  switch (value.kind) {
    case 'number':
    case 'date':
    case 'text':
      return printScalar(value, context, options.column);
    case 'list':
      return printList(value.items, context, { kind: 'and', print: printItem(options.column) });
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

/** A list of years comes from a column named `years` as often as from one named `year`. */
function printItem(column: string | undefined): ListOptions['print'] {
  const singular = column?.replace(/s$/i, '');
  return (item, context) => printScalar(item, context, singular);
}

function unprintable(what: string, note: string) {
  return problem('value-unprintable', 'call', `Unexpected ${what}, expected a number, a date, a text or a list`, note);
}

function columns(all: readonly { readonly name: string }[]): string {
  return all.map(({ name }) => `\`${name}\``).join(', ');
}
