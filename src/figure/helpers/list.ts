import { isTrue } from '../arguments.js';
import type { Helper } from '../helper.js';
import { joinItems } from '../join-items.js';
import { boolean, dataText, list as listOf, number } from '../literals.js';

const LANGUAGES = listOf(...['Arabic', 'Dari', 'English', 'Pashto', 'Urdu'].map((name) => dataText(name)));

/** `{{list reach col="lang"}}`: values joined as a sentence joins them. */
export const list: Helper = {
  name: 'list',
  summary:
    'Values joined with commas and "and", or "or"; `col=` names a column, `max=` counts the rest, `tag=true` makes hashtags.',
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
  call: ([xs], pairs, context) => joinItems(xs, isTrue(pairs['or']) ? 'or' : 'and', pairs, context),
};
