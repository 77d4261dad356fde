import { articleFor } from './article.js';
import type { Hedge, NamedPart, Phrases, Ratio, RatioFrame, Shown } from '../locale.js';

import { isSingularPart, partOfWords } from './part-of.js';

const PARTS: Readonly<Record<NamedPart, string>> = {
  half: 'half',
  third: 'a third',
  quarter: 'a quarter',
  fifth: 'a fifth',
  tenth: 'a tenth',
  'two-thirds': 'two-thirds',
  'three-quarters': 'three-quarters',
  'two-fifths': 'two-fifths',
  'three-fifths': 'three-fifths',
  'four-fifths': 'four-fifths',
  'nine-tenths': 'nine-tenths',
};
const NUMBERED: Readonly<Record<Shown, string>> = { chart: 'Figure', table: 'Table', file: 'Picture' };
const HEDGES: Readonly<Record<Hedge, string>> = { exact: '', almost: 'almost ', more: 'more than ' };

/** English phrases; `perCent` is how the word is spelled. */
export function englishPhrases(perCent: 'per cent' | 'percent'): Phrases {
  return {
    none: (noun) => `no ${noun}`,
    counted: (number, noun) => `${number} ${noun}`,
    atLeast: (phrase) => `at least ${phrase}`,
    lessThan: (number) => `less than ${number}`,
    moreThan: (number) => `more than ${number}`,
    percentInWords: (number) => `${number} ${perCent}`,
    measured: (number, printed, noun) => `${articleFor(number)} ${printed}-${noun.replace(/\s+/g, '-')}`,
    points: (number, category) => `${number} percentage ${category === 'one' ? 'point' : 'points'}`,
    led: (lead, amount) => `${lead} ${amount}`,
    change: (direction, amount) => `${direction} ${amount}`,
    unchanged: 'unchanged',
    part: (part, hedge) => `${{ exact: '', almost: 'almost ', more: 'just over ' }[hedge]}${PARTS[part]}`,
    about: (number) => `about ${number}`,
    nearly: (number) => `nearly ${number}`,
    shares: { all: 'all', almostAll: 'almost all', none: 'none', percent: (written) => written },
    partOf: partOfWords,
    withVerb: (part, verb) => `${part} ${verb}`,
    isSingular: isSingularPart,
    others: (number, category) => `${number} ${category === 'one' ? 'other' : 'others'}`,
    thisOne: (kind) => `this ${{ chart: 'graph', table: 'table', file: 'picture' }[kind]}`,
    numbered: (kind, number) => `${NUMBERED[kind]} ${number}`,
    table: {
      unknown: '–',
      unknownNote: '– stands for what is not known.',
      rowsShown: (shown, all) => `${shown} of ${all} rows`,
      rows: (all, category) => `${all} ${category === 'one' ? 'row' : 'rows'}`,
      total: 'Total',
      totalOfAll: (all) => `All ${all} rows`,
      described: (title, heads) => `Table${title === '' ? '' : ` “${title}”`}: ${heads}`,
      moreRows: (count) => `And ${count} more ${count === 1 ? 'row' : 'rows'}`,
      source: (names) => `Source: ${names}`,
      illustrative: 'Illustrative data',
    },
    thisPost: 'this post',
    firstPost: 'the first post',
    post: (number) => `post ${number}`,
    ratio: (ratio, frame) => ratioWords(ratio, frame),
  };
}

function ratioWords(ratio: Ratio, frame: RatioFrame): string {
  switch (ratio.kind) {
    case 'same':
      return { many: 'just as many', much: 'just as much', bare: 'the same as' }[frame];
    case 'near':
      return nearWords(ratio.side, frame);
    case 'twice':
      return `${HEDGES[ratio.hedge]}twice${asMany(frame)}`;
    case 'multiple':
      return `${HEDGES[ratio.hedge]}${ratio.number} times${asMany(frame)}`;
    case 'part':
      return `${HEDGES[ratio.hedge]}${PARTS[ratio.part]}${frame === 'bare' && ratio.part !== 'half' ? ' of' : asMany(frame)}`;
    case 'percent':
      return `${ratio.percent}${frame === 'bare' ? ' of' : asMany(frame)}`;
    default:
      return ratio satisfies never;
  }
}

/** `about as many` is the one phrase that hides its side, because English has no other with `as many … as`. */
function nearWords(side: 'above' | 'below', frame: RatioFrame): string {
  if (frame === 'bare') return side === 'above' ? 'just above' : 'just below';
  return `${side === 'above' ? 'about' : 'almost'}${asMany(frame)}`;
}

function asMany(frame: RatioFrame): string {
  return frame === 'bare' ? '' : ` as ${frame}`;
}
