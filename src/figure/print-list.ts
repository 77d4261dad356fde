import type { TextValue, Value } from '../model/value.js';
import { wholeDecimal } from './decimal.js';
import type { HelperContext, HelperResult } from './helper.js';
import type { ListKind } from './locale.js';
import { printNumber } from './print-number.js';
import { printScalar, type Scalar } from './print-scalar.js';
import { problem, wrongKind } from './problem.js';

/** How to join a list. */
export interface ListOptions {
  readonly kind: ListKind;
  /** Beyond so many the rest is counted: `A, B and two others`. */
  readonly max?: number;
  /** Prints an item; by default as a bare tag would. */
  readonly print?: (item: Scalar, context: HelperContext) => HelperResult<TextValue>;
}

/** Joins values as the language joins a list; an empty list and NULL in it are problems. */
export function printList(
  items: readonly Value[],
  context: HelperContext,
  options: ListOptions,
): HelperResult<TextValue> {
  if (items.length === 0) {
    return problem(
      'value-missing',
      'call',
      'Unexpected empty list, expected at least one item',
      'Guard it with `{{#if …}}…{{/if}}`',
    );
  }
  const missing = items.filter((item) => item.kind === 'null').length;
  if (missing > 0) {
    return problem(
      'value-missing',
      'call',
      `Unexpected NULL in a list, ${missing} of ${items.length} ${items.length === 1 ? 'item' : 'items'}`,
      'Leave them out in the query, e.g. `WHERE column IS NOT NULL`',
    );
  }
  const shown = items.slice(0, options.max);
  const leads = options.kind !== 'either' || items.length === 1;
  const texts: TextValue[] = [];
  for (const [index, item] of shown.entries()) {
    if (!isScalar(item)) return wrongKind('call', item, 'a number, a date or a text in the list');
    const print = options.print ?? printScalar;
    const printed = print(item, index === 0 && leads ? context : { ...context, spellNumbers: false });
    if (printed.problem) return printed;
    texts.push(printed.value);
  }
  const words = [...texts.map((text) => text.value), ...others(items.length - shown.length, context)];
  const text = context.locale.lists.join(words, { kind: options.kind, serialComma: context.style.lists.serialComma });
  const isLed = texts[0] !== undefined && !text.startsWith(texts[0].value);
  return { value: { kind: 'text', value: text, origin: jointOrigin(texts), ...(isLed && { led: true }) } };
}

function others(count: number, context: HelperContext): readonly string[] {
  if (count === 0) return [];
  const number = wholeDecimal(BigInt(count));
  const { numbers, phrases } = context.locale;
  return [phrases.others(printNumber(number, context, 'inside'), numbers.category(number))];
}

/** One item from data makes the whole list data, so that nothing in it can become live. */
function jointOrigin(texts: readonly TextValue[]): TextValue['origin'] {
  const origins = new Set(texts.map((text) => text.origin));
  if (origins.has('data')) return 'data';
  return origins.has('tag') ? 'tag' : 'phrase';
}

function isScalar(value: Value): value is Scalar {
  return value.kind === 'number' || value.kind === 'date' || value.kind === 'text';
}
