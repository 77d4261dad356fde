import type { DataSource } from '../model/draft.js';
import type { DataProblem } from './data-problem.js';

/**
 * Holds what a source covers against the last day of data: of days on which nobody watched nothing can be said, a
 * silence least of all. Coverage beyond that day is cut like the rows.
 */
export function checkCovers({ name, covers, coversSpan }: DataSource, asOf: string): DataProblem | undefined {
  if (!covers) return undefined;
  const [from, to] = covers;
  const shown = `\`covers: [${from}, ${to}]\``;
  if (from > asOf) {
    return {
      rule: 'data-not-covered',
      span: coversSpan,
      reason: `Unexpected ${shown} of \`${name}\`, which begins after the last day of data, ${asOf}`,
      note: 'Correct `covers`, or `as_of`: what was not watched cannot be counted',
    };
  }
  if (to >= asOf) return undefined;
  return {
    rule: 'coverage-ends',
    span: coversSpan,
    reason: `Unexpected end of ${shown} of \`${name}\` before the last day of data, ${asOf}`,
    note: `Write \`as_of: ${to}\`, or say in \`covers\` until when someone watched: of the days between nothing is known`,
  };
}
