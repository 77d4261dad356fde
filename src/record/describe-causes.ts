import type { Cause } from './change.js';

/** Why a figure changed, in words: `data/events.csv changed, the queries are the same`. */
export function describeCauses(causes: readonly Cause[]): string {
  const said = causes.map(describe);
  const kinds = new Set(causes.map(({ kind }) => kind));
  if (kinds.has('data') && !kinds.has('query')) said.push('its queries are the same');
  if (kinds.has('query') && !kinds.has('data')) said.push('its data is the same');
  return said.join(', ');
}

function describe(cause: Cause): string {
  switch (cause.kind) {
    case 'expression':
      return 'another expression';
    case 'draft':
      return 'the draft was edited';
    case 'block':
      return 'a block around it chose otherwise';
    case 'draft-or-block':
      return 'the draft was edited, or a block around it chose otherwise';
    case 'words':
      return 'other words were typed';
    case 'place':
      return 'it stands elsewhere in its sentence';
    case 'query':
      return `query \`${cause.name}\` changed`;
    case 'data':
      return `data \`${cause.file}\` changed`;
    case 'clock':
      return `\`${cause.key}\` is ${cause.after}, was ${cause.before}`;
    case 'style':
      return 'the house style or the language changed';
    case 'tool':
      return `${cause.after} in place of ${cause.before}`;
    case 'unstable':
      return `${cause.queries.map((name) => `\`${name}\``).join(' and ')} answered otherwise over the same data: give the rows an order`;
  }
}
