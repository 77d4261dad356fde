/** A sentence of a draft, and what it says over each data set. */
export interface Sentence {
  /** The kind of figure that it has. */
  readonly kind: string;
  readonly text: string;
  /** Its query, `NAME: SELECT …`. */
  readonly sql: string;
  /** A line for each data set: its name, then the words, or the rule that forbids them and what is said. */
  readonly says: string;
}

export const SENTENCES: readonly Sentence[] = [
  {
    kind: 'a count in a day',
    text: '{{count burst.n "operation"}} {{plural burst.n "was" "were"}} claimed on {{date burst.day}}.',
    sql: 'burst: SELECT count(*) AS n, as_of() AS day FROM events WHERE date = as_of()',
    says: `
      as they are | Five operations were claimed on 23 September.
      zero        | No operations were claimed on 23 September.
      one         | One operation was claimed on 23 September.
      two         | Two operations were claimed on 23 September.
      ties        | Six operations were claimed on 23 September.
      NULL        | Five operations were claimed on 23 September.
      no row      | No operations were claimed on 23 September.
      ten times   | Fifty operations were claimed on 23 September.
      a day later | No operations were claimed on 24 September.`,
  },
  {
    kind: 'a sum of which some is unknown',
    text: 'The group said that it killed {{count toll.killed "person" "people" atleast=toll.missing unknown="an unknown number of people"}}.',
    sql: 'toll: SELECT coalesce(sum(killed), 0) AS killed, count(*) FILTER (WHERE killed IS NULL) AS missing FROM events WHERE date = as_of()',
    says: `
      as they are | The group said that it killed seven people.
      zero        | The group said that it killed no people.
      one         | The group said that it killed two people.
      two         | The group said that it killed three people.
      ties        | The group said that it killed seven people.
      NULL        | The group said that it killed an unknown number of people.
      no row      | The group said that it killed no people.
      ten times   | The group said that it killed 70 people.
      a day later | The group said that it killed no people.`,
  },
  {
    kind: 'a superlative in a day, computed',
    text: '{{#when record.finding "=" "zero"}}It claimed nothing.{{else when record.finding "=" "tie"}}It was as many as on {{date record.last_as_high}}.{{else}}It was its most in a day {{since record.last_as_high from=record.covered_from min=30}}.{{/when}}',
    sql: "record: SELECT * FROM tw_record('daily', as_of())",
    says: `
      as they are | It was its most in a day since August 2019.
      zero        | It claimed nothing.
      one         | value-missing: Unexpected look-back of 6 days, expected at least 30, as \`min=\` asks
      two         | It was as many as on 18 September.
      ties        | It was as many as on 10 August 2019.
      NULL        | It was its most in a day since August 2019.
      no row      | It claimed nothing.
      ten times   | It was its most in a day since records began in January 2019.
      a day later | It claimed nothing.`,
  },
  {
    kind: 'a superlative in a day, typed',
    text: 'It was [its most in a day since August 2019](check:most).',
    sql: `most: SELECT n, rank, ties, finding = 'higher' AND last_higher = DATE '2019-08-10' AND n > 4 AS ok, CASE finding WHEN 'zero' THEN 'it claimed nothing' WHEN 'record' THEN 'its most on record' WHEN 'tie' THEN 'as many as on ' || strftime(last_as_high, '%-d %B %Y') ELSE 'its most since ' || strftime(last_higher, '%-d %B %Y') END AS instead FROM tw_record('daily', as_of())`,
    says: `
      as they are | It was its most in a day since August 2019.
      zero        | claim-false: “its most in a day since August 2019” is false; true instead: “it claimed nothing”
      one         | claim-false: “its most in a day since August 2019” is false; true instead: “its most since 18 September 2021”
      two         | claim-false: “its most in a day since August 2019” is false; true instead: “as many as on 18 September 2021”
      ties        | claim-false: “its most in a day since August 2019” is false; true instead: “as many as on 10 August 2019”
      NULL        | It was its most in a day since August 2019.
      no row      | claim-false: “its most in a day since August 2019” is false; true instead: “it claimed nothing”
      ten times   | claim-false: “its most in a day since August 2019” is false; true instead: “its most on record”
      a day later | claim-false: “its most in a day since August 2019” is false; true instead: “it claimed nothing”`,
  },
  {
    kind: 'the longest silence since',
    text: 'It had been silent for {{duration silence.days}}, the longest {{since silence.last_as_long_ends from=silence.covered_from}}.',
    sql: "silence: SELECT * FROM tw_gaps('daily') WHERE ends >= as_of() - 7 AND NOT cut ORDER BY days DESC, starts DESC LIMIT 1",
    says: `
      as they are | It had been silent for four days, the longest since 11 September.
      zero        | It had been silent for five days, the longest since 11 September.
      one         | It had been silent for four days, the longest since 11 September.
      two         | It had been silent for four days, the longest since 11 September.
      ties        | It had been silent for four days, the longest since 11 September.
      NULL        | It had been silent for four days, the longest since 11 September.
      no row      | value-missing: Unexpected empty \`silence\`, expected one row for \`silence.days\`; value-missing: Unexpected empty \`silence\`, expected one row for \`silence.last_as_long_ends\`
      ten times   | It had been silent for four days, the longest since 11 September.
      a day later | It had been silent for four days, the longest since 11 September.`,
  },
  {
    kind: 'times as many',
    text: 'That is {{times weeks.this_week weeks.last_week}} as the week before.',
    sql: 'weeks: SELECT count(*) FILTER (WHERE date > as_of() - 7) AS this_week, count(*) FILTER (WHERE date BETWEEN as_of() - 13 AND as_of() - 7) AS last_week FROM events',
    says: `
      as they are | That is more than 2.3 times as many as the week before.
      zero        | That is two-thirds as many as the week before.
      one         | That is just as many as the week before.
      two         | That is more than 1.3 times as many as the week before.
      ties        | That is almost 2.7 times as many as the week before.
      NULL        | That is more than 2.3 times as many as the week before.
      no row      | helper-arguments: Unexpected \`0\` as the second number, nothing is a multiple of it
      ten times   | That is more than 17 times as many as the week before.
      a day later | That is more than 2.3 times as many as the week before.`,
  },
  {
    kind: 'all but one',
    text: '{{allbut ied.yes ied.total "attack"}} that day relied on IEDs.',
    sql: "ied: SELECT count(*) AS total, if(count(*) = count(tactic), count(*) FILTER (WHERE tactic = 'IED'), NULL) AS yes FROM events WHERE date = as_of()",
    says: `
      as they are | All but one of the five attacks that day relied on IEDs.
      zero        | value-missing: Unexpected \`0\` in all, expected at least one
      one         | The only attack that day relied on IEDs.
      two         | Both attacks that day relied on IEDs.
      ties        | All but two of the six attacks that day relied on IEDs.
      NULL        | value-missing: Unexpected NULL, expected a number
      no row      | value-missing: Unexpected \`0\` in all, expected at least one
      ten times   | Forty of the 50 attacks that day relied on IEDs.
      a day later | value-missing: Unexpected \`0\` in all, expected at least one`,
  },
  {
    kind: 'all but one, typed',
    text: '[All but one of the five attacks](<check:allbut ieds.yes ieds.total "attack">) relied on IEDs.',
    sql: "ieds: SELECT count(*) AS total, if(count(*) = count(tactic), count(*) FILTER (WHERE tactic = 'IED'), NULL) AS yes FROM events WHERE date = as_of()",
    says: `
      as they are | All but one of the five attacks relied on IEDs.
      zero        | claim-undecided: “All but one of the five attacks” cannot be decided, unexpected \`0\` in all, expected at least one
      one         | claim-false: “All but one of the five attacks” is false; true instead: “the only attack”
      two         | claim-false: “All but one of the five attacks” is false; true instead: “both attacks”
      ties        | claim-false: “All but one of the five attacks” is false; true instead: “all but two of the six attacks”
      NULL        | claim-undecided: “All but one of the five attacks” cannot be decided, \`ieds.yes\` is NULL
      no row      | claim-undecided: “All but one of the five attacks” cannot be decided, unexpected \`0\` in all, expected at least one
      ten times   | claim-false: “All but one of the five attacks” is false; true instead: “40 of the 50 attacks”
      a day later | claim-undecided: “All but one of the five attacks” cannot be decided, unexpected \`0\` in all, expected at least one`,
  },
  {
    kind: 'a closed list of places',
    text: '{{#if places}}{{plural burst_size.n "It" "All"}} took place in {{either places col="place"}}.{{else}}No place is known.{{/if}}',
    sql: 'places: SELECT DISTINCT place FROM events WHERE date = as_of() AND place IS NOT NULL ORDER BY place',
    says: `
      as they are | All took place in either Kunar or Nangarhar.
      zero        | No place is known.
      one         | It took place in Kunar.
      two         | All took place in either Kunar or Nangarhar.
      ties        | All took place in either Kunar or Nangarhar.
      NULL        | No place is known.
      no row      | No place is known.
      ten times   | All took place in either Kunar or Nangarhar.
      a day later | No place is known.`,
  },
  {
    kind: 'more than usual',
    text: 'That is [more than usual](<check:gt usual.n usual.median>) for a day with attacks.',
    sql: 'usual: SELECT n, median FROM (SELECT count(*) AS n FROM events WHERE date = as_of()), (SELECT median(n) AS median FROM (SELECT count(*) AS n FROM events WHERE date < as_of() GROUP BY date))',
    says: `
      as they are | That is more than usual for a day with attacks.
      zero        | claim-false: “more than usual” is false
      one         | claim-false: “more than usual” is false
      two         | claim-false: “more than usual” is false
      ties        | That is more than usual for a day with attacks.
      NULL        | That is more than usual for a day with attacks.
      no row      | claim-undecided: “more than usual” cannot be decided, \`usual.median\` is NULL
      ten times   | That is more than usual for a day with attacks.
      a day later | claim-false: “more than usual” is false`,
  },
  {
    kind: 'the first in years',
    text: 'It was [its first in more than a month](<check:gt first.days 31>) in Nangarhar.',
    sql: "first: SELECT as_of() - max(date) FILTER (WHERE date < as_of()) AS days FROM events WHERE place = 'Nangarhar' HAVING max(date) = as_of()",
    says: `
      as they are | It was its first in more than a month in Nangarhar.
      zero        | claim-undecided: “its first in more than a month” cannot be decided, \`first\` has no rows
      one         | claim-undecided: “its first in more than a month” cannot be decided, \`first\` has no rows
      two         | It was its first in more than a month in Nangarhar.
      ties        | It was its first in more than a month in Nangarhar.
      NULL        | claim-undecided: “its first in more than a month” cannot be decided, \`first\` has no rows
      no row      | claim-undecided: “its first in more than a month” cannot be decided, \`first\` has no rows
      ten times   | It was its first in more than a month in Nangarhar.
      a day later | claim-undecided: “its first in more than a month” cannot be decided, \`first\` has no rows`,
  },
  {
    kind: 'a share over half',
    text: '[More than half](check:share.kunar) of the attacks were in Kunar.',
    sql: "share: SELECT count(*) FILTER (WHERE place = 'Kunar') / nullif(count(place), 0) AS kunar FROM events WHERE date = as_of()",
    says: `
      as they are | More than half of the attacks were in Kunar.
      zero        | claim-undecided: “More than half” cannot be decided, \`share.kunar\` is NULL
      one         | claim-false: “More than half” is false; true instead: “all”
      two         | claim-false: “More than half” is false; true instead: “half”
      ties        | claim-false: “More than half” is false; true instead: “half”
      NULL        | claim-undecided: “More than half” cannot be decided, \`share.kunar\` is NULL
      no row      | claim-undecided: “More than half” cannot be decided, \`share.kunar\` is NULL
      ten times   | More than half of the attacks were in Kunar.
      a day later | claim-undecided: “More than half” cannot be decided, \`share.kunar\` is NULL`,
  },
  {
    kind: 'up from',
    text: 'It claimed {{count trend.this_week "attack"}} this week, {{compare trend.this_week trend.last_week "up from" "down from" "level with"}} {{trend.last_week}} the week before.',
    sql: 'trend: SELECT count(*) FILTER (WHERE date > as_of() - 7) AS this_week, count(*) FILTER (WHERE date BETWEEN as_of() - 13 AND as_of() - 7) AS last_week FROM events',
    says: `
      as they are | It claimed seven attacks this week, up from three the week before.
      zero        | It claimed two attacks this week, down from three the week before.
      one         | It claimed three attacks this week, level with three the week before.
      two         | It claimed four attacks this week, up from three the week before.
      ties        | It claimed eight attacks this week, up from three the week before.
      NULL        | It claimed seven attacks this week, up from three the week before.
      no row      | It claimed no attacks this week, level with zero the week before.
      ten times   | It claimed 52 attacks this week, up from three the week before.
      a day later | It claimed seven attacks this week, up from three the week before.`,
  },
  {
    kind: 'a ranking',
    text: '[Kunar](<check:list ranking col="place">) saw the most.',
    sql: 'ranking: SELECT place FROM events WHERE date = as_of() AND place IS NOT NULL GROUP BY place QUALIFY rank() OVER (ORDER BY count(*) DESC) = 1 ORDER BY place',
    says: `
      as they are | Kunar saw the most.
      zero        | claim-undecided: “Kunar” cannot be decided, \`ranking\` has no rows
      one         | Kunar saw the most.
      two         | claim-false: “Kunar” is false; true instead: “Kunar and Nangarhar”
      ties        | claim-false: “Kunar” is false; true instead: “Kunar and Nangarhar”
      NULL        | claim-undecided: “Kunar” cannot be decided, \`ranking\` has no rows
      no row      | claim-undecided: “Kunar” cannot be decided, \`ranking\` has no rows
      ten times   | Kunar saw the most.
      a day later | claim-undecided: “Kunar” cannot be decided, \`ranking\` has no rows`,
  },
  {
    kind: 'a count with a hedge',
    text: 'The group has claimed [more than nine attacks](<check:count month.n "attack">) this month.',
    sql: "month: SELECT count(*) AS n FROM events WHERE date >= date_trunc('month', as_of())",
    says: `
      as they are | The group has claimed more than nine attacks this month.
      zero        | claim-false: “more than nine attacks” is false; true instead: “five attacks”
      one         | claim-false: “more than nine attacks” is false; true instead: “six attacks”
      two         | claim-false: “more than nine attacks” is false; true instead: “seven attacks”
      ties        | The group has claimed more than nine attacks this month.
      NULL        | The group has claimed more than nine attacks this month.
      no row      | claim-false: “more than nine attacks” is false; true instead: “no attacks”
      ten times   | claim-false: “more than nine attacks” is false; true instead: “55 attacks”
      a day later | The group has claimed more than nine attacks this month.`,
  },
  {
    kind: 'a range of months',
    text: '{{#if busy}}Before this month it was last active in {{months busy.first busy.last}}.{{else}}It had not been active this summer.{{/if}}',
    sql: 'busy: SELECT min(date) AS first, max(date) AS last FROM events WHERE date BETWEEN as_of() - 100 AND as_of() - 22 HAVING count(*) > 0',
    says: `
      as they are | Before this month it was last active in June to August.
      zero        | Before this month it was last active in June to August.
      one         | Before this month it was last active in June to August.
      two         | Before this month it was last active in June to August.
      ties        | Before this month it was last active in June to August.
      NULL        | Before this month it was last active in June to August.
      no row      | It had not been active this summer.
      ten times   | Before this month it was last active in June to August.
      a day later | Before this month it was last active in June to August.`,
  },
  {
    kind: 'a day, typed',
    text: 'The last attack was [yesterday](<check:rel latest.day>), [23 September](check:latest.day).',
    sql: 'latest: SELECT max(date) AS day FROM events',
    says: `
      as they are | The last attack was yesterday, 23 September.
      zero        | claim-false: “yesterday” is false; true instead: “on Saturday”; claim-false: “23 September” is false; true instead: “18 September”
      one         | The last attack was yesterday, 23 September.
      two         | The last attack was yesterday, 23 September.
      ties        | The last attack was yesterday, 23 September.
      NULL        | The last attack was yesterday, 23 September.
      no row      | claim-undecided: Claims cannot be decided, \`latest.day\` is NULL: 2 places
      ten times   | The last attack was yesterday, 23 September.
      a day later | claim-false: “yesterday” is false; true instead: “on Thursday”`,
  },
];
