import { describe, expect, it } from 'vitest';
import { HELPERS } from '../../src/figure/helpers.js';
import { boolean, dataText, date, list, number, text } from '../../src/figure/literals.js';
import type { Cell, Table, Value } from '../../src/model/value.js';
import { run } from './run.js';

/**
 * A row is a call, a column the value that stands for `v` in it; a cell is the words, or behind `!` how the reason ends.
 * The day of publication is Friday, 24 September 2021.
 */
const NUMBERS = `
   | 0 | 1 | 2 | 3 | 12 | 1000000 | 1000000000000000 | 1e21 | -1 | -0.5 | 0.1 | 0.3 | 0.5 | 1.5 | 2.5
  num v | 0 | 1 | 2 | 3 | 12 | 1,000,000 | 1,000,000,000,000,000 | 1,000,000,000,000,000,000,000 | −1 | −0.5 | 0.1 | 0.3 | 0.5 | 1.5 | 2.5
  words v | zero | one | two | three | twelve | one million | ! expected a number below a thousand trillion | ! expected a number below a thousand trillion | minus one | minus zero point five | zero point one | zero point three | zero point five | one point five | two point five
  ordinal v | ! expected a whole number from 1 on | first | second | third | 12th | 1,000,000th | 1,000,000,000,000,000th | 1,000,000,000,000,000,000,000th | ! expected a whole number from 1 on | ! expected a whole number from 1 on | ! expected a whole number from 1 on | ! expected a whole number from 1 on | ! expected a whole number from 1 on | ! expected a whole number from 1 on | ! expected a whole number from 1 on
  count v "attack" | no attacks | one attack | two attacks | three attacks | 12 attacks | 1,000,000 attacks | 1,000,000,000,000,000 attacks | 1,000,000,000,000,000,000,000 attacks | ! expected a count of zero or more | ! expected a count of zero or more | 0.1 attacks | 0.3 attacks | 0.5 attacks | 1.5 attacks | 2.5 attacks
  plural v "was" "were" | were | was | were | were | were | were | were | were | were | were | were | were | were | were | were
  a v "day" | ! expected a number above zero | a one-day | a two-day | a three-day | a 12-day | a 1,000,000-day | a 1,000,000,000,000,000-day | a 1,000,000,000,000,000,000,000-day | ! expected a number above zero | ! expected a number above zero | a 0.1-day | a 0.3-day | a 0.5-day | a 1.5-day | a 2.5-day
  pct v | 0% | 100% | 200% | 300% | 1,200% | 100,000,000% | 100,000,000,000,000,000% | 100,000,000,000,000,000,000,000% | −100% | −50% | 10% | 30% | 50% | 150% | 250%
  points v 0.5 "up" "down" "level" | down 50 percentage points | up 50 percentage points | up 150 percentage points | up 250 percentage points | up 1,150 percentage points | up 99,999,950 percentage points | up 99,999,999,999,999,950 percentage points | up 99,999,999,999,999,999,999,950 percentage points | down 150 percentage points | down 100 percentage points | down 40 percentage points | down 20 percentage points | level | up 100 percentage points | up 200 percentage points
  change v 2 | down 100% | down 50% | unchanged | up 50% | up 500% | up 49,999,900% | up 49,999,999,999,999,900% | up 49,999,999,999,999,999,999,900% | ! expected zero or more | ! expected zero or more | down 95% | down 85% | down 75% | down 25% | up 25%
  times v 2 | ! expected more than zero | half as many | just as many | 1.5 times as many | six times as many | 500,000 times as many | 500,000,000,000,000 times as many | 500,000,000,000,000,000,000 times as many | ! expected one above | ! expected one above | 5% as many | 15% as many | a quarter as many | three-quarters as many | almost 1.3 times as many
  fraction v | none | all | ! expected a share from 0 to 1 | ! expected a share from 0 to 1 | ! expected a share from 0 to 1 | ! expected a share from 0 to 1 | ! expected a share from 0 to 1 | ! expected a share from 0 to 1 | ! expected a share from 0 to 1 | ! expected a share from 0 to 1 | a tenth | 30% | half | ! expected a share from 0 to 1 | ! expected a share from 0 to 1
  approx v | zero | one | two | three | 12 | 1 million | 1,000 trillion | 1,000,000,000 trillion | ! expected a number of zero or more | ! expected a number of zero or more | 0.1 | 0.3 | 0.5 | 1.5 | 2.5
  approx v "flight" | no flights | one flight | two flights | three flights | 12 flights | 1 million flights | 1,000 trillion flights | 1,000,000,000 trillion flights | ! expected a number of zero or more | ! expected a number of zero or more | 0.1 flights | 0.3 flights | 0.5 flights | 1.5 flights | 2.5 flights
  allbut v 12 "attack" | none of the 12 attacks | one of the 12 attacks | two of the 12 attacks | three of the 12 attacks | all 12 attacks | ! expected no more than there are | ! expected no more than there are | ! expected no more than there are | ! expected a count | ! expected a count | ! expected a count | ! expected a count | ! expected a count | ! expected a count | ! expected a count
  compare v 2 "more" "fewer" "level" | fewer | fewer | level | more | more | more | more | more | fewer | fewer | fewer | fewer | fewer | fewer | more
  range v 3 | 0–3 | 1–3 | 2–3 | three | ! expected the larger number second | ! expected the larger number second | ! expected the larger number second | ! expected the larger number second | −1 to 3 | −0.5 to 3 | 0.1–3 | 0.3–3 | 0.5–3 | 1.5–3 | 2.5–3
  range v 3 "attack" | 0–3 attacks | 1–3 attacks | 2–3 attacks | three attacks | ! expected the larger number second | ! expected the larger number second | ! expected the larger number second | ! expected the larger number second | −1 to 3 attacks | −0.5 to 3 attacks | 0.1–3 attacks | 0.3–3 attacks | 0.5–3 attacks | 1.5–3 attacks | 2.5–3 attacks
  duration v | ! expected a number of days above zero | one day | two days | three days | 12 days | 1,000,000 days | 1,000,000,000,000,000 days | 1,000,000,000,000,000,000,000 days | ! expected a number of days above zero | ! expected a number of days above zero | 0.1 days | 0.3 days | 0.5 days | 1.5 days | 2.5 days
  list v | zero | one | two | three | 12 | 1,000,000 | 1,000,000,000,000,000 | 1,000,000,000,000,000,000,000 | −1 | −0.5 | 0.1 | 0.3 | 0.5 | 1.5 | 2.5
  either v | zero | one | two | three | 12 | 1,000,000 | 1,000,000,000,000,000 | 1,000,000,000,000,000,000,000 | −1 | −0.5 | 0.1 | 0.3 | 0.5 | 1.5 | 2.5
  cap v | Zero | One | Two | Three | 12 | 1,000,000 | 1,000,000,000,000,000 | 1,000,000,000,000,000,000,000 | −1 | −0.5 | 0.1 | 0.3 | 0.5 | 1.5 | 2.5
`;

