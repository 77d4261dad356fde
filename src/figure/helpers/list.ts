import { isTrue, numberOf, textOf } from '../arguments.js';
import { isWhole } from '../decimal.js';
import { hashtag } from '../hashtag.js';
import type { Helper, HelperPairs, Problem } from '../helper.js';
import { listItems } from '../list-items.js';
import { boolean, dataText, list as listOf, number } from '../literals.js';
import { printList } from '../print-list.js';
import { printScalar } from '../print-scalar.js';
import { wrongKind } from '../problem.js';

const LANGUAGES = listOf(...['Arabic', 'Dari', 'English', 'Pashto', 'Urdu'].map((name) => dataText(name)));

/** `{{list reach col="lang"}}`: values joined as a sentence joins them. */
export const list: Helper = {
  name: 'list',
  summary: 'Values joined with commas and "and"; `col=` names a column, `max=` counts the rest.',
  params: [{ name: 'xs', type: 'any' }],
  pairs: [
    { name: 'col', type: 'text' },
    { name: 'max', type: 'number' },
    { name: 'or', type: 'boolean' },
    { name: 'tag', type: 'boolean' },
  ],
  examples: [
    { expression: 'list langs', args: [LANGUAGES], gives: 'Arabic, Dari, English, Pashto and Urdu' },
    {
      expression: 'list langs max=3',
      args: [LANGUAGES],
      pairs: { max: number('3') },
      gives: 'Arabic, Dari, English and two others',
    },
    {
      expression: 'list places or=true tag=true',
      args: [listOf(dataText('Sandwick'), dataText('Elmouth'))],
      pairs: { or: boolean(true), tag: boolean(true) },
      gives: '#Sandwick or #Elmouth',
    },
  ],
  call([xs], pairs, context) {
    const max = maxOf(pairs);
    if (max.problem) return { problem: max.problem };
    const found = listItems(xs ?? { kind: 'null' }, pairs['col'] && textOf(pairs['col']).value);
    if ('problem' in found) return found;
    const tagged = isTrue(pairs['tag']);
    const printed = printList(found.items, context, {
      kind: isTrue(pairs['or']) ? 'or' : 'and',
      max: max.value,
      print(item, itemContext) {
        if (tagged && item.kind === 'text') return hashtag(item, itemContext, 'call');
        return printScalar(item, itemContext);
      },
    });
    return printed.problem ? { problem: { ...printed.problem, at: { arg: 0 } } } : printed;
  },
};

function maxOf(
  pairs: HelperPairs,
): { readonly value: number | undefined; readonly problem?: undefined } | { readonly problem: Problem } {
  if (pairs['max'] === undefined) return { value: undefined };
  const max = numberOf(pairs['max']);
  if (isWhole(max) && max.digits >= 1n) return { value: Number(max.digits) };
  return wrongKind({ pair: 'max' }, pairs['max'], 'a whole number from 1 on');
}
