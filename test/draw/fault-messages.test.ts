import { afterAll, expect, it, vi } from 'vitest';
import { openDrawer } from '../../src/draw/open-drawer.js';
import type { JsonObject } from '../../src/model/chart.js';
import type { Output } from '../../src/model/target.js';

vi.setConfig({ testTimeout: 120_000 });

const drawer = openDrawer();
afterAll(async () => {
  await drawer[Symbol.asyncDispose]();
});

const PLACE = { file: 'draft.md', line: 7, column: 1, endLine: 9, endColumn: 4 };
const NAMES = ['one', 'two'].map((t, n) => ({ t, n, same: 1 }));
const LONG = { t: 'Improvised explosive devices at the roadside near the river', n: 1 };

async function draw(spec: JsonObject, outputs?: readonly Output[]) {
  return drawer.draw({ name: 'daily', spec, source: undefined, alt: '', place: PLACE }, outputs);
}

async function told(spec: JsonObject, outputs?: readonly Output[]): Promise<string[]> {
  const { value, messages } = await draw(spec, outputs);
  expect(value).toBeDefined();
  for (const { severity, place } of messages) expect([severity, place?.line]).toEqual(['warning', 7]);
  return messages.map(({ rule, reason }) => `${rule}: ${reason}`);
}

it('names the texts that lie on each other, once', async () => {
  const x = { field: 'n', type: 'quantitative', scale: { domain: [0, 60] } };
  const encoding = { x, text: { field: 't' } };
  expect(await told({ data: { values: NAMES }, mark: 'text', height: 100, encoding })).toEqual([
    'chart-text-overlap: Unexpected texts on each other in the chart `daily`: `one`, `two`',
  ]);
});

it('tells the same words that lie on each other in different places', async () => {
  const x = { field: 'n', type: 'quantitative', scale: { domain: [0, 60] } };
  const encoding = { x, text: { value: 'a note' } };
  expect(await told({ data: { values: NAMES }, mark: 'text', height: 100, encoding })).toEqual([
    'chart-text-overlap: Unexpected texts on each other in the chart `daily`: `a note`',
  ]);
});

it.each([
  ['bars', 'bar', { domainMin: 95 }],
  ['an area', 'area', { domain: [90, 110] }],
  ['a line', 'line', { domain: [100, 101] }],
])('gives %s a plot of full height though the axis ends far from where they do', async (_, mark, scale) => {
  const values = [100, 101, 5].map((n, at) => ({ t: `day ${at.toString()}`, n }));
  const encoding = { x: { field: 't', type: 'nominal' }, y: { field: 'n', type: 'quantitative', scale } };
  const { value } = await draw({ data: { values: mark === 'line' ? values : values.slice(0, 2) }, mark, encoding });
  const labels = value?.inline.match(/>(?:9\d|1\d\d)(?:\.\d)?<\/text>/g) ?? [];
  expect(labels.length).toBeGreaterThan(3);
  expect(value?.inline).toContain('clip-path');
});

it('lets the same words stand in the same place', async () => {
  const encoding = { x: { field: 'same', type: 'quantitative' }, text: { value: 'one' } };
  expect(await told({ data: { values: NAMES }, mark: 'text', height: 100, encoding })).toEqual([]);
});

it('names a label that was cut', async () => {
  const y = { field: 't', type: 'nominal', axis: { labelLimit: 200 } };
  const encoding = { y, x: { field: 'n', type: 'quantitative', title: null } };
  expect(await told({ data: { values: [LONG] }, mark: 'bar', encoding })).toEqual([
    'chart-text-cut: Unexpected text that was cut in the chart `daily`: `Improvised explosive devices at the roadside near the river`',
  ]);
});

it('names a text that runs out of the picture', async () => {
  const spec = {
    data: { values: [LONG] },
    mark: { type: 'text', align: 'left' },
    width: 200,
    height: 100,
    autosize: 'none',
    encoding: { x: { value: 190 }, y: { value: 50 }, text: { field: 't' } },
  };
  expect(await told(spec)).toEqual([
    'chart-text-outside: Unexpected text that runs out of the picture in the chart `daily`: `Improvised explosive devices at the roadside near the river`',
  ]);
});

it('names a text that is written small', async () => {
  const encoding = { y: { field: 't', type: 'nominal', axis: null }, text: { field: 't' } };
  const spec = { data: { values: NAMES }, mark: { type: 'text', fontSize: 9 }, encoding };
  expect(await told(spec)).toEqual([
    'chart-text-small: Unexpected text too small to read in the chart `daily`: `one`, `two`',
  ]);
});

