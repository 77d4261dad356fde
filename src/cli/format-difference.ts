import { styleText } from 'node:util';
import { visibleLine } from '../diagnostic/visible-text.js';
import type { Place } from '../model/position.js';
import { describeChange } from '../record/describe-change.js';
import { causesOf, isTold, togetherBySentence, unseenIn } from '../record/diff-entry.js';
import type { Difference } from '../record/difference.js';

/**
 * A difference for people: each sentence as it was and as it is, and why. Empty where nothing changed.
 *
 *     42:7
 *       - Seven operations in a single day.
 *       + Eight operations in a single day.
 *       data `content/data/events.csv` changed, its queries are the same
 */
export function formatDifference({ changes, data, queries }: Difference, colour: boolean): string {
  const paint = (style: 'red' | 'green' | 'dim', text: string): string => (colour ? styleText(style, text) : text);
  const lines = togetherBySentence(changes).flatMap((together) => {
    const [first] = together;
    const { place, sentence } = first;
    const words =
      sentence && isTold(first)
        ? [
            paint('red', `    - ${visibleLine(sentence.before)}`),
            paint('green', `    + ${visibleLine(sentence.after)}`),
            ...unseenIn(together).map((unseen) => `    ${visibleLine(unseen)}`),
          ]
        : together.map(({ change }) => `    ${visibleLine(describeChange(change))}`);
    const causes = causesOf(together).map((cause) => paint('dim', `    ${visibleLine(cause)}`));
    return [`  ${placeOf(place)}`, ...words, ...causes];
  });
  const stale = [...data, ...queries].map((name) => `\`${name}\``);
  if (lines.length === 0 && stale.length > 0) return `  ${visibleLine(stale.join(', '))} changed, and no figure did\n`;
  return lines.map((line) => `${line}\n`).join('');
}

function placeOf(place: Place | undefined): string {
  return place ? `${place.line}:${place.column}` : 'no longer in the draft';
}
