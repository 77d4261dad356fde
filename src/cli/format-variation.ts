import { styleText } from 'node:util';
import { displayWidth } from '../diagnostic/display-width.js';
import { visibleLine } from '../diagnostic/visible-text.js';
import type { Variant, Variation, VariedClaim, VariedSentence } from '../model/variation.js';
import { countClaims } from '../vary/count-claims.js';
import { describeVariant } from '../vary/describe-variant.js';
import { formatMutations } from '../vary/format-mutations.js';
import { summarise, type VariationSummary } from '../vary/summarise.js';
import { counted } from './format-counts.js';

/**
 * What a draft would say, for people: each sentence as it is, then what becomes of it and under which changes.
 *
 *     content/weekly.md: 1 sentence with figures, 9 changes of the data; 1 claim: 0 turn false under some data, 1 never does
 *       content/weekly.md:42:7  Seven operations in a single day.
 *         + No operations in a single day.
 *             burst.n 0
 *         ✗ value-missing: Unexpected empty `burst`, expected one row for `burst.n`
 *             burst no row
 *
 *       In short, 9 changes were tried on 1 sentence:
 *         1 would stop the build under some, 0 would get a lint, 0 would be left out
 *         1 of 1 claim is never false
 */
export function formatVariation(variation: Variation, colour: boolean): string {
  const { sentences, claims, failures, tried, untried } = variation;
  const paint = (style: Style, text: string): string => (colour ? styleText(style, text) : text);
  const idle = claims.filter(({ outcome }) => outcome !== 'false');
  const past = untried > 0 ? `, ${untried} more past the limit` : '';
  const lines = [
    `${counted(sentences.length, 'sentence')} that ${sentences.length === 1 ? 'follows' : 'follow'} data, ${counted(tried, 'change')} tried${past}; ${countClaims(claims, untried)}`,
    ...sentences.flatMap((sentence) => sentenceLines(sentence, paint)),
    ...(idle.length > 0 ? ['', '  Claims that nothing made false:'] : []),
    ...claimLines(idle, paint),
    ...(failures.length > 0 ? ['', '  Changes under which a query fails, so that nothing is published:'] : []),
    ...failures.map(({ mutation, reason }) => `    ${visibleLine(`${formatMutations([mutation])}: ${reason}`)}`),
    '',
    ...inShort(summarise(variation)).map((line) => `  ${paint('bold', line)}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** What can be read without the rest. */
function inShort(summary: VariationSummary): string[] {
  const { sentences, tried, untried, failed, disliked, gone, claims, idle } = summary;
  const past = untried > 0 ? `, ${untried} more were not` : '';
  const never = untried > 0 ? 'not false yet' : 'never false';
  return [
    `In short, ${counted(tried, 'change')} ${tried === 1 ? 'was' : 'were'} tried on ${counted(sentences, 'sentence')}${past}:`,
    `  ${failed} would stop the build under some, ${disliked} would get a lint, ${gone} would be left out`,
    ...(claims > 0 ? [`  ${idle} of ${counted(claims, 'claim')} ${idle === 1 ? 'is' : 'are'} ${never}`] : []),
  ];
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
        ...listLines(visibleLine(formatMutations(variant.mutations)), paint),
      ];
    }),
  ];
}

/** Claims of which the same was tried stand together. */
function claimLines(claims: readonly VariedClaim[], paint: Paint): string[] {
  const byTried = new Map<string, string[]>();
  for (const { place, text, expression, outcome, tried } of claims) {
    const where = `${visibleLine(place.file)}:${place.line}:${place.column}`;
    const undecided = outcome === 'undecided' ? ' (cannot be decided under some data)' : '';
    const changes = visibleLine(formatMutations(tried)) || 'nothing that it reads';
    const line = `    ${paint('bold', where)}  “${visibleLine(text)}”, check:${visibleLine(expression)}${undecided}`;
    byTried.set(changes, [...(byTried.get(changes) ?? []), line]);
  }
  return [...byTried].flatMap(([changes, lines]) => [...lines, ...listLines(`tried: ${changes}`, paint)]);
}

/** A terminal of this width is met everywhere. */
const COLUMNS = 80;

/** A list of changes, broken between them; sentences stay whole, so that they can be searched for. */
function listLines(list: string, paint: Paint): string[] {
  const indent = ' '.repeat(8);
  const lines: string[] = [];
  for (const item of list.split(/(?<=[;,]) /)) {
    const last = lines.at(-1);
    const longer = last === undefined ? item : `${last} ${item}`;
    if (last !== undefined && displayWidth(indent + longer) > COLUMNS) lines.push(item);
    else lines.splice(-1, 1, longer);
  }
  return lines.map((line) => paint('dim', indent + line));
}