const DAYS = `
   | 2021-09-24 | 2021-09-23 | 2021-09-19 | 2021-08-31 | 2020-12-31 | 2019-02-28 | 2022-01-01
  date v | 24 September | 23 September | 19 September | 31 August | 31 December 2020 | 28 February 2019 | 1 January 2022
  date v "long" | 24 September 2021 | 23 September 2021 | 19 September 2021 | 31 August 2021 | 31 December 2020 | 28 February 2019 | 1 January 2022
  month v | this month | this month | this month | last month | December last year | February 2019 | January 2022
  months v 2021-09-24 | September | September | September | August/September | December 2020 to September 2021 | February 2019 to September 2021 | ! expected the earlier day first
  week v | this week | this week | last week | the week of 30 August | the week of 28 December 2020 | the week of 25 February 2019 | the week of 27 December
  span v 2021-09-24 | 24 September | 23–24 September | 19–24 September | 31 August to 24 September | 31 December 2020 to 24 September 2021 | 28 February 2019 to 24 September 2021 | ! expected the earlier day first
  rel v | today | yesterday | on Sunday | on 31 August | on 31 December 2020 | on 28 February 2019 | on 1 January 2022
  rel v from=2021-09-20 | four days later | three days later | the day before | 20 days earlier | on 31 December 2020 | on 28 February 2019 | on 1 January 2022
  since v | since 24 September | since 23 September | since 19 September | since 31 August | since December 2020 | since February 2019 | ! expected one to look back to
  list v | 24 September | 23 September | 19 September | 31 August | 31 December 2020 | 28 February 2019 | 1 January 2022
  cap v | 24 September | 23 September | 19 September | 31 August | 31 December 2020 | 28 February 2019 | 1 January 2022
  eq v 2021-09-19 | false | false | true | false | false | false | false
  lt v 2021-09-19 | false | false | false | true | true | true | false
`;

