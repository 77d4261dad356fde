import { describe, expect, it, test } from 'vitest';
import { DAILY, prepare, table } from './prepare.js';

const X = 'x: {field: day, type: temporal}';

/** A chart as it is typed, and what its writer is told. */
const MISTAKES: readonly [what: string, text: string, found: string][] = [
  ['nothing', '', 'chart-spec at : Unexpected empty chart'],
  ['a comment alone', '# later', 'Unexpected empty chart'],
  ['a list', '- mark: bar', 'chart-spec at - mark: bar: Unexpected a list, expected a mapping'],
  ['a word', 'bar', 'Unexpected a text, expected a mapping'],
  ['a tab', 'mark: bar\n\tencoding: {}', 'chart-syntax'],
  ['a key twice', 'mark: bar\nmark: line', 'chart-syntax at m'],
  ['a line without a colon', 'mark bar\nencoding: {}', 'Unexpected line without a `:`'],
  ['a bracket left open', `mark: bar\nencoding: {${X}`, 'chart-syntax'],
  [
    'a tag without quotes',
    'title: {{count daily.n "attack"}}\nmark: bar',
    'Unexpected `{{` without quotes, expected a text in quotes (Put single quotes',
  ],
  ['an alias of nothing', 'mark: *gone', 'chart-syntax at *gone'],
  ['a number that is none', 'mark: {type: bar, size: .inf}', 'chart-syntax at .inf'],
  ['a misspelt key', 'marks: bar', 'chart-spec at marks: Unexpected key `marks` in a chart (Did you mean `mark`?)'],
  ['no mark', `encoding: {${X}}`, 'Unexpected chart without a `mark`'],
  [
    'an unknown mark',
    `mark: barr\nencoding: {${X}}`,
    'chart-spec at barr: Unexpected mark `barr` (Did you mean `bar`?)',
  ],
  ['an unknown mark in a mapping', `mark: {type: lien}\nencoding: {${X}}`, 'chart-spec at lien'],
  ['a picture as mark', 'mark: {type: image}', 'Unexpected mark `image`: a chart loads nothing'],
  [
    'an unknown channel',
    'mark: bar\nencoding: {colour: {field: n}}',
    'chart-spec at colour: Unexpected channel `colour` (Did you mean `color`?)',
  ],
  [
    'an unknown type',
    'mark: bar\nencoding: {y: {field: n, type: quantative}}',
    'chart-spec at quantative: Unexpected type `quantative` (Did you mean `quantitative`?)',
  ],
  [
    'SQL’s name of an aggregate',
    'mark: bar\nencoding: {y: {field: n, aggregate: avg}}',
    'chart-spec at avg: Unexpected aggregate `avg` (Did you mean `mean`?)',
  ],
  ['a width below nothing', `width: -5\nmark: bar\nencoding: {${X}}`, 'chart-spec at -5: Unexpected `-5` as width'],
  ['a step of nothing', `height: {step: 0}\nmark: bar\nencoding: {${X}}`, 'chart-spec at 0: Unexpected `0` as height'],
  [
    'a format that is none',
    'mark: bar\nencoding: {x: {field: n, type: quantitative, axis: {format: zz}}}',
    'chart-spec at zz: Unexpected format `zz`, expected one of numbers such as `,.1f`',
  ],
  ['an unknown transform', 'transform: [{agregate: [], groupby: []}]\nmark: bar', 'Did you mean `aggregate`?'],
  [
    'a channel that is a word',
    'mark: bar\nencoding: {x: day}',
    'chart-spec at day: Unexpected a text, expected a mapping',
  ],
  ['layers that are none', 'layer: bar', 'chart-spec at bar: Unexpected a text, expected a list of charts'],
  ['no layers', 'layer: []', 'Unexpected empty list'],
  [
    'another language',
    '$schema: https://vega.github.io/schema/vega/v6.json\nmarks: []',
    'Unexpected schema, expected one of Vega-Lite',
  ],
  [
    'a misspelt column',
    'mark: bar\nencoding: {x: {field: dayy, type: nominal}}',
    'chart-data at dayy: Unexpected field `dayy`: the query `daily` has no such column (Did you mean `day`?)',
  ],
  [
    'a misspelt column to sort by',
    'mark: bar\nencoding: {x: {field: day, sort: {field: m, op: sum}}}',
    'chart-data at m: ',
  ],
  [
    'a misspelt column in a tooltip',
    'mark: bar\nencoding: {tooltip: [{field: day}, {field: plac}]}',
    'chart-data at plac',
  ],
  [
    'a misspelt column in a condition',
    'mark: bar\nencoding: {color: {condition: {test: {field: nn, gt: 3}, value: red}, value: blue}}',
    'chart-data at nn',
  ],
  [
    'a misspelt column in a transform',
    'transform: [{aggregate: [{op: sum, field: m, as: t}], groupby: [place]}]\nmark: bar\nencoding: {y: {field: t}}',
    'chart-data at m: ',
  ],
  [
    'a column that an aggregate left behind',
    'transform: [{aggregate: [{op: sum, field: n, as: t}], groupby: [place]}]\nmark: bar\nencoding: {x: {field: day}}',
    'chart-data at day: Unexpected field `day`',
  ],
  [
    'a misspelt column in an expression',
    'transform: [{filter: datum.m > 3}]\nmark: bar\nencoding: {x: {field: day}}',
    'chart-data at datum.m > 3: Unexpected field `m` in an expression',
  ],
  [
    'a misspelt column to repeat',
    'repeat: [n, m]\nspec: {mark: bar, encoding: {x: {field: {repeat: repeat}}}}',
    'chart-data at m: ',
  ],
  [
    'a misspelt column of a facet',
    'facet: {field: plac}\nspec: {mark: bar, encoding: {x: {field: n}}}',
    'chart-data at plac',
  ],
  [
    'a misspelt query',
    'data: {name: dayly}\nmark: bar',
    'chart-data at dayly: Unexpected data `dayly`, expected the name of a query (Did you mean `daily`?)',
  ],
  [
    'a misspelt query in a layer',
    `layer:\n- {mark: bar, encoding: {${X}}}\n- {data: {name: gone}, mark: rule}`,
    'chart-data at gone',
  ],
  [
    'text as a number',
    'mark: bar\nencoding: {x: {field: place, type: quantitative}}',
    'chart-data at place: Unexpected type `quantitative`: column `place` of `daily` holds text',
  ],
  [
    'numbers as dates',
    'mark: bar\nencoding: {x: {field: n, type: temporal}}',
    'chart-data at n: Unexpected type `temporal`: column `n` of `daily` holds numbers',
  ],
  ['text as dates', 'mark: bar\nencoding: {x: {field: place, type: temporal}}', 'expected dates'],
  [
    'an address',
    'data: {url: https://example.org/a.csv}\nmark: bar',
    'chart-spec at url: Unexpected `url`: a chart loads nothing',
  ],
  ['a file', 'data: {url: ../secret.csv}\nmark: bar', 'chart-spec at url'],
  [
    'an address in a lookup',
    'transform: [{lookup: n, from: {data: {url: a.csv}, key: k, fields: [v]}}]\nmark: bar',
    'chart-spec at url',
  ],
  ['a link', 'mark: {type: bar, href: "javascript:alert(1)"}', 'chart-spec at href: Unexpected `href`'],
  ['a link channel', 'mark: bar\nencoding: {href: {field: place}}', 'chart-spec at href'],
  [
    'another font',
    'mark: bar\nconfig: {axis: {labelFont: Comic Sans}}',
    'chart-spec at Comic Sans: Unexpected font `Comic Sans`',
  ],
  [
    'chance',
    'transform: [{sample: 5}]\nmark: bar',
    'chart-spec at sample: Unexpected `sample`: a chart reads no chance and draws every row',
  ],
  [
    'the clock',
    'transform: [{calculate: "now() - 1", as: t}]\nmark: bar',
    'chart-spec at "now() - 1": Unexpected `now()`',
  ],
  [
    'a map of regions',
    'mark: geoshape\nencoding: {color: {field: n, type: quantitative}}',
    'chart-spec at geoshape: Unexpected `geoshape` over the rows of a query, which have no shapes of regions',
  ],
  [
    'a map of regions with settings',
    'mark: {type: geoshape, stroke: white}',
    'chart-spec at geoshape: Unexpected `geoshape` over the rows of a query',
  ],
  ['a source that is none', 'usermeta: {source: [a]}\nmark: bar', 'chart-spec at [a]: Unexpected a list as source'],
];

