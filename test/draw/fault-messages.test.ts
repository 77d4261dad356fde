import { afterAll, expect, it, vi } from 'vitest';
import { openDrawer } from '../../src/draw/open-drawer.js';
import type { JsonObject } from '../../src/model/chart.js';

vi.setConfig({ testTimeout: 120_000 });

const drawer = openDrawer();
afterAll(async () => {
  await drawer[Symbol.asyncDispose]();
});

const PLACE = { file: 'draft.md', line: 7, column: 1, endLine: 9, endColumn: 4 };
const NAMES = ['one', 'two'].map((t, n) => ({ t, n, same: 1 }));
const LONG = { t: 'Improvised explosive devices at the roadside near the river', n: 1 };

async function told(spec: JsonObject): Promise<string[]> {
  const { value, messages } = await drawer.draw({ name: 'daily', spec, source: undefined, alt: '', place: PLACE });
  expect(value).toBeDefined();
  for (const { severity, place } of messages) expect([severity, place?.line]).toEqual(['warning', 7]);
  return messages.map(({ rule, reason }) => `${rule}: ${reason}`);
}

it('names the texts that lie on each other, once', async () => {
  const encoding = { x: { field: 'same', type: 'quantitative' }, text: { field: 't' } };
  expect(await told({ data: { values: NAMES }, mark: 'text', height: 100, encoding })).toEqual([
    'chart-text-overlap: Unexpected texts on each other in the chart `daily`: `one`, `two`',
  ]);
});

it('lets the same words stand in the same place', async () => {
  const encoding = { x: { field: 'same', type: 'quantitative' }, text: { value: 'one' } };
  expect(await told({ data: { values: NAMES }, mark: 'text', height: 100, encoding })).toEqual([]);
});

it('names a label that was cut', async () => {
  const encoding = { y: { field: 't', type: 'nominal' }, x: { field: 'n', type: 'quantitative', title: null } };
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

it.each([
  ['written small', { mark: { type: 'text', fontSize: 9 } }],
  ['small on a page that is narrower than the chart', { mark: 'text', width: 1400 }],
])('names a text that is %s', async (_, spec) => {
  const encoding = { y: { field: 't', type: 'nominal', axis: null }, text: { field: 't' } };
  expect(await told({ data: { values: NAMES }, encoding, ...spec })).toEqual([
    'chart-text-small: Unexpected text smaller than 10 pixels in the chart `daily`: `one`, `two`',
  ]);
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