interface Case {
  readonly call: string;
  readonly value: string;
  readonly expected: string;
}

function cases(table: string): Case[] {
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.flatMap(([call = '', ...cells]) =>
    cells.map((expected, index) => ({ call, value: head[index + 1] ?? '', expected })),
  );
}

/** `range v 3 "attack"` with a value in place of `v`. */
function say(call: string, value: Value): string {
  const [name = '', ...words] = call.match(/"[^"]*"|\S+/g) ?? [];
  const pairs = words.flatMap((word) => {
    const [, key, given] = /^(\w+)=(.*)$/.exec(word) ?? [];
    return key === undefined || given === undefined ? [] : [[key, literal(given)] as const];
  });
  const args = words.filter((word) => !/^\w+=/.test(word)).map((word) => (word === 'v' ? value : literal(word)));
  const result = run(name, args, Object.fromEntries(pairs));
  if (result.problem) return `! ${result.problem.rule}: ${result.problem.reason}`;
  return 'value' in result.value ? String(result.value.value) : result.value.kind;
}

function literal(written: string): Value {
  if (written === 'true' || written === 'false') return boolean(written === 'true');
  if (written.startsWith('"')) return text(written.slice(1, -1));
  return /^\d{4}-/.test(written) ? date(written) : number(written);
}

describe('every helper over a table of values', () => {
  it.each([...cases(NUMBERS), ...cases(DAYS)])('$call with v = $value: $expected', ({ call, value, expected }) => {
    const said = say(call, literal(value));
    if (expected.startsWith('! ')) expect(said).toMatch(new RegExp(`^! .*${expected.slice(2)}$`));
    else expect(said).toBe(expected);
  });

  it('has a row for each helper that says something', () => {
    const named = new Set(cases(NUMBERS + DAYS.replace(/^\n.*/, '')).map(({ call }) => call.split(' ')[0]));
    const others = [...HELPERS.keys()].filter((name) => !named.has(name));
    // Conditions have no words, and `tag` takes a name
    expect(others).toEqual(['tag', 'gt', 'gte', 'lte', 'not', 'and', 'or']);
  });
});

const NULL: Value = { kind: 'null' };

function table(...cells: Cell[]): Value {
  const rows = cells.map((cell) => [cell]);
  const made: Table = {
    ...{ query: 'q', columns: [{ name: 'n', type: 'BIGINT', logical: 'number' }], rows },
    ...{ key: undefined, ordered: false },
  };
  return { kind: 'table', table: made };
}