describe('a chart’s mistakes', () => {
  it.each(MISTAKES)('names %s', (_, text, expected) => {
    const { found, value } = prepare(text);
    expect(found.join('\n')).toContain(expected);
    expect(value).toBeUndefined();
  });

  it('are all named at once', () => {
    const { found } = prepare('mark: barr\nencoding: {x: {field: dya, type: temporl}, colour: {field: n}}');
    expect(found.map((message) => message.split(':')[0])).toEqual([
      'chart-spec at barr',
      'chart-spec at temporl',
      'chart-spec at colour',
      'chart-data at dya',
    ]);
  });

  it('are named once where layers share them', () => {
    const layers = 'layer: [{mark: bar}, {mark: line}, {mark: point}]';
    expect(prepare(`encoding: {x: {field: dya}}\n${layers}`).found).toHaveLength(1);
    expect(prepare(`encoding: {x: {field: place, type: quantitative}}\n${layers}`).found).toHaveLength(1);
  });

  it.each(['back\\slash', 'constructor', '__proto__'])('name a column that Vega cannot read: %s', (name) => {
    const chart = `data: {name: q}\nmark: bar\nencoding: {x: {field: ${name}}}`;
    expect(prepare(chart, [table('q', [name], [[1]])]).found.join()).toContain(`Unexpected column name \`${name}\``);
  });

  it('do not count where fields cannot be known', () => {
    const { found } = prepare(
      'transform: [{pivot: place, value: n, groupby: [day]}]\nmark: bar\nencoding: {x: {field: Kunar}}',
    );
    expect(found).toEqual([]);
  });

  it('say when no query is there to draw', () => {
    const { found } = prepare('mark: bar\nencoding: {x: {field: n}}', [DAILY], { name: 'dailyy' });
    expect(found).toEqual([
      'chart-data at mark: bar: Unexpected chart without data: no query is called `dailyy` (Did you mean `daily`?; name one with `data: {name: …}`)',
    ]);
  });

  it('warn of values that are typed, but not of a note’s empty row', () => {
    expect(prepare('data: {values: [{n: 1}]}\nmark: bar\nencoding: {x: {field: n}}').found.join()).toContain(
      'chart-inline-data at {values: [{n: 1}]}',
    );
    expect(prepare('data: {values: [{}]}\nmark: {type: text, text: Here}').found).toEqual([]);
  });
});

