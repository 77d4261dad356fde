import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAILY, prepare, table } from './prepare.js';

type Tables = Parameters<typeof prepare>[1];

function altOf(text: string, tables?: Tables): string | undefined {
  return prepare(text, tables).value?.alt;
}

function barOf(rows: readonly (readonly [string | null, number | null])[]): string | undefined {
  return altOf(bar, [table('daily', ['day', 'boats_seen'], rows)]);
}

const x = 'x: {field: day, type: temporal}';
const bar = `mark: bar\ntitle: Boats a day\nencoding: {${x}, y: {field: boats_seen, type: quantitative}}`;
const reach = table(
  'daily',
  ['place', 'n'],
  [
    ['Kabul', 1200],
    ['Kunar', 30],
    ['Herat', 30],
  ],
);

test('bars over time are told with their range, extremes and ends', () => {
  expect(
    barOf([
      ['2021-09-01', 4],
      ['2021-09-02', 31],
      ['2021-09-03', 12],
    ]),
  ).toBe(
    'Bar chart: Boats a day. Shows boats seen by day, 1–3 September 2021. Highest: 31 (2 September); lowest: four (1 September); first: four; last: 12.',
  );
});

test('first and last are those in time, whatever the order of the rows', () => {
  expect(
    barOf([
      ['2021-09-03', 12],
      ['2021-09-01', 14],
    ]),
  ).toContain('first: 14; last: 12.');
});

test('one row has neither a highest nor a last', () => {
  expect(barOf([['2021-09-01', 4]])).toBe(
    'Bar chart: Boats a day. Shows boats seen by day, 1 September 2021. The value is four (1 September).',
  );
});

test('equal rows have no highest', () => {
  expect(
    barOf([
      ['2021-09-01', 4],
      ['2021-09-02', 4],
    ]),
  ).toMatch(/2021\. The value is four throughout\.$/);
});

test('what shares the highest value is not named', () => {
  expect(
    barOf([
      ['2021-09-01', 14],
      ['2021-09-02', 14],
      ['2021-09-03', 10],
    ]),
  ).toContain('Highest: 14; lowest: 10 (3 September)');
});

test('with a missing value nothing is said of range and ends', () => {
  expect(
    barOf([
      ['2021-09-01', 14],
      ['2021-09-02', null],
      ['2021-09-03', 10],
    ]),
  ).toBe('Bar chart: Boats a day. Shows boats seen by day. Highest: 14 (1 September); lowest: 10 (3 September).');
});

test('two rows of one day, and rows without a day, give no numbers', () => {
  const without = 'Bar chart: Boats a day. Shows boats seen by day.';
  const rows = [['2021-09-01', 14] as const];
  expect(barOf([...rows, ['2021-09-01', 15]])).toBe(without);
  expect(barOf([...rows, [null, 15]])).toBe(without);
});

test.each([
  [
    'a pie by its parts',
    'mark: arc\nencoding: {theta: {field: n, type: quantitative}, color: {field: place}}',
    'Pie chart. Shows n by place, three values. Highest: 1,200 (Kabul); lowest: 30.',
  ],
  [
    'lying bars by the titles of their axes',
    'mark: {type: bar}\nencoding: {x: {field: n, type: quantitative, axis: {title: Calls}}, y: {field: place, title: Province}}',
    'Bar chart. Shows Calls by Province, three values. Highest: 1,200 (Kabul); lowest: 30.',
  ],
  [
    'an average without numbers',
    'mark: bar\nencoding: {x: {field: n, aggregate: mean, type: quantitative}, y: {field: place}}',
    'Bar chart. Shows average of n by place.',
  ],
  [
    'a filtered chart without numbers',
    'mark: point\ntransform: [{filter: datum.n > 100}]\nencoding: {y: {field: n, type: quantitative}, x: {field: place}}',
    'Dot plot. Shows n by place.',
  ],
  [
    'a mark without a common name by its title',
    'mark: text\ntitle: Calls\nencoding: {text: {field: n}}',
    'Chart: Calls.',
  ],
  [
    'layers by the first that tells something',
    'layer: [{mark: rule, encoding: {y: {datum: 7}}}, {mark: tick, encoding: {y: {field: n, type: quantitative}, x: {field: place}}}]',
    'Strip plot. Shows n by place, three values. Highest: 1,200 (Kabul); lowest: 30. It is drawn in 2 layers.',
  ],
])('tells %s', (_, text, alt) => {
  expect(altOf(text, [reach])).toBe(alt);
});