/** What is no number, no day and no text, and how a message names it. */
const OTHERS: readonly (readonly [name: string, value: Value, kind: Value['kind'], named: string])[] = [
  ['NULL', NULL, 'null', 'NULL'],
  ['no row', table(), 'table', 'table `q` (0 rows)'],
  ['many rows', table(number('1'), number('2')), 'table', 'table `q` (2 rows)'],
  ['a number', number('7'), 'number', 'number `7`'],
  ['Infinity', number('Infinity'), 'number', '`Infinity`'],
  ['-Infinity', number('-Infinity'), 'number', '`-Infinity`'],
  ['NaN', number('NaN'), 'number', '`NaN`'],
  ['a day', date('2021-09-19'), 'date', 'date `2021-09-19`'],
  ['a text', dataText('Kabul'), 'text', 'text `Kabul`'],
  ['an empty text', dataText(''), 'text', 'empty text'],
  ['a list', list(dataText('A'), dataText('B'), dataText('C')), 'list', 'list of 3 items'],
  ['an empty list', list(), 'list', 'list of 0 items'],
  ['true', boolean(true), 'boolean', '`true`'],
  ['false', boolean(false), 'boolean', '`false`'],
];

const EXPECTED: Readonly<Record<string, string>> = { number: 'a number', date: 'a date', text: 'a text' };

describe('a helper says what is wrong with', () => {
  const typed = [...HELPERS.values()].flatMap(({ name, params, examples }) =>
    params.flatMap(({ type, nullable }, arg) => {
      const args = examples.find((example) => example.args.length > arg)?.args ?? [];
      return EXPECTED[type] === undefined || args.length === 0
        ? []
        : [{ name, type, arg, args, nullable: nullable === true }];
    }),
  );

  it.each(OTHERS)('%s', (_, value, kind, named) => {
    const isFinite = value.kind !== 'number' || Number.isFinite(value.value);
    for (const { name, type, arg, args, nullable } of typed) {
      if ((kind === type && isFinite) || (kind === 'null' && nullable)) continue;
      const { problem } = run(name, args.with(arg, value));
      const expected = kind === type ? 'a finite number' : (EXPECTED[type] ?? '');
      expect([name, arg, problem?.reason, problem?.at]).toEqual([
        name,
        arg,
        `Unexpected ${named}, expected ${expected}`,
        { arg },
      ]);
    }
    expect(typed.length).toBeGreaterThan(40);
  });
});