/** Where a text of this many pixels is too small. */
async function tooSmall(fontSize: number, spec: JsonObject): Promise<string | undefined> {
  const encoding = { y: { field: 't', type: 'nominal', axis: null }, text: { field: 't' } };
  const [found] = await told({ data: { values: NAMES }, mark: { type: 'text', fontSize }, encoding, ...spec });
  return found?.replace('chart-text-small: Unexpected text too small to read in the chart `daily`', '');
}

it('measures a text as it is seen: a page’s drawing is made smaller in print', async () => {
  expect(await tooSmall(11, {})).toBe(' in print: `one`, `two`');
  expect(await tooSmall(12, {})).toBeUndefined();
});

it('measures a text in print where a chart is higher than a report lets it be', async () => {
  const bars = (count: number): JsonObject => ({
    data: { values: Array.from({ length: count }, (_, n) => ({ n, t: `Place ${n.toString()}` })) },
    mark: 'bar',
    encoding: { y: { field: 't', type: 'nominal' }, x: { field: 'n', type: 'quantitative', title: null } },
  });
  expect(await told(bars(15))).toEqual([]);
  expect((await told(bars(30))).join()).toContain('too small to read in the chart `daily` in print: ');
  expect(await told(bars(30), ['brief', 'thread'])).toEqual([]);
});

it('measures a text where a chart is wider than the page and the post', async () => {
  expect(await tooSmall(13, { width: 900 })).toBe(' in print and in the picture for posts: `one`, `two`');
  expect(await tooSmall(13, { width: 1000 })).toBe(' on a page, in print and in the picture for posts: `one`, `two`');
});

it('measures a text where the whole picture of a post, with its margin, is shown 600 pixels wide', async () => {
  // 735 and 745 with padding and margin: 13 × 600 / 778 and 13 × 600 / 788
  expect(await tooSmall(13, { width: 735 })).toBeUndefined();
  expect(await tooSmall(13, { width: 745 })).toBe(' in the picture for posts: `one`, `two`');
});

it('sets title and source of a wide picture so large that they are read at 600 pixels', async () => {
  const spec = { data: { values: NAMES }, title: { text: 'A title', subtitle: 'More' }, mark: 'bar', width: 1500 };
  const encoding = { y: { field: 't', type: 'nominal' }, x: { field: 'n', type: 'quantitative', title: null } };
  const chart = { name: 'wide', spec: { ...spec, encoding }, source: 'Source: Field desk', alt: '', place: PLACE };
  const { value } = await drawer.draw(chart);
  const width = Number(/ width="(\d+)"/.exec(value?.file ?? '')?.[1]);
  const sizeOf = (words: string): number =>
    Number(new RegExp(`font-size="([\\d.]+)"[^>]*>${words}<`).exec(value?.file ?? '')?.[1]);
  expect(width).toBeGreaterThan(1540);
  for (const words of ['A title', 'More', 'Source: Field desk'])
    expect((sizeOf(words) * 600) / width).toBeGreaterThanOrEqual(10);
});

const NAMED: JsonObject = {
  data: { values: [{ t: 'Martin Luther King Junior Day', n: 1 }] },
  mark: 'bar',
  // Its names have one line each
  height: 40,
  encoding: { y: { field: 't', type: 'nominal' }, x: { field: 'n', type: 'quantitative', title: null } },
};
const CUT_ON_PHONE =
  'chart-text-cut: Unexpected text that was cut in the chart `daily` on a phone: `Martin Luther King Junior Day`';

it('names a label that is cut on a phone alone, where a brief shows it', async () => {
  expect(await told(NAMED)).toEqual([CUT_ON_PHONE]);
  expect(await told(NAMED, ['brief'])).toEqual([CUT_ON_PHONE]);
  expect(await told(NAMED, ['thread', 'report'])).toEqual([]);
});

it('breaks names beside bars into lines where they would be cut, in the middle of their bars', async () => {
  const free = Object.fromEntries(Object.entries(NAMED).filter(([key]) => key !== 'height'));
  const { value, messages } = await draw(free);
  expect(messages).toEqual([]);
  expect(value?.inline).toContain('>Martin Luther King Junior Day<');
  const narrow = value?.narrow ?? '';
  const lines = /<text[^>]*translate\([^,]*,([\d.-]+)\)[^>]*>(<tspan.*?)<\/text>/.exec(narrow);
  expect(lines?.[2]?.replace(/<[^>]*>/g, ' ').trim()).toMatch(/^Martin Luther +King Junior Day$/);
  // The bar's middle is at 20, below the first line
  expect(Number(lines?.[1])).toBeLessThan(20);
});

