import { describe, expect, it } from 'vitest';
import { HELPERS } from '../../src/figure/helpers.js';
import { boolean, dataText, date, list, number, text } from '../../src/figure/literals.js';
import type { Table, Value } from '../../src/model/value.js';
import { run, type Shorthand } from './run.js';

const NULL: Value = { kind: 'null' };
const TABLE: Table = {
  query: 'daily',
  columns: [{ name: 'n', type: 'BIGINT', logical: 'number' }],
  rows: [[number('1')], [number('2')]],
  key: undefined,
  ordered: false,
};

/** name, args, pairs, rule, reason, note, at */
const WRONG: readonly [string, Shorthand[], Record<string, Shorthand>, string, string, string | undefined, unknown][] =
  [
    ['cont', [], {}, 'helper-unknown', 'Unexpected `cont`, no helper has this name', 'Did you mean `count`?', 'call'],
    [
      'count',
      ['#7'],
      {},
      'helper-arguments',
      'Unexpected end of `count`, expected a text: `one`',
      'Write `count n one [many] [none=] [unknown=] [atleast=] [two=] [few=] [gender=] [case=]`',
      'call',
    ],
    ['gt', ['#7'], {}, 'helper-arguments', 'Unexpected end of `gt`, expected a value: `b`', 'Write `gt a b`', 'call'],
    ['or', [], {}, 'helper-arguments', 'Unexpected end of `or`, expected a value: `x`', 'Write `or x…`', 'call'],
    [
      'words',
      ['#7', 'operation'],
      {},
      'helper-arguments',
      'Unexpected argument 2 of `words`, expected one',
      'Write `words n [atleast=] [gender=] [case=]`',
      { arg: 1 },
    ],
    [
      'count',
      ['operation', '#7'],
      {},
      'helper-arguments',
      'Unexpected text `operation`, expected a number',
      'Write `count n one [many] [none=] [unknown=] [atleast=] [two=] [few=] [gender=] [case=]`',
      { arg: 0 },
    ],
    [
      'num',
      [dataText('12')],
      {},
      'helper-arguments',
      'Unexpected text `12`, expected a number',
      'Cast it in the query, e.g. `column::DOUBLE`',
      { arg: 0 },
    ],
    [
      'date',
      [dataText('2021-09-19')],
      {},
      'helper-arguments',
      'Unexpected text `2021-09-19`, expected a date',
      'Cast it in the query, e.g. `column::DATE`',
      { arg: 0 },
    ],
    [
      'num',
      [{ kind: 'table', table: TABLE }],
      {},
      'helper-arguments',
      'Unexpected table `daily` (2 rows), expected a number',
      'Name a column: `daily.n`',
      { arg: 0 },
    ],
    [
      'count',
      ['#7', 'operation'],
      { nonne: 'nothing' },
      'helper-arguments',
      'Unexpected `nonne=`, `count` has no such argument',
      'Did you mean `none=`?',
      { pair: 'nonne' },
    ],
    [
      'count',
      ['#7', 'operation'],
      { none: '#0' },
      'helper-arguments',
      'Unexpected number `0`, expected a text',
      'Write `count n one [many] [none=] [unknown=] [atleast=] [two=] [few=] [gender=] [case=]`',
      { pair: 'none' },
    ],
    [
      'count',
      ['#7', 'operation'],
      { atleast: NULL },
      'value-missing',
      'Unexpected NULL, expected a number',
      'Guard it with `{{#if …}}…{{/if}}`, or give a fallback in the query, e.g. `coalesce(x, 0)`',
      { pair: 'atleast' },
    ],
    [
      'count',
      [NULL, 'casualty'],
      {},
      'value-missing',
      'Unexpected NULL, expected a number',
      'Add `unknown="an unknown number of casualties"`, or guard it with `{{#if …}}…{{/if}}`',
      { arg: 0 },
    ],
    [
      'num',
      ['#Infinity'],
      {},
      'value-infinite',
      'Unexpected `Infinity`, expected a finite number',
      'A division by zero? Use `nullif()` in the query, e.g. `a / nullif(b, 0)`',
      { arg: 0 },
    ],
    [
      'date',
      [date('2021-09-19'), 'shrt'],
      {},
      'helper-arguments',
      'Unexpected `shrt`, expected one of `"short"`, `"long"`, `"iso"`, `"year"`',
      'Did you mean `"short"`?',
      { arg: 1 },
    ],
    [
      'num',
      ['#7'],
      { digits: '#1.5' },
      'helper-arguments',
      'Unexpected number `1.5`, expected a whole number from 0 to 10',
      undefined,
      { pair: 'digits' },
    ],
  ];

describe('callHelper', () => {
  for (const [name, args, pairs, rule, reason, note, at] of WRONG) {
    it(`says of ${name}: ${reason}`, () => {
      expect(run(name, args, pairs).problem).toEqual({ rule, reason, note, at });
    });
  }

  it('throws for a reference, which only the filler can resolve', () => {
    expect(() => run('ref', ['daily'])).toThrow('resolved by the filler');
  });

  it('answers every kind of argument at every place of every helper with words or a problem', () => {
    const odd: Value[] = [
      NULL,
      boolean(true),
      number('NaN'),
      number('-Infinity'),
      number('1e300'),
      number('-0.5'),
      date('0044-03-15 (BC)'),
      date('infinity'),
      text(''),
      dataText('<b>x</b> `tick` {{x}}'),
      list(),
      list(NULL, list(number('1'))),
      { kind: 'row', table: TABLE, index: 7 },
      { kind: 'table', table: { ...TABLE, columns: [], rows: [] } },
    ];
    let calls = 0;
    for (const helper of HELPERS.values()) {
      for (const example of helper.examples) {
        for (const index of example.args.keys()) {
          for (const value of odd) {
            const { value: made, problem } = run(helper.name, example.args.with(index, value), {
              ...example.pairs,
            } as Record<string, Value>);
            calls += 1;
            if (problem) expect(problem.reason).toMatch(/^Unexpected .*[^.]$/);
            else expect(made.kind === 'text' ? made.value : '').not.toMatch(/NaN|Infinity|undefined|null|\[object/);
          }
        }
      }
    }
    expect(calls).toBeGreaterThan(500);
  });
});
