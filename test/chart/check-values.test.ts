import { describe, expect, it } from 'vitest';
import { prepare, table } from './prepare.js';

const ROWS = table(
  'q',
  ['day', 'place', 'n', 'signed', 'nothing'],
  [
    ['2021-09-01', 'Kabul', 4, 2, null],
    ['2021-09-02', 'Kunar', null, -3, null],
    [null, null, 0, 5, null],
    ['2021-09-04', 'Herat', 9, 1, null],
  ],
);

function told(spec: string): string[] {
  return prepare(`data: {name: q}\n${spec}`, [ROWS]).found;
}

const PLACE = 'y: {field: place, type: nominal, axis: null}';
const N = 'x: {field: n, type: quantitative}';

/** What would vanish, or be printed as what it is not, and what its writer is told. */
const SAID: readonly [what: string, spec: string, found: string][] = [
  [
    'a bar whose number is NULL',
    `mark: bar\nencoding: {${PLACE}, ${N}}`,
    'chart-gap at n: Unexpected NULL in column `n` of `q` (1 of 4 rows, row 2): no mark is drawn for them (Leave such rows out',
  ],
  [
    'a gap in a line',
    'mark: line\nencoding: {x: {field: signed, type: quantitative}, y: {field: n, type: quantitative}}',
    'chart-gap at n: Unexpected NULL in column `n` of `q` (1 of 4 rows, row 2): the line has gaps there',
  ],
  ['a slice whose number is NULL', 'mark: arc\nencoding: {theta: {field: n, type: quantitative}}', 'chart-gap at n: '],
  ['a day that is NULL', 'mark: point\nencoding: {x: {field: day, type: temporal}}', 'chart-gap at day: '],
  ['a point whose size is NULL', 'mark: point\nencoding: {size: {field: n, type: quantitative}}', 'chart-gap at n: '],
  [
    'a column of NULLs',
    'mark: bar\nencoding: {x: {field: nothing, type: quantitative}}',
    'chart-empty at nothing: Unexpected NULL in column `nothing` of `q` (4 of 4 rows, first row 1): nothing would be drawn',
  ],
  [
    'a name that is NULL',
    'mark: bar\nencoding: {y: {field: place, type: nominal}}',
    'chart-null at place: Unexpected NULL in column `place` of `q` (1 of 4 rows, row 3): the chart would print `null` as a name',
  ],
  ['a name without a type that is NULL', 'mark: bar\nencoding: {y: {field: place}}', 'chart-null at place: '],
  ['a series that is NULL', 'mark: bar\nencoding: {color: {field: place, type: nominal}}', 'chart-null at place: '],
  ['a small chart of NULL', 'mark: bar\nencoding: {facet: {field: place, type: nominal}}', 'chart-null at place: '],
  [
    'a text that is NULL',
    'mark: text\nencoding: {x: {field: signed, type: quantitative}, text: {field: n, type: quantitative}}',
    'chart-null at n: Unexpected NULL in column `n` of `q` (1 of 4 rows, row 2): the chart would print it',
  ],
  [
    'a negative slice',
    'mark: arc\nencoding: {theta: {field: signed, type: quantitative}}',
    'chart-value at signed: Unexpected `-3` in column `signed` of `q` (1 of 4 rows, row 2): `theta` cannot show less than nothing (Show bars, which can go below zero)',
  ],
  ['a negative size', 'mark: point\nencoding: {size: {field: signed, type: quantitative}}', '`size` cannot show less'],
  [
    'a negative part of a hundred per cent',
    `mark: bar\nencoding: {${PLACE}, x: {field: signed, type: quantitative, stack: normalize}}`,
    'what is stacked cannot be less than nothing',
  ],
  [
    'a negative part of a stacked area',
    'mark: area\nencoding: {x: {field: day, type: temporal}, y: {field: signed, type: quantitative}, color: {field: place}}',
    'what is stacked cannot be less than nothing',
  ],
  [
    'zero on a log scale',
    'mark: point\nencoding: {x: {field: n, type: quantitative, scale: {type: log}}}',
    'chart-value at n: Unexpected `0` in column `n` of `q` (1 of 4 rows, row 3): a log scale has no place for it (Use `scale: {type: symlog}`',
  ],
  [
    'less than zero on a log scale',
    'mark: point\nencoding: {x: {field: signed, type: quantitative, scale: {type: log}}}',
    'Unexpected `-3` in column `signed`',
  ],
  [
    'a name that the domain lacks',
    'mark: bar\nencoding: {y: {field: place, type: nominal, axis: null, scale: {domain: [Kabul, Kunarr, Herat]}}}',
    'chart-domain at [Kabul, Kunarr, Herat]: Unexpected domain without `Kunar` of column `place` (1 of 4 rows, row 2): they would not be drawn (Did you mean `Kunarr`?)',
  ],
  [
    'a colour that the domain lacks',
    'mark: bar\nencoding: {color: {field: place, type: nominal, legend: null, scale: {domain: [Kabul]}}}',
    'Unexpected domain without `Kunar`, `Herat` of column `place` (2 of 4 rows, first row 2): they would have no place in the legend',
  ],
  [
    'a number beyond the domain',
    'mark: point\nencoding: {x: {field: signed, type: quantitative, scale: {domain: [0, 4]}}}',
    'chart-cut-off at [0, 4]: Unexpected domain without `-3`, `5` of column `signed` (2 of 4 rows, first row 2): they lie beyond the axis',
  ],
  [
    'a number beyond one end of the domain',
    'mark: point\nencoding: {x: {field: signed, type: quantitative, scale: {domainMax: 4}}}',
    'chart-cut-off at 4: Unexpected domain without `5`',
  ],
  [
    'a day beyond the domain',
    'mark: point\nencoding: {x: {field: day, type: temporal, scale: {domain: ["2021-09-02", "2021-09-30"]}}}',
    'Unexpected domain without `2021-09-01` of column `day`',
  ],
  [
    'the zero where bars begin',
    'transform: [{calculate: datum.n, as: m}]\nmark: bar\nencoding: {y: {field: place, type: nominal, axis: null}, x: {field: signed, type: quantitative, scale: {domain: [-9, -1]}}}',
    'chart-cut-off at [-9, -1]',
  ],
  [
    'a misspelt name to sort by',
    'mark: bar\nencoding: {y: {field: place, type: nominal, axis: null, sort: [Herat, Kabull, Kunar]}}',
    'chart-sort at Kabull: Unexpected `Kabull` to sort by: column `place` of `q` has no such value (Did you mean `Kabul`?)',
  ],
];

