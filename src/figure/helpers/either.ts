import type { Helper } from '../helper.js';
import { joinItems } from '../join-items.js';
import { boolean, dataText, list as listOf } from '../literals.js';

const PLACES = listOf(dataText('Sandwick'), dataText('Elmouth'));

/** `{{either places tag=true}}`: one of a closed list. */
export const either: Helper = {
  name: 'either',
  summary:
    'A closed list of which each is one: "either … or …"; a list of one is its item. `col=` names a column, `max=` counts the rest, `tag=true` makes hashtags.',
  params: [{ name: 'xs', type: 'any' }],
  pairs: [
    { name: 'col', type: 'text' },
    { name: 'max', type: 'number' },
    { name: 'tag', type: 'boolean' },
  ],
  examples: [
    { expression: 'either places', args: [PLACES], gives: 'either Sandwick or Elmouth' },
    {
      expression: 'either places tag=true',
      args: [PLACES],
      pairs: { tag: boolean(true) },
      gives: 'either #Sandwick or #Elmouth',
    },
    { expression: 'either "Sandwick"', args: [dataText('Sandwick')], gives: 'Sandwick' },
  ],
  call: ([xs], pairs, context) => joinItems(xs, 'either', pairs, context),
};
