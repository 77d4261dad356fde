import { createMessage } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { PreparedChart } from '../model/chart.js';
import type { Losses } from './find-losses.js';

/** Says at a chart's place what its drawing leaves out. */
export function lossMessages(
  { name, place }: Pick<PreparedChart, 'name' | 'place'>,
  { emptyParts, lonePoints }: Losses,
): Message[] {
  const empty = emptyParts.map(({ number, of, mark }) =>
    createMessage(
      'chart-part-empty',
      place,
      `Unexpected empty part ${number.toString()} of ${of.toString()} (\`${mark}\`) in the chart \`${name}\`: no row is left for it`,
      'Look at its `filter` and at the rows of its query, or leave it out',
    ),
  );
  if (lonePoints === 0) return empty;
  const points = lonePoints === 1 ? 'a point' : `${lonePoints.toString()} points`;
  const reason = `Unexpected ${points} without a neighbour in the chart \`${name}\`: a line or an area of one point is not seen`;
  return [...empty, createMessage('chart-lone-point', place, reason, SHOW_POINTS)];
}

/** What makes single points of a line seen. */
export const SHOW_POINTS = 'Add `point: true` to the mark, or leave such rows out in the query';