/** The same kinds of charts, where all there is is shown. */
const UNSAID: readonly [what: string, spec: string][] = [
  ['numbers that are there', 'mark: bar\nencoding: {x: {field: signed, type: quantitative}}'],
  ['bars below zero, stacked', 'mark: bar\nencoding: {x: {field: signed, type: quantitative}, detail: {field: day}}'],
  ['areas below zero, alone', 'mark: area\nencoding: {x: {field: signed, type: quantitative}}'],
  ['a sum over NULLs', `mark: bar\nencoding: {${PLACE}, x: {aggregate: sum, field: n}}`],
  ['rows that the chart filters itself', `transform: [{filter: isValid(datum.n)}]\nmark: bar\nencoding: {${N}}`],
  ['NULL as the writer wants it', `mark: {type: bar, invalid: filter}\nencoding: {${N}}`],
  ['NULL where nothing is printed', 'mark: bar\nencoding: {tooltip: {field: place}, detail: {field: place}}'],
  [
    'a text whose bar is not drawn either',
    `mark: {type: text, invalid: filter}\nencoding: {${N}, text: {field: n, type: quantitative}}`,
  ],
  [
    'a domain that all charts of a page share',
    'mark: bar\nencoding: {y: {field: place, type: nominal, axis: null, scale: {domain: [Kabul, Kunar, Herat, Ghor]}}}',
  ],
  [
    'an order that all charts of a page share',
    'mark: bar\nencoding: {y: {field: place, type: nominal, axis: null, sort: [Ghor, Kabul, Kunar, Herat]}}',
  ],
  [
    'numbers inside the domain',
    'mark: point\nencoding: {x: {field: signed, type: quantitative, scale: {domain: [-3, 5]}}}',
  ],
  [
    'zero on a scale that is nearly a log scale',
    'mark: point\nencoding: {x: {field: signed, type: quantitative, scale: {type: symlog}}}',
  ],
];

describe('what vanishes from a chart', () => {
  it.each(SAID)('is said: %s', (_, spec, expected) => {
    expect(told(spec).join('\n')).toContain(expected);
  });

  it.each(UNSAID)('is not said where nothing does: %s', (_, spec) => {
    expect(told(spec)).toEqual([]);
  });

  it('tells apart bars that end at the domain’s edge from bars that begin there', () => {
    const bars = (domain: string): string[] =>
      prepare(
        `mark: bar\nencoding: {y: {field: place}, x: {field: n, type: quantitative, scale: {domain: ${domain}}}}`,
        [
          table(
            'daily',
            ['place', 'n'],
            [
              ['Kabul', 60],
              ['Kunar', 90],
            ],
          ),
        ],
      ).found;
    expect(bars('[0, 100]')).toEqual([]);
    expect(bars('[50, 100]').join()).toContain(
      'chart-cut-off at [50, 100]: Unexpected domain without `0`, where every bar begins',
    );
  });

  it('is said of a circle of nothing', () => {
    const nothing = table(
      'daily',
      ['place', 'n'],
      [
        ['Kabul', 0],
        ['Kunar', 0],
      ],
    );
    expect(prepare('mark: arc\nencoding: {theta: {field: n, type: quantitative}}', [nothing]).found.join()).toContain(
      'chart-value at n: Unexpected `0` in column `n` of `daily` (2 of 2 rows, first row 1): a circle of nothing has no shares',
    );
  });

  it('is said once where layers share it', () => {
    expect(told(`encoding: {${N}}\nlayer: [{mark: bar}, {mark: point}]`)).toHaveLength(1);
  });
});