test('lines of several series are told with the series; stacked bars, whose heights are sums, without numbers', () => {
  const encoding = `encoding: {${x}, y: {field: n, type: quantitative}, color: {field: place}}`;
  expect(altOf(`mark: line\n${encoding}`, [DAILY])).toBe(
    'Line chart. Shows n by day and place, 1–7 September 2021. Highest: 12 (7 September, Kabul); lowest: zero (1 September, Kabul).',
  );
  expect(altOf(`mark: area\n${encoding}`, [DAILY])).toBe('Area chart. Shows n by day and place.');
});

const grid = table(
  'daily',
  ['day', 'place', 'n'],
  [
    ['2021-09-03', 'Kabul', 1200],
    ['2021-09-03', 'Kunar', 30],
    ['2021-09-04', 'Kabul', 0],
  ],
);
const unit = 'mark: bar, encoding: {y: {field: place}, x: {field: n, type: quantitative}}';

test.each([
  [
    'a heat map by both of its sides',
    'mark: rect\nencoding: {x: {field: day, type: temporal}, y: {field: place}, color: {field: n, type: quantitative, title: Calls}}',
    'Heat map. Shows Calls by day and place, 3–4 September 2021. Highest: 1,200 (3 September, Kabul); lowest: zero (4 September, Kabul).',
  ],
  [
    'a heat map over rows that share a cell without numbers',
    'mark: rect\nencoding: {y: {field: place}, color: {field: n, type: quantitative}}',
    'Heat map. Shows n by place.',
  ],
  [
    'points by what stands against what',
    'mark: point\ntitle: Calls\nencoding: {x: {field: day, type: temporal}, y: {field: n, type: quantitative}, color: {field: place}}',
    'Dot plot: Calls. Shows n by day and place, 3–4 September 2021. Highest: 1,200 (3 September, Kabul); lowest: zero (4 September, Kabul).',
  ],
  [
    'charts side by side by the first',
    `title: Two views\nhconcat: [{${unit}}, {mark: line, encoding: {x: {field: day, type: temporal}, y: {field: n, type: quantitative}}}]`,
    'Bar chart: Two views. Shows n by place. It is one of 2 parts.',
  ],
  [
    'small charts without numbers',
    `facet: {field: day, type: temporal}\nspec: {${unit}}`,
    'Bar chart. Shows n by place.',
  ],
  [
    'small charts by a channel with all that they show',
    'mark: bar\nencoding: {y: {field: place}, x: {field: n, type: quantitative}, row: {field: day, type: temporal}}',
    'Bar chart. Shows n by place and day.',
  ],
])('tells %s', (_, text, alt) => {
  expect(altOf(text, [grid])).toBe(alt);
});

test('days and numbers are those of the draft’s language', () => {
  const spec = `mark: line\nencoding: {${x}, y: {field: n, type: quantitative}}`;
  const days = table(
    'daily',
    ['day', 'n'],
    [
      ['2021-09-01', 1200],
      ['2021-10-02', 30],
    ],
  );
  expect(prepare(spec, [days], { lang: 'en-US' }).value?.alt).toBe(
    'Line chart. Shows n by day, September 1 to October 2, 2021. Highest: 1,200 (September 1); lowest: 30 (October 2); first: 1,200; last: 30.',
  );
  expect(prepare(spec, [days], { lang: 'en-GB' }).value?.alt).toBe(
    'Line chart. Shows n by day, 1 September to 2 October 2021. Highest: 1,200 (1 September); lowest: 30 (2 October); first: 1,200; last: 30.',
  );
});

test('whatever the rows are, the text is whole, short and free of code words', () => {
  const name = fc.option(fc.constantFrom('Kabul', '2021-09-01', 'a'.repeat(500), '😀'.repeat(90), '5', ' '));
  const number = fc.option(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.bigInt()));
  const mark = fc.constantFrom('bar', 'line', 'area', 'point', 'arc', 'rect', 'tick', 'text', 'rule');
  const channel = fc.constantFrom('y', 'theta', 'color', 'size');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, number)), mark, channel, fc.string(), (rows, kind, quantity, title) => {
      const text = `mark: ${kind}\nencoding: {x: {field: who}, ${quantity}: {field: n, type: quantitative}}`;
      const data = table('daily', ['who', 'n'], rows);
      const alt = altOf(`title: ${JSON.stringify(title.replace(/null|NaN|undefined/g, ''))}\n${text}`, [data]);
      if (alt === undefined) return;
      expect(alt).not.toMatch(/undefined|null|NaN|\n/);
      expect(alt.length).toBeLessThan(1000);
    }),
  );
});
