import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../src/draw/check-table.js';
import { drawTable, tableSheet } from '../../src/draw/draw-table.js';
import { layoutTable, TABLE_WIDTHS } from '../../src/draw/layout-table.js';
import { measureText } from '../../src/draw/measure-text.js';
import type { PreparedTable } from '../../src/model/table-picture.js';

const PLACE = { file: 'draft.md', line: 7, column: 1, endLine: 7, endColumn: 20 };

const SHIPS: PreparedTable = {
  name: 'ships',
  title: 'Ships a week',
  columns: [
    { label: 'Harbour', align: 'left' },
    { label: 'Ships', align: 'right' },
  ],
  rows: [
    ['Aldmouth', '1,234'],
    ['Sandwick & Ness <old>', '7'],
  ],
  total: ['Total', '1,241'],
  notes: ['2 of 46 rows'],
  source: 'Source: Field desk',
  place: PLACE,
};

function withRows(rows: readonly (readonly string[])[], more: Partial<PreparedTable> = {}): PreparedTable {
  const columns = (rows[0] ?? []).map((_, index) => ({ label: `C${index}`, align: 'left' as const }));
  return { ...SHIPS, columns, rows, total: undefined, ...more };
}

/** The texts of a drawing with where they end and begin. */
function textsOf(svg: string): { text: string; left: number; right: number; y: number }[] {
  return [...svg.matchAll(/<g font-size="(\d+)" font-weight="(\d+)"[^>]*>(.*?)<\/g>/g)].flatMap(
    ([, size, weight, inside = '']) =>
      [...inside.matchAll(/<text x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)">([^<]*)</g)].map(
        ([, x, y, anchor, escaped = '']) => {
          const text = escaped
            .replace(/&lt;/g, '<')
            .replace(/&gt;/g, '>')
            .replace(/&quot;/g, '"')
            .replace(/&amp;/g, '&');
          const width = measureText(text, Number(weight), Number(size));
          const left = Number(x) - { start: 0, middle: width / 2, end: width }[anchor as 'start' | 'middle' | 'end'];
          return { text, left, right: left + width, y: Number(y) };
        },
      ),
  );
}

function svgOf(table: PreparedTable): string {
  const layout = layoutTable(table);
  if (!layout) throw new Error('too wide');
  return tableSheet(table, layout).body;
}

