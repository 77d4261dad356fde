/** Puts what Vega found wrong into a sentence for the chart's writer. */
export function drawProblem(problem: string): { readonly reason: string; readonly note: string | undefined } {
  for (const [pattern, reason, note] of KNOWN)
    if (pattern.test(problem)) return { reason: problem.replace(pattern, reason), note };
  return { reason: `This chart cannot be drawn: ${problem.replace(/\s+/g, ' ').replace(/\.$/, '')}`, note: undefined };
}

const KNOWN: readonly (readonly [pattern: RegExp, reason: string, note: string | undefined])[] = [
  [
    /^Infinite extent for field "(.*?)":.*$/s,
    'Unexpected field `$1` without any number, expected values to draw',
    'Look at the rows that are left after the chart’s transforms',
  ],
  [
    /^The drawing is empty$/s,
    'Unexpected empty chart: no row is left to draw',
    'Look at its `filter` and other transforms, and at the rows of its query',
  ],
  [
    /^Loading `(.*)` was refused.*$/s,
    'Unexpected address `$1`: a chart loads nothing',
    'Leave it out, or write a query',
  ],
  [
    /^(It (?:took longer|needed more).*)$/s,
    'This chart could not be drawn: $1',
    'Aggregate in the query, and look for expressions or transforms that make many rows',
  ],
  [
    /^The drawing holds `(?:NaN|Infinity)`$/s,
    'Unexpected value that is no number in this chart',
    'Look for dates that are none, and for divisions by 0',
  ],
  [
    /^The drawing holds `(.*)`$/s,
    'Unexpected `$1` in this chart: a picture has no links, scripts or pictures in it',
    undefined,
  ],
  [
    /^([a-zA-Z0-9]+)(?:-encoding is)? dropped as .*$/s,
    'Unexpected channel `$1`: this mark cannot show it',
    'Leave it out, or choose another mark',
  ],
];
