import { describe, expect, test } from 'vitest';
import { directTexts } from '../../src/draw/direct-texts.js';
import { drawSheet, type DrawnSheet } from '../../src/draw/draw-sheet.js';
import { SHAPES } from '../../src/draw/shapes.js';
import type { JsonObject } from '../../src/model/chart.js';

const setting = { direction: 'rtl', locale: undefined } as const;
const WORDS = { title: 'السفن في الموانئ', subtitle: 'عدد', source: 'المصدر: هيئة الموانئ (HPA)' };
const values = [
  { port: 'الشمال', day: '2026-03-01', ships: 4 },
  { port: 'الجنوب', day: '2026-03-02', ships: 9 },
];
const ships = { field: 'ships', type: 'quantitative', title: 'سفن' };
const port = { field: 'port', type: 'nominal' };

async function draw(encoding: JsonObject): Promise<DrawnSheet> {
  const spec = { mark: 'bar', data: { values }, encoding };
  const drawn = await drawSheet(spec, WORDS, { ...SHAPES.page, setting }, 'a');
  if ('problems' in drawn) throw new Error(drawn.problems.join('\n'));
  return drawn;
}

/** Where a text of a drawing begins, from the left. */
function leftOf({ texts }: DrawnSheet, words: string): number {
  return texts.find(({ text }) => text === words)?.left ?? Number.NaN;
}

describe('a chart from right to left', { timeout: 60_000 }, () => {
  test('has its title, subtitle and source at the right', async () => {
    const { sheet } = await draw({ x: port, y: ships });
    const heads = [...sheet.body.matchAll(/<text x="([\d.]+)" text-anchor="end"[^>]*>\u2067([^<]*)\u2069</g)];
    expect(heads.map(([, x, words]) => [Number(x), words])).toEqual([
      [720, WORDS.title],
      [720, WORDS.subtitle],
      [720, WORDS.source],
    ]);
  });

  test('has its numbers at the right, and its first name there', async () => {
    const drawn = await draw({ x: port, y: ships });
    expect(leftOf(drawn, '8')).toBeGreaterThan(680);
    expect(leftOf(drawn, 'سفن')).toBeGreaterThan(600);
    // Sorted as the page’s reader reads: from the right
    expect(leftOf(drawn, 'الجنوب')).toBeGreaterThan(leftOf(drawn, 'الشمال'));
  });

  test('lets bars beside names grow from the right', async () => {
    const drawn = await draw({ y: port, x: ships });
    expect(leftOf(drawn, '0')).toBeGreaterThan(leftOf(drawn, '8'));
    expect(leftOf(drawn, 'الشمال')).toBeGreaterThan(leftOf(drawn, '0'));
  });

  test('puts the number behind a bar on its far side, whichever side the draft names', async () => {
    const layer: JsonObject[] = [
      { mark: 'bar' },
      { mark: { type: 'text', align: 'left', dx: 4 }, encoding: { text: { ...ships, format: '.1f' } } },
    ];
    const spec: JsonObject = { data: { values }, encoding: { y: port, x: { ...ships, axis: null } }, layer };
    for (const shape of [SHAPES.page, SHAPES.phone]) {
      const drawn = await drawSheet(spec, WORDS, { ...shape, setting }, 'a');
      if ('problems' in drawn) throw new Error(drawn.problems.join('\n'));
      // The longest bar’s number is the first from the left, and inside
      expect(leftOf(drawn, '9.0')).toBeGreaterThanOrEqual(0);
      expect(leftOf(drawn, '9.0')).toBeLessThan(20);
    }
  });

  test('shows the whole of its legend on a phone', async () => {
    const kinds = ['Ferries', 'Fishing boats', 'Yachts and pleasure craft'];
    const spec: JsonObject = {
      data: { values: kinds.map((kind) => ({ port: 'الشمال', kind, ships: 4 })) },
      mark: 'bar',
      encoding: { y: port, x: ships, color: { field: 'kind', type: 'nominal' } },
    };
    const drawn = await drawSheet(spec, WORDS, { ...SHAPES.phone, setting }, 'a');
    if ('problems' in drawn) throw new Error(drawn.problems.join('\n'));
    for (const kind of kinds) expect(leftOf(drawn, kind)).toBeGreaterThanOrEqual(0);
  });

  test('lets time run from left to right, as Arabic newsrooms do', async () => {
    const drawn = await draw({
      x: {
        field: 'day',
        type: 'temporal',
        axis: { format: '%-d', values: [1, 2].map((date) => ({ year: 2026, month: 3, date })) },
      },
      y: ships,
    });
    expect(leftOf(drawn, '1')).toBeLessThan(leftOf(drawn, '2'));
    expect(leftOf(drawn, '8')).toBeGreaterThan(680);
  });
});

describe('a legend from right to left', { timeout: 60_000 }, () => {
  const encoding = { x: { field: 'day', type: 'nominal' }, y: ships, color: port };

  test('begins at the right, each symbol before its name', async () => {
    const drawn = await draw(encoding);
    expect(leftOf(drawn, 'الجنوب')).toBeGreaterThan(leftOf(drawn, 'الشمال'));
    const across = (role: string): number[] =>
      [
        ...drawn.sheet.body.matchAll(new RegExp(`role-legend-${role}"[^>]*>(?:<[^>]*?)translate\\((-?[\\d.]+)`, 'g')),
      ].map(([, x]) => Number(x));
    const [symbols, labels] = [across('symbol'), across('label')];
    expect(symbols).toHaveLength(2);
    for (const [index, symbol] of symbols.entries()) expect(symbol).toBeGreaterThan((labels[index] ?? Infinity) + 5);
    expect(drawn.sheet.body).toMatch(/role-legend-label"[^>]*><text text-anchor="end"/);
  });

  test('takes more rows where it would run out at the left', async () => {
    const names = ['الميناء الشمالي الكبير', 'الميناء الجنوبي الكبير', 'ميناء الخليج', 'الرصيف الغربي'];
    const many = names.map((name, at) => ({ port: name, day: 'أ', ships: at + 1 }));
    const spec = { mark: 'bar', data: { values: many }, encoding };
    const drawn = await drawSheet(spec, WORDS, { ...SHAPES.phone, setting }, 'a');
    if ('problems' in drawn) throw new Error(drawn.problems.join('\n'));
    for (const { left } of drawn.texts) expect(left).toBeGreaterThan(-1);
  });
});

describe('the texts of a drawing', () => {
  test.each([
    ['rtl', 'وكالة Reuters 2026', true],
    ['rtl', 'NATO قوات', true],
    ['rtl', '−12%', false],
    ['rtl', 'Reuters', false],
    ['ltr', 'قوات NATO (5)', true],
    ['ltr', '5 قوات', true],
    ['ltr', 'NATO قوات', false],
  ] as const)('%s: %s', (direction, words, isTurned) => {
    const svg = `<text x="1">${words}</text>`;
    expect(directTexts(svg, direction)).toBe(isTurned ? `<text x="1">\u2067${words}\u2069</text>` : svg);
  });
});
