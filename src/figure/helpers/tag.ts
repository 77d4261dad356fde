import { textOf } from '../arguments.js';
import { hashtag } from '../hashtag.js';
import type { Helper } from '../helper.js';
import { dataText } from '../literals.js';

/** `{{tag place.name}}`: the one way that data becomes a live hashtag. */
export const tag: Helper = {
  name: 'tag',
  summary: 'A hashtag in a thread, the plain name in brief and report.',
  params: [{ name: 'name', type: 'text' }],
  pairs: [],
  examples: [
    { expression: 'tag "RNLI"', args: [dataText('RNLI')], gives: '#RNLI' },
    { expression: 'tag "Harbour Watch"', args: [dataText('Harbour Watch')], gives: '#HarbourWatch' },
    { expression: 'tag "Côte d’Ivoire"', args: [dataText('Côte d’Ivoire')], gives: '#CôteDIvoire' },
    {
      expression: 'tag "Harbour Watch"',
      args: [dataText('Harbour Watch')],
      context: { target: 'report' },
      gives: 'Harbour Watch',
    },
  ],
  call([name], _pairs, context) {
    return hashtag(textOf(name), context, { arg: 0 });
  },
};
