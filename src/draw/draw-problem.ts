import type { RuleId } from '../diagnostic/rules.js';
import { SHOW_POINTS } from './loss-messages.js';
import { LONGEST_SIDE } from './shapes.js';

/** Puts what Vega found wrong into a sentence for the chart's writer. */
export function drawProblem(problem: string): {
  readonly rule: RuleId;
  readonly reason: string;
  readonly note: string | undefined;
} {
  for (const [pattern, reason, note, rule = 'chart-spec'] of KNOWN)
    if (pattern.test(problem)) return { rule, reason: problem.replace(pattern, reason), note };
  return {
    rule: 'chart-spec',
    reason: `This chart cannot be drawn: ${problem.replace(/\s+/g, ' ').replace(/\.$/, '')}`,
    note: undefined,
  };
}

const KNOWN: readonly (readonly [pattern: RegExp, reason: string, note: string | undefined, rule?: RuleId])[] = [
  [
    /^Infinite extent for field "(.*?)":.*$/s,
    'Unexpected field `$1` without any number, expected values to draw',
    'Look at the rows that are left after the chart’s transforms',
  ],
  [
    /^The drawing is empty$/s,
    'Unexpected empty chart: no row is left to draw',
    'Look at its `filter` and other transforms, and at the rows of its query',
    'chart-empty',
  ],
  [
    /^The drawing has lone points alone$/s,
    'Unexpected chart of single points: a line or an area of one point is not seen',
    SHOW_POINTS,
    'chart-empty',
  ],
  [
    /^The drawing sizes (.*)$/s,
    'Unexpected `$1` as a size, which cannot be less than nothing',
    'Show bars, which can go below zero',
    'chart-value',
  ],
  [
    /^The drawing stacks (.*)$/s,
    'Unexpected `$1` as a part of a whole: what is stacked cannot be less than nothing',
    'Show bars with `stack: zero` or lines, which can go below zero',
    'chart-value',
  ],
  [
    /^The drawing has (\d+) marks$/s,
    'Unexpected $1 marks in this chart, more than a picture can show',
    'Aggregate in the query: GROUP BY what the chart shows',
  ],
  [
    /^The drawing measures (.*) by (.*)$/s,
    `Unexpected chart of $1 by $2 pixels, expected at most ${LONGEST_SIDE.toString()} a side`,
    'Show fewer names or parts, or give a smaller `width` and `height`',
  ],
  [/^Maximum call stack size exceeded$/s, 'Unexpected nesting in this chart, too deep to draw', undefined],
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
