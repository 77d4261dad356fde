import { afterAll, describe, expect, it, vi } from 'vitest';
import { openDrawer } from '../../src/draw/open-drawer.js';
import type { JsonObject } from '../../src/model/chart.js';

vi.setConfig({ testTimeout: 120_000 });

const drawer = openDrawer();
afterAll(async () => {
  await drawer[Symbol.asyncDispose]();
});

const PLACE = { file: 'draft.md', line: 7, column: 1, endLine: 9, endColumn: 4 };
const DATA = {
  values: [
    { n: 1, day: 'a', place: 'Kabul' },
    { n: 2, day: 'b', place: 'Kabul' },
    { n: -3, day: 'a', place: 'Kunar' },
  ],
};
const N = { field: 'n', type: 'quantitative' };
const XY = { x: { field: 'day', type: 'nominal' }, y: N };
const GONE = { transform: [{ filter: 'false' }], encoding: XY };

async function told(spec: JsonObject): Promise<string[]> {
  const chart = { name: 'daily', spec: { data: DATA, ...spec }, source: undefined, alt: '', place: PLACE };
  const { messages } = await drawer.draw(chart);
  for (const { place } of messages) expect(place).toEqual(PLACE);
  return messages.map(({ rule, reason }) => `${rule}: ${reason}`);
}

describe('a part of a chart without anything in it', () => {
  const emptyPart = (which: string): string =>
    `chart-part-empty: Unexpected empty part ${which} in the chart \`daily\`: no row is left for it`;
  const point = { mark: 'point', encoding: XY };

  it.each<[string, JsonObject, string]>([
    ['a layer', { layer: [point, { mark: 'rule', ...GONE }] }, '2 of 2 (`rule`)'],
    ['a layer of lines', { layer: [{ mark: { type: 'line' }, ...GONE }, point] }, '1 of 2 (`line`)'],
    ['a layer of boxes', { layer: [point, { mark: 'boxplot', ...GONE }] }, '2 of 2 (`boxplot`)'],
    ['a layer in a layer', { layer: [point, { layer: [point, { mark: 'tick', ...GONE }] }] }, '3 of 3 (`tick`)'],
    [
      'a layer of every small chart',
      { facet: { field: 'place' }, spec: { layer: [point, { mark: 'rule', ...GONE }] } },
      '2 of 2 (`rule`)',
    ],
    ['a chart beside another', { hconcat: [point, { mark: 'bar', ...GONE }] }, '2 of 2 (`bar`)'],
    ['a named layer', { layer: [point, { name: 'the mean', mark: 'rule', ...GONE }] }, '2 of 2 (`rule`)'],
  ])('is said: %s', async (_, spec, which) => {
    expect(await told(spec)).toEqual([emptyPart(which)]);
  });

  it.each<[string, JsonObject]>([
    ['boxes without outliers', { layer: [point, { mark: 'boxplot', encoding: XY }] }],
    ['an annotation', { layer: [point, { data: { values: [{}] }, mark: { type: 'text', text: 'Here' } }] }],
    [
      'a layer that one of the small charts lacks',
      {
        facet: { field: 'place' },
        spec: { layer: [point, { transform: [{ filter: "datum.place == 'Kabul'" }], mark: 'rule', encoding: XY }] },
      },
    ],
    ['repeated layers', { repeat: ['n'], spec: { layer: [point, point] } }],
  ])('is not said of %s', async (_, spec) => {
    expect(await told(spec)).toEqual([]);
  });
});

describe('a point that no line joins', () => {
  const color = { field: 'place', type: 'nominal' };

  it.each<[string, JsonObject, string]>([
    ['the only one of its line', { mark: 'line', encoding: { ...XY, color } }, 'a point'],
    [
      'between gaps',
      {
        data: { values: [1, null, 3, null, 5, 6].map((n, day) => ({ n, day: day.toString() })) },
        mark: 'line',
        encoding: XY,
      },
      '2 points',
    ],
  ])('is said: %s', async (_, spec, points) => {
    expect(await told(spec)).toEqual([
      `chart-lone-point: Unexpected ${points} without a neighbour in the chart \`daily\`: a line or an area of one point is not seen`,
    ]);
  });

  it.each<[string, JsonObject]>([
    ['with points of its own', { mark: { type: 'line', point: true }, encoding: { ...XY, color } }],
    ['under a layer of points', { encoding: { ...XY, color }, layer: [{ mark: 'line' }, { mark: 'point' }] }],
  ])('is not said of a line %s', async (_, spec) => {
    expect(await told(spec)).toEqual([]);
  });

  it.each(['line', 'area', 'trail'])('is an error where the chart has nothing else: %s', async (mark) => {
    expect(await told({ data: { values: [{ n: 1, day: 'a' }] }, mark, encoding: XY })).toEqual([
      'chart-empty: Unexpected chart of single points: a line or an area of one point is not seen',
    ]);
  });
});

describe('less than nothing', () => {
  const sum = { aggregate: 'sum', ...N };
  const color = { field: 'place', type: 'nominal' };
  const day = { field: 'day', type: 'nominal' };

  it.each<[string, JsonObject]>([
    ['a slice that is a sum', { mark: 'arc', encoding: { theta: sum, color } }],
    ['a part of a hundred per cent', { mark: 'bar', encoding: { x: { ...sum, stack: 'normalize' }, y: day, color } }],
    ['an area on another', { mark: { type: 'area', point: true }, encoding: { x: day, y: sum, color } }],
    ['a slice of a small chart', { facet: { field: 'day' }, spec: { mark: 'arc', encoding: { theta: sum, color } } }],
  ])('is an error as %s', async (_, spec) => {
    expect(await told(spec)).toEqual([
      'chart-value: Unexpected `-3` as a part of a whole: what is stacked cannot be less than nothing',
    ]);
  });

  it('is an error as a size that is a sum', async () => {
    const spec = { mark: 'point', encoding: { x: color, size: sum } };
    expect(await told(spec)).toEqual(['chart-value: Unexpected `-3` as a size, which cannot be less than nothing']);
  });

  it('is none where bars can go below zero', async () => {
    expect(await told({ mark: 'bar', encoding: { x: sum, y: day, color } })).toEqual([]);
  });

  it('is none where an area stands alone', async () => {
    expect(await told({ mark: 'area', encoding: { x: day, y: sum } })).toEqual([]);
  });
});