describe('the picture of a table', () => {
  test('has no text of less than 10 pixels when a post shows it 600 wide, however wide it is', () => {
    const word = 'Sandwick'.repeat(5);
    for (const cells of [1, 2]) {
      const table = withRows([Array.from({ length: cells }, () => word)]);
      const layout = layoutTable(table);
      if (!layout) throw new Error('too wide');
      const { body, width } = tableSheet(table, layout);
      const sizes = Array.from(body.matchAll(/font-size="([\d.]+)"/g), ([, size]) => Number(size));
      expect(sizes.length).toBeGreaterThan(4);
      expect((Math.min(...sizes) * 600) / (Math.max(560, width) + 40)).toBeGreaterThanOrEqual(10);
    }
    const widest = layoutTable(withRows([[word, word]]));
    expect(widest?.width).toBeGreaterThan(680);
  });

  test('says title, heads, cells, total, notes and source, data as text', async () => {
    const { name, svg, png, pixels } = await drawTable(SHIPS);
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(words).toEqual([
      'Ships a week',
      ...['Harbour', 'Ships', 'Aldmouth', '1,234', 'Sandwick &amp; Ness &lt;old&gt;', '7', 'Total', '1,241'],
      ...['2 of 46 rows', 'Source: Field desk'],
    ]);
    expect(name).toBe('ships');
    expect(svg).toContain('@font-face');
    expect(svg).not.toMatch(/href|<script|<image/);
    expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
    // Twice the size of the drawing with its margin
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    expect(pixels).toEqual({ width: Number(width) * 2, height: Number(height) * 2 });
  });

  test('has the same bytes each time', async () => {
    const [one, other] = [await drawTable(SHIPS), await drawTable(SHIPS)];
    expect(Buffer.from(one.png).equals(Buffer.from(other.png))).toBe(true);
    expect(one.svg).toBe(other.svg);
  });

  test('sets numbers under each other at the right, and the total in bold', () => {
    const svg = svgOf(SHIPS);
    const ends = textsOf(svg).filter(({ text }) => /^\d/.test(text) || text === 'Ships');
    expect(new Set(ends.map(({ right }) => Math.round(right)))).toEqual(new Set([TABLE_WIDTHS.small]));
    expect(svg).toMatch(/font-weight="600"[^>]*><text[^>]*>Total</);
  });

  test('breaks long cells into lines, and numbers never', () => {
    const long =
      'Closed for a week after the storm of 3 May, then open to small vessels only, by order of the harbour master';
    const texts = textsOf(svgOf(withRows([['Hallow', long, '20,810,394']]))).map(({ text }) => text);
    expect(texts.filter((text) => long.includes(text)).length).toBeGreaterThan(1);
    expect(texts).toContain('20,810,394');
  });

  const word = fc.stringMatching(/^[A-Za-z0-9,.]{1,12}$/);
  const cell = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
  const rows = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
    .chain(([columns, count]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: count, maxLength: count }),
    );

  test('has every word once, none on another and none outside', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('left' as const, 'right' as const, 'center' as const), (cells, align) => {
        const table = withRows(cells);
        const layout = layoutTable({ ...table, columns: table.columns.map((column) => ({ ...column, align })) });
        if (!layout) return;
        const texts = textsOf(tableSheet(table, layout).body);
        const expected = [...table.columns.map(({ label }) => label), ...cells.flat()].flatMap((text) =>
          text.split(' '),
        );
        expect(texts.flatMap(({ text }) => text.split(' ')).sort()).toEqual(expected.filter(Boolean).sort());
        for (const one of texts) {
          expect(one.left).toBeGreaterThanOrEqual(-0.1);
          expect(one.right).toBeLessThanOrEqual(layout.width + 0.1);
          expect(one.y).toBeLessThanOrEqual(layout.height);
          const beside = texts.filter((other) => other !== one && Math.abs(other.y - one.y) < 15);
          for (const other of beside) expect(one.right <= other.left || other.right <= one.left).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a table that is no picture for a phone', () => {
  const told = (table: PreparedTable): string[] =>
    checkTable(table).map(({ rule, reason, note, place }) => `${place?.line ?? ''} ${rule}: ${reason} → ${note ?? ''}`);

  test.each([3, 10, 25])('is none of %d short rows', (count) => {
    expect(told(withRows(Array.from({ length: count }, (_, index) => [`Row ${index}`, '1,234'])))).toEqual([]);
  });

  test('has too many rows: about so many would do, and do', () => {
    const rows = Array.from({ length: 60 }, (_, index) => [`Row ${index}`, '1,234']);
    const [message = ''] = told(withRows(rows));
    expect(message).toMatch(
      /^7 table-picture: Unexpected table `ships` of 60 rows, whose picture in a post would be 2\d{3} pixels high and 560 wide → Show about \d\d rows there, with ORDER BY and `limit` in a `table` block of its own$/,
    );
    expect(told(withRows(rows.slice(0, Number(/about (\d+)/.exec(message)?.[1]))))).toEqual([]);
  });

  test('has words that are too wide together', () => {
    const wide = Array.from({ length: 9 }, (_, index) => `123,456,789,01${index}`);
    expect(told(withRows([wide]))).toEqual([
      '7 table-picture: Unexpected table `ships` of 9 columns, whose words are wider than the 760 pixels of a picture in a post → Show fewer columns there, in a `table` block of its own, or shorten its words and labels',
    ]);
    expect(told(withRows([wide.slice(0, 5)]))).toEqual([]);
  });

  test('has characters that no bundled font has', () => {
    expect(told(withRows([['漢字', '7']]))).toEqual([
      expect.stringMatching(
        /^7 font-missing: Unexpected `漢`.* in the picture of the table `ships`: none of the bundled fonts/,
      ),
    ]);
  });
});

describe('a table from right to left', () => {
  const arabic: PreparedTable = {
    ...SHIPS,
    title: 'السفن في كل ميناء',
    columns: [
      { label: 'الميناء', align: 'left' },
      { label: 'السفن', align: 'right' },
    ],
    rows: [
      ['ميناء الشمال (HPA)', '7'],
      ['Aldmouth', '12'],
    ],
    total: undefined,
    direction: 'rtl',
  };

  test('begins at the right, with words and title there, and numbers that end below each other', async () => {
    const { svg } = await drawTable(arabic);
    const place = (words: string): { x: number; anchor: string | undefined } => {
      const [, x = '', anchor] =
        new RegExp(`<text x="([\\d.]+)"[^>]*?text-anchor="(\\w+)"[^>]*>\\u2067?${words}`).exec(svg) ?? [];
      return { x: Number(x), anchor };
    };
    const [head, name, foreign] = [place('الميناء'), place('ميناء الشمال'), place('Aldmouth')];
    expect(head.anchor).toBe('end');
    expect([name, foreign]).toEqual([head, head]);
    expect(place('السفن في').x).toBe(head.x);
    expect(place('7')).toEqual(place('12'));
    expect(place('7').anchor).toBe('end');
    expect(place('7').x).toBeLessThan(head.x - 40);
    // Words with a foreign part run from right to left as a whole
    expect(svg).toContain('>\u2067ميناء الشمال (HPA)\u2069<');
    expect(svg).toMatch(/font-family:"Threadwright Arabic"/);
  });
});
