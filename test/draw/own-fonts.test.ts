import { createRequire } from 'node:module';
import { expect, test, vi } from 'vitest';
import { drawCard } from '../../src/draw/draw-card.js';
import { drawTable } from '../../src/draw/draw-table.js';
import { missingCharacters } from '../../src/draw/fonts.js';
import { measureText } from '../../src/draw/measure-text.js';
import { openDrawer } from '../../src/draw/open-drawer.js';
import { openOwnFont, type OwnFonts } from '../../src/draw/own-fonts.js';
import { rasterise } from '../../src/draw/rasterise.js';

vi.setConfig({ testTimeout: 120_000 });

const file = (name: string): string => createRequire(import.meta.url).resolve(name);
const SANS = file('source-sans/TTF/SourceSans3-Regular.ttf');
const SERIF = file('source-serif/TTF/SourceSerif4-Regular.ttf');
const BLACK = file('source-serif/TTF/SourceSerif4-Black.ttf');
const AMIRI = file('@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf');
const HOUSE: OwnFonts = [
  { weight: 400, path: SERIF },
  { weight: 600, path: BLACK },
];
const PLACE = { file: 'draft.md', line: 7, column: 1, endLine: 9, endColumn: 4 };

test('words are measured in the project’s font, and what it lacks in the bundled ones', () => {
  const word = 'Improvised';
  expect(measureText(word, 400, 20, HOUSE)).not.toBe(measureText(word, 400, 20));
  expect(measureText(word, 600, 20, HOUSE)).toBeGreaterThan(measureText(word, 400, 20, HOUSE));
  const same: OwnFonts = [{ weight: 400, path: SANS }];
  expect(measureText(word, 400, 20, same)).toBe(measureText(word, 400, 20));
  // No Arabic in it
  expect(measureText('مرفأ', 400, 20, HOUSE)).toBe(measureText('مرفأ', 400, 20));
  expect(measureText('مرفأ 7', 400, 20, HOUSE)).toBeGreaterThan(measureText('مرفأ', 400, 20, HOUSE));
});

test('a font is known by the family that its file names', () => {
  expect([SERIF, BLACK, AMIRI].map((path) => openOwnFont([{ weight: 400, path }], false)?.family)).toEqual([
    'Source Serif 4',
    'Source Serif 4',
    'Amiri',
  ]);
});

test('a chart, a table and a card are drawn in it, at the widths that were measured', async () => {
  const spec = {
    data: { values: [{ name: 'Long enough to tell one font from another', n: 1 }] },
    mark: 'bar',
    encoding: { y: { field: 'name', type: 'nominal' }, x: { field: 'n', type: 'quantitative', title: null } },
  };
  const chart = { name: 'c', spec, source: 'Source', alt: '', place: PLACE };
  await using plain = openDrawer();
  await using own = openDrawer({ look: { fonts: HOUSE } });
  const [before, after] = [(await plain.draw(chart)).value, (await own.draw(chart)).value];
  expect(after?.png).not.toEqual(before?.png);
  for (const svg of [after?.inline, after?.narrow, after?.file, after?.paper].filter((one) => one !== undefined))
    expect(svg).toMatch(/^<svg [^>]*font-family="Theme heads, Threadwright Sans, sans-serif"/);
  expect(after?.file).toContain('font-family:"Theme heads";font-style:normal;font-weight:600');

  const words = { dir: 'ltr', kicker: '', title: 'Seven boats', figure: undefined, byline: 'x', caution: '' } as const;
  expect(await drawCard(words, { fonts: HOUSE })).not.toEqual(await drawCard(words));
  const table = {
    ...{ name: 't', place: PLACE, title: 'T', notes: [], source: '', total: undefined, direction: 'ltr' as const },
    ...{ columns: [{ label: 'A', align: 'left' as const }], rows: [['one']] },
  };
  expect((await drawTable(table, { fonts: HOUSE })).png).not.toEqual((await drawTable(table)).png);
});

test('a picture takes each weight from its file, whatever the files call themselves', () => {
  const svg = (weight: number, family: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" font-family="${family}, Threadwright Sans, sans-serif" width="90" height="30"><text x="5" y="20" font-size="20" font-weight="${weight.toString()}">Seven</text></svg>`;
  const mixed: OwnFonts = [
    { weight: 400, path: AMIRI },
    { weight: 600, path: BLACK },
  ];
  const drawn = (weight: number, fonts: OwnFonts): Buffer => rasterise(svg(weight, 'Theme heads'), fonts).png;
  expect(drawn(400, mixed)).toEqual(drawn(400, [{ weight: 400, path: AMIRI }]));
  expect(drawn(600, mixed)).toEqual(drawn(600, HOUSE));
  expect(drawn(600, HOUSE)).not.toEqual(drawn(400, HOUSE));
});

test('a letter that the project’s font alone has is not missing', () => {
  const sign = String.fromCodePoint(
    [...(openOwnFont(HOUSE, false)?.has ?? [])].find(
      (code) => missingCharacters(String.fromCodePoint(code), 'Threadwright Sans').length > 0,
    ) ?? 0,
  );
  expect(sign).not.toBe('\0');
  expect(missingCharacters(`漢${sign}`, 'Threadwright Sans')).toEqual(['漢', sign]);
  expect(missingCharacters(`漢${sign}`, 'Threadwright Sans', HOUSE)).toEqual(['漢']);
});
