import { styleText } from 'node:util';
import { visibleLine } from '../diagnostic/visible-text.js';
import type { Variant, Variation, VariedClaim, VariedSentence } from '../model/variation.js';
import { countClaims } from '../vary/count-claims.js';
import { describeVariant } from '../vary/describe-variant.js';
import { formatMutations } from '../vary/format-mutations.js';

/**
 * What a draft would say, for people: each sentence as it is, then what becomes of it and under which changes.
 *
 *     content/weekly.md: 1 sentence with figures, 9 changes of the data; 1 claim: 0 turn false under some data, 1 never does
 *       content/weekly.md:42:7  Seven operations in a single day.
 *         + No operations in a single day.
 *             burst.n 0
 *         ✗ value-missing: Unexpected empty `burst`, expected one row for `burst.n`
 *             burst no row
 */
export function formatVariation(variation: Variation, colour: boolean): string {
  const { sentences, claims, failures, tried, untried } = variation;
  const paint = (style: Style, text: string): string => (colour ? styleText(style, text) : text);
  const idle = claims.filter(({ outcome }) => outcome !== 'false');
  const past = untried > 0 ? `, ${untried} more past the limit` : '';
  const lines = [
    `${counted(sentences.length, 'sentence')} that ${sentences.length === 1 ? 'follows' : 'follow'} data, ${counted(tried, 'change')} tried${past}; ${countClaims(claims)}`,
    ...sentences.flatMap((sentence) => sentenceLines(sentence, paint)),
    ...(idle.length > 0 ? ['', '  Claims that nothing made false:'] : []),
    ...idle.flatMap((claim) => claimLines(claim, paint)),
    ...(failures.length > 0 ? ['', '  Changes under which a query fails, so that nothing is published:'] : []),
    ...failures.map(({ mutation, reason }) => `    ${visibleLine(`${formatMutations([mutation])}: ${reason}`)}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

type Style = 'red' | 'yellow' | 'green' | 'dim' | 'bold';
type Paint = (style: Style, text: string) => string;

const SIGNS: Record<Variant['kind'], readonly [string, Style]> = {
  failed: ['✗', 'red'],
  disliked: ['!', 'yellow'],
  gone: ['-', 'dim'],
  said: ['+', 'green'],
  same: ['=', 'dim'],
};

function sentenceLines({ place, text, variants }: VariedSentence, paint: Paint): string[] {
  const where = `${visibleLine(place.file)}:${place.line}:${place.column}`;
  return [
    '',
    `  ${paint('bold', where)}  ${visibleLine(text)}`,
    ...variants.flatMap((variant) => {
      const [sign, style] = SIGNS[variant.kind];
      return [
        paint(style, `    ${sign} ${visibleLine(describeVariant(variant))}`),
        paint('dim', `        ${visibleLine(formatMutations(variant.mutations))}`),
      ];
    }),
  ];
}

function claimLines({ place, text, expression, outcome, tried }: VariedClaim, paint: Paint): string[] {
  const where = `${visibleLine(place.file)}:${place.line}:${place.column}`;
  const undecided = outcome === 'undecided' ? ' (cannot be decided under some data)' : '';
  return [
    `    ${paint('bold', where)}  “${visibleLine(text)}”, check:${visibleLine(expression)}${undecided}`,
    paint('dim', `        tried: ${visibleLine(formatMutations(tried)) || 'nothing that it reads'}`),
  ];
}

function counted(n: number, one: string): string {
  return `${n} ${n === 1 ? one : `${one}s`}`;
}
