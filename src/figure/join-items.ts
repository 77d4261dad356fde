import type { Value } from '../model/value.js';
import { isTrue, numberOf, textOf } from './arguments.js';
import { isWhole } from './decimal.js';
import { hashtag } from './hashtag.js';
import type { HelperContext, HelperPairs, HelperResult, Problem } from './helper.js';
import { listItems } from './list-items.js';
import type { ListKind } from './locale.js';
import { printList } from './print-list.js';
import { printScalar } from './print-scalar.js';
import { wrongKind } from './problem.js';

/** Joins the items of an argument, with the named arguments `col`, `max` and `tag` that `list` and `either` share. */
export function joinItems(
  xs: Value | undefined,
  kind: ListKind,
  pairs: HelperPairs,
  context: HelperContext,
): HelperResult {
  const max = maxOf(pairs);
  if (max.problem) return { problem: max.problem };
  const found = listItems(xs ?? { kind: 'null' }, pairs['col'] && textOf(pairs['col']).value);
  if ('problem' in found) return found;
  const tagged = isTrue(pairs['tag']);
  const printed = printList(found.items, context, {
    kind,
    max: max.value,
    print(item, itemContext) {
      if (tagged && item.kind === 'text') return hashtag(item, itemContext, 'call');
      return printScalar(item, itemContext);
    },
  });
  if (printed.problem) return { problem: { ...printed.problem, at: { arg: 0 } } };
  return { ...printed, machine: { kind: 'words', value: JSON.stringify(found.items.map(exactText)) } };
}

function exactText(item: Value): string {
  if (item.kind === 'number') return item.exact;
  return 'value' in item ? String(item.value) : '';
}

function maxOf(
  pairs: HelperPairs,
): { readonly value: number | undefined; readonly problem?: undefined } | { readonly problem: Problem } {
  if (pairs['max'] === undefined) return { value: undefined };
  const max = numberOf(pairs['max']);
  if (isWhole(max) && max.digits >= 1n) return { value: Number(max.digits) };
  return wrongKind({ pair: 'max' }, pairs['max'], 'a whole number from 1 on');
}