it('says that a name is cut that is too long for three lines', async () => {
  const t = 'Department for the prevention and the investigation of incidents in aviation, on railways and at sea';
  expect(await told({ ...NAMED, data: { values: [{ t: `${t}, and for the rest of all`, n: 1 }] } })).toEqual([
    expect.stringContaining('chart-text-cut'),
  ]);
});

it('lets the title of an axis and the legend begin where its labels do, but not those of small charts', async () => {
  const values = ['one', 'two'].flatMap((t) => [1000, 2000].map((n) => ({ t, n, day: `d${n.toString()}` })));
  const encoding: JsonObject = {
    x: { field: 'day', type: 'nominal' },
    y: { field: 'n', type: 'quantitative', title: 'Boats' },
  };
  const place = async (more: JsonObject): Promise<number> => {
    const { value } = await draw({ data: { values }, mark: 'bar', encoding: { ...encoding, ...more } });
    return Number(/<text[^>]*translate\((-?[\d.]+),[^>]*>Boats</.exec(value?.inline ?? '')?.[1]);
  };
  expect(await place({ color: { field: 't', type: 'nominal' } })).toBeLessThan(-20);
  expect(await place({ column: { field: 't', type: 'nominal' } })).toBe(0);
});

function narrowWidth(svg: string | undefined): number {
  return Number(/^<svg[^>]* width="(\d+)"/.exec(svg ?? '')?.[1]);
}

const POINTS = {
  data: { values: NAMES },
  mark: 'point',
  encoding: { x: { field: 'n', type: 'quantitative' }, y: { field: 't', type: 'nominal' } },
};

it('draws anew for a phone what has a width of its own, too wide to be read there', async () => {
  const { value, messages } = await draw({ ...POINTS, width: 640 });
  expect(messages).toEqual([]);
  expect(narrowWidth(value?.narrow)).toBeLessThanOrEqual(342);
});

it('keeps a width that can be read on a phone', async () => {
  const { value, messages } = await draw({ ...POINTS, width: 330 });
  expect(messages).toEqual([]);
  expect(value?.width).toBeGreaterThan(340);
  expect(value?.narrow).toBeUndefined();
});

const FOUR = Array.from({ length: 8 }, (_, n) => ({ n, m: -n, place: `Place ${(n % 4).toString()}` }));
const PART = { mark: 'point', encoding: { x: { field: 'n', type: 'quantitative' } } };

it.each<[string, JsonObject]>([
  [
    'parts side by side',
    {
      hconcat: [
        { ...PART, width: 300 },
        { ...PART, width: 300 },
      ],
    },
  ],
  ['parts side by side in one of several rows', { vconcat: [{ hconcat: [PART, PART] }, PART] }],
  ['repeated parts', { repeat: ['n', 'm'], columns: 2, spec: { ...PART, width: 300 } }],
  ['small charts of a facet', { facet: { field: 'place' }, columns: 4, spec: { ...PART, width: 150 } }],
  ['small charts in a row', { facet: { column: { field: 'place' } }, spec: PART }],
  ['small charts by a channel', { mark: 'point', encoding: { ...PART.encoding, column: { field: 'place' } } }],
  [
    'small charts by a channel with columns',
    { mark: 'point', encoding: { ...PART.encoding, facet: { field: 'place', columns: 4 } } },
  ],
])('sets %s one below the other on a phone', async (_, spec) => {
  const { value, messages } = await draw({ data: { values: FOUR }, ...spec });
  expect(messages.map(({ reason }) => reason)).toEqual([]);
  expect(narrowWidth(value?.narrow)).toBeLessThanOrEqual(342);
  const heightOf = (svg: string | undefined): number => Number(/^<svg[^>]* height="(\d+)"/.exec(svg ?? '')?.[1]);
  expect(heightOf(value?.narrow)).toBeGreaterThan(heightOf(value?.inline));
});

it('parts the names at the ends of lines, if a line’s height is enough', async () => {
  const ends = (values: readonly number[]): JsonObject => ({
    data: { values: values.map((n) => ({ n, t: `Place ${n.toString()}` })) },
    mark: { type: 'text', align: 'left' },
    encoding: {
      x: { value: 100 },
      y: { field: 'n', type: 'quantitative', scale: { domain: [0, 1000] } },
      text: { field: 't' },
    },
  });
  expect(await told(ends([500, 501]))).toEqual([]);
  expect(await told(ends([500, 501, 502]))).toEqual([]);
  expect(await told(ends([500, 501, 502, 503, 504, 505]))).toHaveLength(1);
});

it('keeps a phone’s legend in the picture', async () => {
  const values = ['Monday to Friday', 'Saturday', 'Sunday', 'Public holiday'].map((t, n) => ({ t, n }));
  const encoding = { x: { field: 'n', type: 'quantitative' }, color: { field: 't', type: 'nominal' } };
  const spec = { data: { values }, mark: 'point', encoding };
  const { value } = await drawer.draw({ name: 'daily', spec, source: undefined, alt: '', place: PLACE });
  const rows = [
    ...(value?.narrow ?? '').matchAll(/<g transform="translate\([\d.]+,([\d.]+)\)"><path class="background"/g),
  ];
  expect(new Set(rows.map(([, y]) => y)).size).toBeGreaterThan(2);
  expect(value?.narrow).toContain('>Public holiday<');
});

it('leaves the theme’s ramp to the page, step by step', async () => {
  const values = Array.from({ length: 20 }, (_, n) => ({ n, t: n.toString() }));
  const encoding = {
    x: { field: 't', type: 'nominal', axis: null },
    color: { field: 'n', type: 'quantitative', legend: null },
  };
  const { value } = await drawer.draw({
    name: 'daily',
    spec: { data: { values }, mark: 'rect', encoding },
    source: undefined,
    alt: '',
    place: PLACE,
  });
  const fills = [...(value?.inline ?? '').matchAll(/<path d="[^"]*" fill="([^"]*)"/g)].map(([, fill = '']) => fill);
  expect(fills).toHaveLength(20);
  for (const fill of fills) expect(fill).toMatch(/^(?:color-mix\(in srgb, )?var\(--chart-ramp-/);
  expect(value?.file).not.toContain('var(');
});

it('leaves the colours of a writer’s own scheme to the writer, those near the theme’s too', async () => {
  const values = Array.from({ length: 20 }, (_, n) => ({ n, t: n.toString() }));
  const encoding = {
    x: { field: 't', type: 'nominal', axis: null },
    color: { field: 'n', type: 'quantitative', legend: null, scale: { scheme: 'blues' } },
  };
  const { value } = await draw({ data: { values }, mark: 'rect', encoding });
  expect(value?.inline).not.toMatch(/fill="[^"]*--chart-ramp/);
});

it.each<[string, JsonObject]>([
  ['a strip of points', { mark: 'tick', encoding: { x: { field: 'n', type: 'quantitative' } } }],
  ['one stacked bar', { mark: 'bar', encoding: { x: { field: 'same', type: 'quantitative' }, color: { field: 't' } } }],
  ['layers of these', { encoding: { x: { field: 'n', type: 'quantitative' } }, layer: [{ mark: 'tick' }] }],
])('gives a chart without a vertical axis a height: %s', async (_, spec) => {
  const { value, messages } = await draw({ data: { values: NAMES }, ...spec });
  expect(messages).toEqual([]);
  expect(value?.height).toBeGreaterThan(90);
  expect((await draw({ data: { values: NAMES }, ...spec, height: 30 })).value?.height).toBeLessThan(
    (value?.height ?? 0) - 25,
  );
});

it('makes room for the plot where the legends take it all', async () => {
  const values = Array.from({ length: 12 }, (_, n) => ({ n, t: `A series with a long name, number ${n.toString()}` }));
  const encoding = {
    x: { field: 'n', type: 'quantitative' },
    y: { field: 'n', type: 'quantitative' },
    color: { field: 't', type: 'nominal' },
  };
  const { value } = await draw({ data: { values }, mark: 'point', encoding });
  const places = [...(value?.narrow ?? '').matchAll(/aria-|<path transform="translate\([\d.]+,([\d.]+)\)"/g)];
  const heights = places.flatMap(([, y]) => (y === undefined ? [] : [Number(y)]));
  expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(100);
});

it.each<[string, JsonObject, string]>([
  ['numbers', { field: 'n', type: 'quantitative', title: 'Boats' }, 'Boats'],
  ['names', { field: 't', type: 'nominal', title: 'Harbour' }, 'Harbour'],
])('sets the title of %s above their axis, level and clear of a legend', async (_, y, title) => {
  const encoding = {
    y,
    x: { field: 'same', type: 'quantitative', title: null },
    color: { field: 't', type: 'nominal' },
  };
  const { value, messages } = await draw({ data: { values: NAMES }, mark: 'point', encoding });
  expect(messages).toEqual([]);
  const [, attributes = ''] = new RegExp(`<text ([^>]*)>${title}<`).exec(value?.inline ?? '') ?? [];
  expect(attributes).toContain('transform="translate(');
  expect(attributes).not.toContain('rotate');
});