/** Helpers that take any value: what each says of every one of `OTHERS`. */
const ANY: Readonly<Record<string, readonly string[]>> = {
  'list v': [
    '! value-missing: Unexpected NULL, expected a value',
    '! value-missing: Unexpected empty list, expected at least one item',
    'one and two',
    'seven',
    '! value-infinite: Unexpected `Infinity`, expected a finite number',
    '! value-infinite: Unexpected `-Infinity`, expected a finite number',
    '! value-infinite: Unexpected `NaN`, expected a finite number',
    '19 September',
    'Kabul',
    '',
    'A, B and C',
    '! value-missing: Unexpected empty list, expected at least one item',
    '! helper-arguments: Unexpected `true`, expected a number, a date or a text in the list',
    '! helper-arguments: Unexpected `false`, expected a number, a date or a text in the list',
  ],
  'either v': [
    '! value-missing: Unexpected NULL, expected a value',
    '! value-missing: Unexpected empty list, expected at least one item',
    'either one or two',
    'seven',
    '! value-infinite: Unexpected `Infinity`, expected a finite number',
    '! value-infinite: Unexpected `-Infinity`, expected a finite number',
    '! value-infinite: Unexpected `NaN`, expected a finite number',
    '19 September',
    'Kabul',
    '',
    'either A, B or C',
    '! value-missing: Unexpected empty list, expected at least one item',
    '! helper-arguments: Unexpected `true`, expected a number, a date or a text in the list',
    '! helper-arguments: Unexpected `false`, expected a number, a date or a text in the list',
  ],
  'cap v': [
    '! value-missing: Unexpected NULL, expected a value',
    '! value-unprintable: Unexpected table `q`, expected a number, a date, a text or a list',
    '! value-unprintable: Unexpected table `q`, expected a number, a date, a text or a list',
    'Seven',
    '! value-infinite: Unexpected `Infinity`, expected a finite number',
    '! value-infinite: Unexpected `-Infinity`, expected a finite number',
    '! value-infinite: Unexpected `NaN`, expected a finite number',
    '19 September',
    'Kabul',
    '',
    'A, B and C',
    '! value-missing: Unexpected empty list, expected at least one item',
    '! value-unprintable: Unexpected `true`, expected a number, a date, a text or a list',
    '! value-unprintable: Unexpected `false`, expected a number, a date, a text or a list',
  ],
  'gt v 2': [
    '! value-missing: Unexpected NULL, expected a value',
    '! helper-arguments: Unexpected number `2`, it cannot be compared with table `q` (0 rows)',
    '! helper-arguments: Unexpected number `2`, it cannot be compared with table `q` (2 rows)',
    'true',
    '! value-infinite: Unexpected `Infinity`, expected a finite number',
    '! value-infinite: Unexpected `-Infinity`, expected a finite number',
    '! value-infinite: Unexpected `NaN`, expected a finite number',
    '! helper-arguments: Unexpected number `2`, it cannot be compared with date `2021-09-19`',
    '! helper-arguments: Unexpected number `2`, it cannot be compared with text `Kabul`',
    '! helper-arguments: Unexpected number `2`, it cannot be compared with empty text',
    '! helper-arguments: Unexpected number `2`, it cannot be compared with list of 3 items',
    '! helper-arguments: Unexpected number `2`, it cannot be compared with list of 0 items',
    '! helper-arguments: Unexpected `true`, expected a number, a date or a text',
    '! helper-arguments: Unexpected `false`, expected a number, a date or a text',
  ],
  'eq v 2': [
    '! value-missing: Unexpected NULL, expected a value',
    '! helper-arguments: Unexpected number `2`, it cannot be compared with table `q` (0 rows)',
    '! helper-arguments: Unexpected number `2`, it cannot be compared with table `q` (2 rows)',
    'false',
    '! value-infinite: Unexpected `Infinity`, expected a finite number',
    '! value-infinite: Unexpected `-Infinity`, expected a finite number',
    '! value-infinite: Unexpected `NaN`, expected a finite number',
    '! helper-arguments: Unexpected number `2`, it cannot be compared with date `2021-09-19`',
    '! helper-arguments: Unexpected number `2`, it cannot be compared with text `Kabul`',
    '! helper-arguments: Unexpected number `2`, it cannot be compared with empty text',
    '! helper-arguments: Unexpected number `2`, it cannot be compared with list of 3 items',
    '! helper-arguments: Unexpected number `2`, it cannot be compared with list of 0 items',
    '! helper-arguments: Unexpected number `2`, it cannot be compared with `true`',
    '! helper-arguments: Unexpected number `2`, it cannot be compared with `false`',
  ],
  'not v': [
    '! value-missing: Unexpected NULL, expected a value',
    'true',
    'false',
    'false',
    '! value-infinite: Unexpected `Infinity`, expected a finite number',
    '! value-infinite: Unexpected `-Infinity`, expected a finite number',
    '! value-infinite: Unexpected `NaN`, expected a finite number',
    'false',
    'false',
    'true',
    'false',
    'true',
    'false',
    'true',
  ],
  'and v true': [
    '! value-missing: Unexpected NULL, expected `true` or `false`',
    'false',
    'true',
    'true',
    '! value-infinite: Unexpected `Infinity`, expected a finite number',
    '! value-infinite: Unexpected `-Infinity`, expected a finite number',
    '! value-infinite: Unexpected `NaN`, expected a finite number',
    'true',
    'true',
    'false',
    'true',
    'false',
    'true',
    'false',
  ],
  'or v false': [
    '! value-missing: Unexpected NULL, expected `true` or `false`',
    'false',
    'true',
    'true',
    '! value-infinite: Unexpected `Infinity`, expected a finite number',
    '! value-infinite: Unexpected `-Infinity`, expected a finite number',
    '! value-infinite: Unexpected `NaN`, expected a finite number',
    'true',
    'true',
    'false',
    'true',
    'false',
    'true',
    'false',
  ],
};

describe('a helper that takes any value', () => {
  it.each(Object.entries(ANY))('%s', (call, expected) => {
    expect(OTHERS.map(([, value]) => say(call, value))).toEqual(expected);
  });
});
