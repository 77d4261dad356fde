import { afterAll, describe, expect, it, vi } from 'vitest';
import { openDrawer } from '../../src/draw/open-drawer.js';
import { contrastOf } from '../../src/model/colour.js';
import type { JsonObject } from '../../src/model/chart.js';
import type { Picture } from '../../src/model/picture.js';

vi.setConfig({ testTimeout: 120_000 });

const drawer = openDrawer();
afterAll(async () => {
  await drawer[Symbol.asyncDispose]();
});

const PLACE = { file: 'draft.md', line: 7, column: 1, endLine: 9, endColumn: 4 };
const PORTS = ['Ardmouth', 'Brenn', 'Dunmore'];
const values = PORTS.flatMap((port, place) =>
  [1, 2, 3, 4, 5, 6].map((month) => ({ month: `2021-0${month.toString()}-01`, port, n: place * 20 + month })),
);
const X: JsonObject = { field: 'month', type: 'temporal' };
const Y: JsonObject = { field: 'n', type: 'quantitative', title: null };
const COLOR: JsonObject = { field: 'port', type: 'nominal' };

async function draw(spec: JsonObject): Promise<{ picture: Picture; said: string[] }> {
  const { value, messages } = await drawer.draw({ name: 'c', spec, source: undefined, alt: '', place: PLACE });
  if (!value) throw new Error(messages.map(({ reason }) => reason).join('; '));
  return { picture: value, said: messages.map(({ rule, reason }) => `${rule}: ${reason}`) };
}

function drawings({ inline, narrow, file }: Picture): string[] {
  return [inline, narrow ?? '', file];
}

const count = (svg: string, text: string): number => svg.split(`>${text}<`).length - 1;

describe('a note in a chart', () => {
  const line: JsonObject = { mark: 'line', encoding: { x: X, y: Y, detail: COLOR } };
  const note = (more: JsonObject): JsonObject => ({
    data: { values },
    layer: [
      line,
      {
        mark: { type: 'text', align: 'left', text: 'Quay closed', ...more },
        encoding: { x: { datum: { year: 2021, month: 3, date: 1 }, type: 'temporal' }, y: { datum: 23 } },
      },
    ],
  });

  it('stands there once, though the chart has many rows', async () => {
    const { picture, said } = await draw(note({}));
    expect(said).toEqual([]);
    for (const svg of drawings(picture)) expect(count(svg, 'Quay closed')).toBe(1);
  });

  it('has an edge of paper behind its letters where a line runs through it, in the dark too', async () => {
    const { picture } = await draw(note({}));
    const tag = /<text[^>]*>Quay closed</.exec(picture.inline)?.[0] ?? '';
    expect(tag).toContain('paint-order="stroke"');
    expect(tag).toContain('stroke="var(--chart-background, #ffffff)"');
    expect((await draw(note({ dy: 40 }))).picture.inline).not.toContain('paint-order');
  });

  it('has none on bars', async () => {
    const spec: JsonObject = {
      data: { values: [{ a: 'A', n: 5 }] },
      encoding: { y: { field: 'a', type: 'nominal' } },
      layer: [
        { mark: 'bar', encoding: { x: Y } },
        { mark: 'rule', encoding: { x: { datum: 2 } } },
        { mark: { type: 'text', text: 'inside' }, encoding: { x: { datum: 2 } } },
      ],
    };
    expect((await draw(spec)).picture.inline).not.toContain('paint-order');
  });

  it('stays inside behind the longest bar, on a phone too', async () => {
    const spec: JsonObject = {
      data: { values: [9496, 1691].map((n, place) => ({ place: PORTS[place] ?? '', n })) },
      encoding: { y: { field: 'place', type: 'nominal' }, x: { ...Y, axis: null } },
      layer: [
        { mark: 'bar' },
        { mark: { type: 'text', align: 'left', dx: 4 }, encoding: { text: { field: 'n', format: ',' } } },
      ],
    };
    const { picture } = await draw(spec);
    for (const svg of [picture.inline, picture.narrow ?? '']) {
      const width = Number(/width="(\d+)"/.exec(svg)?.[1]);
      const place = /<text[^>]*translate\(([\d.]+)[^>]*>9,496</.exec(svg)?.[1];
      // 30 pixels of digits, on the drawing’s own origin behind the names
      expect(Number(place)).toBeLessThan(width - 30);
    }
  });
});

describe('a few lines', () => {
  const lines: JsonObject = { data: { values }, mark: 'line', encoding: { x: X, y: Y, color: COLOR } };

  it('have their names at their ends and no legend', async () => {
    const { picture, said } = await draw(lines);
    expect(said).toEqual([]);
    for (const svg of drawings(picture)) {
      expect(svg).not.toContain('role-legend');
      for (const port of PORTS) expect(count(svg, port)).toBe(1);
    }
    expect(picture.inline).toMatch(/fill="var\(--chart-words-2, #b34700\)"[^>]*>Brenn</);
  });

  it('have names that can be read where the writer’s own colour is pale', async () => {
    const scale = { domain: [...PORTS], range: ['#b9bfc6', '#00639c', '#d9d9d9', '#7a1f1f'].slice(0, PORTS.length) };
    const { picture } = await draw({ ...lines, encoding: { x: X, y: Y, color: { ...COLOR, scale } } });
    const colours = [...picture.file.matchAll(/fill="([^"]*)"[^>]*>(\w+)<\/text>/g)].flatMap(
      ([, colour = '', word = '']) => (PORTS.includes(word) ? [colour] : []),
    );
    expect(colours).toHaveLength(PORTS.length);
    expect(Math.min(...colours.map((colour) => contrastOf(colour, '#ffffff') ?? 0))).toBeGreaterThan(4.5);
    // The lines keep what they were given
    expect(picture.file).toContain('stroke="#b9bfc6"');
  });

  it.each<[string, JsonObject]>([
    ['that the writer has set', { ...lines, encoding: { x: X, y: Y, color: { ...COLOR, legend: { columns: 3 } } } }],
    ['of lines that end together', { ...lines, data: { values: values.map((row) => ({ ...row, n: 5 })) } }],
    [
      'of long names',
      { ...lines, data: { values: values.map((row) => ({ ...row, port: `${row.port}, ${'far away '.repeat(5)}` })) } },
    ],
  ])('keep a legend %s', async (_, spec) => {
    const { picture } = await draw(spec);
    expect(picture.inline).toContain('role-legend');
  });
});

describe('names below an axis', () => {
  it('are slanted on a phone, where they have no room side by side', async () => {
    const names = ['Northgate', 'Southgate', 'Harbour', 'Old Town', 'Lakeside', 'Hill End', 'Riverbank'];
    const spec: JsonObject = {
      data: { values: names.map((name, n) => ({ name, n })) },
      mark: 'bar',
      encoding: { x: { field: 'name', type: 'nominal', axis: { labelOverlap: false } }, y: Y },
    };
    const { picture, said } = await draw(spec);
    expect(said).toEqual([]);
    expect(picture.inline).not.toContain('rotate(320)');
    expect(picture.narrow).toContain('rotate(320)');
  });

  it('are said to lie on each other, however they stand', async () => {
    const spec: JsonObject = {
      data: { values: Array.from({ length: 90 }, (_, n) => ({ name: `Place ${n.toString()}`, n })) },
      mark: 'bar',
      encoding: { x: { field: 'name', type: 'nominal', axis: { labelOverlap: false, labelAngle: -40 } }, y: Y },
    };
    expect((await draw(spec)).said.join()).toContain('chart-text-overlap');
  });
});
