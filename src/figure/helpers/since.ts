import type { Value } from '../../model/value.js';
import { numberOf } from '../arguments.js';
import { dayNumber } from '../day-number.js';
import { isWhole } from '../decimal.js';
import type { Helper, HelperContext, HelperPairs, HelperResult, Problem } from '../helper.js';
import { date as day, number } from '../literals.js';
import type { Day } from '../locale.js';
import { parseDay } from '../parse-day.js';
import { phrase } from '../phrase.js';
import { missing, problem, wrongKind } from '../problem.js';
import { readDay } from '../read-day.js';

/** A day of another year is named to the day as long as it is so near, else by its month. */
const NEAR_DAYS = 92;

/** `{{since record.last from=record.covered_from min=60}}`: how far back one has to look. */
export const since: Helper = {
  name: 'since',
  summary:
    'How far back one has to look: a day of this year or of the last 92 days, else its month; where there is no earlier day, when records began, which `from=` says. `min=` is how many days a look-back must have.',
  params: [{ name: 'd', type: 'date', nullable: true }],
  pairs: [
    { name: 'from', type: 'date' },
    { name: 'min', type: 'number' },
  ],
  examples: [
    { expression: 'since 2021-08-30', args: [day('2021-08-30')], gives: 'since 30 August' },
    { expression: 'since 2019-08-10', args: [day('2019-08-10')], gives: 'since August 2019' },
    {
      expression: 'since null from=2019-01-01',
      args: [{ kind: 'null' }],
      pairs: { from: day('2019-01-01') },
      gives: 'since records began in January 2019',
    },
    {
      expression: 'since 2021-06-01 min=60',
      args: [day('2021-06-01')],
      pairs: { min: number('60') },
      gives: 'since 1 June',
    },
  ],
  call([d], pairs, context) {
    const from = pairs['from'] && readDay(pairs['from'], 'call');
    if (from?.problem) return { problem: from.problem };
    if (d?.kind === 'null') return sinceRecordsBegan(from?.day, pairs, context);
    const then = readDay(d, { arg: 0 });
    if (then.problem) return { problem: then.problem };
    if (from && dayNumber(then.day) < dayNumber(from.day)) {
      const note = 'Nothing is known about a day before records began; look at the query';
      return wrongKind({ arg: 0 }, d ?? { kind: 'null' }, 'a day on or after `from=`', note);
    }
    const wrong = lookBackProblem(then.day, { arg: 0 }, pairs, context);
    if (wrong) return { problem: wrong };
    const machine = d?.kind === 'date' ? ({ kind: 'date', value: d.value } as const) : undefined;
    return phrase(context.locale.durations.since(dayOrMonth(then.day, context)), [], machine);
  },
};

function sinceRecordsBegan(from: Day | undefined, pairs: HelperPairs, context: HelperContext): HelperResult {
  if (!from) {
    return missing(
      { arg: 0 },
      'a date',
      'Add `from=` with the first day of the records, or guard it with `{{#if …}}…{{/if}}`',
    );
  }
  const wrong = lookBackProblem(from, { pair: 'from' }, pairs, context);
  if (wrong) return { problem: wrong };
  const { dates, durations } = context.locale;
  return phrase(durations.sinceRecordsBegan(dates.monthAndYear(from)));
}

function dayOrMonth(day: Day, { date, locale: { dates } }: HelperContext): string {
  const today = parseDay(date) ?? day;
  if (day.year === today.year) return dates.long(day, false);
  return dayNumber(today) - dayNumber(day) <= NEAR_DAYS ? dates.long(day, true) : dates.monthAndYear(day);
}

function lookBackProblem(
  day: Day,
  at: Problem['at'],
  pairs: HelperPairs,
  { date }: HelperContext,
): Problem | undefined {
  const days = dayNumber(parseDay(date) ?? day) - dayNumber(day);
  if (days < 0) {
    const reason = 'Unexpected day after the publication day, expected one to look back to';
    return problem('helper-arguments', at, reason).problem;
  }
  if (pairs['min'] === undefined) return undefined;
  const least = wholeDays(pairs['min']);
  if (least.problem) return least.problem;
  if (BigInt(days) >= least.days) return undefined;
  return problem(
    'value-missing',
    at,
    `Unexpected look-back of ${days} ${days === 1 ? 'day' : 'days'}, expected at least ${least.days}, as \`min=\` asks`,
    'So short a look-back is no news: guard it with `{{#if …}}…{{/if}}`, or write a smaller `min=`',
  ).problem;
}

function wholeDays(
  value: Value,
): { readonly days: bigint; readonly problem?: undefined } | { readonly problem: Problem } {
  const least = numberOf(value);
  if (isWhole(least) && least.digits >= 0n) return { days: least.digits };
  return wrongKind({ pair: 'min' }, value, 'a whole number of days');
}
