import { counted } from './format-counts.js';
import { styleText } from 'node:util';
import { visibleLine } from '../diagnostic/visible-text.js';
import type { Place } from '../model/position.js';
import { describeChange } from '../record/describe-change.js';
import { causesOf, unseenIn } from '../record/diff-entry.js';
import type { Difference } from '../record/difference.js';
import { togetherBySentence, toldWords, untoldSentence } from '../record/together.js';

/**
 * A difference for people: each sentence as it was and as it is, and why. Empty where nothing changed.
 *
 *     42:7
 *       - Seven operations in a single day.
 *       + Eight operations in a single day.
 *       data `content/data/events.csv` changed, its queries are the same
 */
export function formatDifference({ changes, data, queries, uncompared }: Difference, colour: boolean): string {
  const paint = (style: 'red' | 'green' | 'dim', text: string): string => (colour ? styleText(style, text) : text);
  const lines = togetherBySentence(changes).flatMap((together) => {
    const [first] = together;
    const { place } = first;
    const told = toldWords(first);
    const untold = untoldSentence(first);
    const words = told
      ? [
          paint('red', `    - ${visibleLine(told.before)}`),
          paint('green', `    + ${visibleLine(told.after)}`),
          ...unseenIn(together).map((unseen) => `    ${visibleLine(unseen)}`),
        ]
      : [
          ...together.map(({ change }) => `    ${visibleLine(describeChange(change))}`),
          ...(untold === undefined ? [] : [paint('green', `    + ${visibleLine(untold)}`)]),
        ];
    const causes = causesOf(together).map((cause) => paint('dim', `    ${visibleLine(cause)}`));
    return [`  ${placeOf(place)}`, ...words, ...causes];
  });
  const stale = [...data, ...queries].map((name) => `\`${name}\``);
  if (lines.length === 0 && stale.length > 0 && uncompared === 0)
    return `  ${visibleLine(stale.join(', '))} changed, and no figure did\n`;
  return [...lines, ...uncomparedLines(uncompared)].map((line) => `${line}\n`).join('');
}

/** `  3 figures not compared, the draft has errors`. */
function uncomparedLines(count: number): string[] {
  return count === 0 ? [] : [`  ${counted(count, 'figure')} not compared, the draft has errors`];
}

function placeOf(place: Place | undefined): string {
  return place ? `${place.line}:${place.column}` : 'no longer published';
}