describe('the clock and chance', () => {
  it.each([
    'now()',
    'now ()',
    'now/* */()',
    '\\u006eow()',
    '\\u{6e}ow()',
    'datetime()',
    'datetime( )',
    'random()',
    'datum.n * random ( )',
    'sampleNormal(0, 1)',
    'windowSize()[0]',
  ])('are found however they are spelled: %s', (expression) => {
    for (const transform of [{ calculate: expression, as: 't' }, { filter: expression }]) {
      const { found, value } = prepare(JSON.stringify({ transform: [transform], mark: 'bar' }));
      expect(found.join('\n')).toMatch(/chart-spec at .*a chart reads no clock/);
      expect(value).toBeUndefined();
    }
  });

  it.each(['datetime(2021, 8, 1)', "datum.place == 'now()'", 'datum.now', 'test(/\\d+/, datum.place)'])(
    'are not seen where they are not: %s',
    (expression) => {
      const rows = table('daily', ['place', 'now'], [['Kabul', 1]]);
      expect(prepare(JSON.stringify({ transform: [{ filter: expression }], mark: 'bar' }), [rows]).found).toEqual([]);
    },
  );

  it('are not seen in titles', () => {
    expect(prepare('title: What we know now (and what not)\nmark: bar').found).toEqual([]);
  });
});

describe('a query’s rows', () => {
  const chart = 'data: {name: q}\nmark: bar\nencoding: {x: {field: n, type: quantitative}}';

  it('must be there', () => {
    expect(prepare(chart, [table('q', ['n'], [])]).found.join()).toContain(
      'chart-data at {name: q}: Unexpected query `q` without rows',
    );
  });

  it('must be no more than a picture can show', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => [index]);
    expect(prepare(chart, [table('q', ['n'], rows(20_000))]).found).toEqual([]);
    expect(prepare(chart, [table('q', ['n'], rows(20_001))]).found.join()).toContain(
      'chart-data at {name: q}: Unexpected 20001 rows of `q`, expected at most 20000 (Aggregate in the query: GROUP BY what the chart shows)',
    );
  });

  it('must hold numbers that can be drawn', () => {
    for (const value of [NaN, Infinity, -Infinity])
      expect(prepare(chart, [table('q', ['n'], [[1], [value]])]).found.join()).toContain(
        `\`${String(value)}\` in column \`n\` of \`q\`, row 2`,
      );
  });

  it('must hold no character that nobody sees', () => {
    const names = 'data: {name: q}\nmark: bar\nencoding: {x: {field: name}}';
    const rows = (name: string) => [
      table(
        'q',
        ['name', 'unused'],
        [
          ['Kabul', '\u202e'],
          [name, ''],
        ],
      ),
    ];
    expect(prepare(names, rows('Ku\u202enar')).found.join()).toContain(
      "hidden-character at {name: q}: Unexpected hidden character U+202E in column `name` of `q`, row 2, expected text that is all seen (Take it out in the query, e.g. `replace(name, chr(8238), '')`)",
    );
    expect(prepare(names, rows('كنر')).found).toEqual([]);
  });

  it('must hold integers that a chart prints as they are', () => {
    expect(prepare(chart, [table('q', ['n'], [[9007199254740992n]])]).found).toEqual([]);
    expect(prepare(chart, [table('q', ['n'], [[9007199254740993n]])]).found.join()).toContain('a chart would round it');
  });
});

test.each([',.1f', '.0%', '~s', '$,.2f', '+d', '', '%d %b', '%-d %B %Y', '(,d'])('the format %j is one', (format) => {
  expect(
    prepare(`mark: bar\nencoding: {x: {field: n, type: quantitative, axis: {format: '${format}'}}}`).found,
  ).toEqual([]);
});
