import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { scheme } from 'vega';
import { distance, type Sight } from '../../src/chart/colour.js';
import { contrast, readColour, type Colour } from '../../src/model/colour.js';
import { LEAST_DISTANCE, OWN_COLOURS, PAPER } from '../../src/chart/lint-colours.js';
import { SCHEMES } from '../../src/chart/schemes.js';
import { DARK, ROLES } from '../../src/draw/theme.js';
import { prepare, table } from './prepare.js';

const MANY = table(
  'daily',
  ['day', 'n', 'place'],
  Array.from({ length: 9 }, (_, index) => [
    `2021-09-0${(index + 1).toString()}`,
    index + 1,
    `Place ${index.toString()}`,
  ]),
);

/** What is said of a chart of nine days and as many places: the rule and the words it points at. */
function said(spec: string): string[] {
  return prepare(spec, [MANY]).found.map((message) => message.split(': Unexpected')[0] ?? '');
}

const XY = 'x: {field: day, type: temporal}, y: {field: n, type: quantitative}';
const bars = (more: string): string => `mark: bar\nencoding: {${XY}, ${more}}`;

describe('words typed into a chart', () => {
  const note = (mark: string, encoding: string): string[] =>
    said(`layer:\n- mark: line\n  encoding: {${XY}}\n- mark: ${mark}\n  encoding: ${encoding}`);
  const words = '{type: text, text: Three in a row}';

  it('are told where they are drawn for each row', () => {
    expect(note(words, `{${XY}}`)).toEqual(['chart-note-repeated at Three in a row']);
    expect(note(words, '{x: {datum: 2021-09-02, type: temporal}, y: {field: n, type: quantitative}}')).toEqual([
      'chart-note-repeated at Three in a row',
    ]);
  });

  it('are not where they have a place of their own, come from the data, or are a sign', () => {
    expect(note(words, '{x: {datum: 2021-09-02, type: temporal}, y: {datum: 3}}')).toEqual([]);
    expect(note('text', `{${XY}, text: {field: place}}`)).toEqual([]);
    expect(note('{type: text, text: ×}', `{${XY}}`)).toEqual([]);
    expect(note(words, `{${XY.replace('field: n', 'aggregate: max, field: n')}}`)).toEqual([]);
  });
});

describe('forms that readers misread', () => {
  it.each<[string, string, string[]]>([
    ['nine series', bars('color: {field: place}'), ['chart-series at {field: place}']],
    ['nine dashes', `mark: line\nencoding: {${XY}, strokeDash: {field: place}}`, ['chart-series at {field: place}']],
    [
      'nine series that an axis names',
      'mark: bar\nencoding: {y: {field: place}, x: {field: n, type: quantitative}, color: {field: place}}',
      [],
    ],
    ['nine lines, none told by its colour', `mark: line\nencoding: {${XY}, detail: {field: place}}`, []],
    ['a colour for a number', bars('color: {field: n, type: quantitative}'), []],
    [
      'nine slices',
      'mark: arc\nencoding: {theta: {field: n, type: quantitative}, color: {field: place}}',
      ['chart-slices at {field: place}'],
    ],
    [
      'two axes',
      `layer:\n  - {mark: bar, encoding: {${XY}}}\n  - {mark: line, encoding: {${XY}}}\nresolve: {scale: {y: independent}}`,
      ['chart-dual-axis at independent'],
    ],
    [
      'small charts with axes of their own',
      `facet: {field: place}\nspec: {mark: bar, encoding: {${XY}}}\nresolve: {scale: {y: independent}}`,
      [],
    ],
    ['a rainbow', bars('color: {field: n, type: quantitative, scale: {scheme: turbo}}'), ['chart-rainbow at turbo']],
    [
      'a rainbow with its steps',
      bars('color: {field: n, type: quantitative, scale: {scheme: spectral-7}}'),
      ['chart-rainbow at spectral-7'],
    ],
    [
      'red to green',
      bars('color: {field: n, type: quantitative, scale: {scheme: redyellowgreen-9}}'),
      ['chart-colour-blind at redyellowgreen-9'],
    ],
    ['blue to orange', bars('color: {field: n, type: quantitative, scale: {scheme: blueorange}}'), []],
    ['viridis', bars('color: {field: n, type: quantitative, scale: {scheme: viridis}}'), []],
    ['a column’s name as title', `title: Place\n${bars('tooltip: {field: place}')}`, ['chart-title at Place']],
    ['a column’s name in a mapping', `title: {text: n}\n${bars('size: {value: 2}')}`, ['chart-title at n']],
    ['a title that says something', `title: Place 8 leads\n${bars('size: {value: 2}')}`, []],
  ])('%s', (_, spec, expected) => {
    expect(said(spec)).toEqual(expected);
  });
});

describe('colours that are typed', () => {
  const two = (a: string, b: string): string =>
    bars(`color: {condition: {test: 'datum.n > 3', value: '${a}'}, value: '${b}'}`);
  const range = (...colours: string[]): string =>
    `mark: bar\ntransform: [{filter: 'datum.n < 4'}]\nencoding: {y: {field: place}, x: {field: n, type: quantitative}, color: {field: place, scale: {range: [${colours.map((colour) => `'${colour}'`).join(', ')}]}}}`;
  it.each<[string, string, string[]]>([
    [
      'a pale yellow',
      "mark: {type: bar, color: '#ffee88'}\nencoding: {x: {field: n, type: quantitative}}",
      ["chart-contrast at '#ffee88'"],
    ],
    [
      'by its name',
      'mark: {type: line, stroke: yellow}\nencoding: {x: {field: n, type: quantitative}}',
      ['chart-contrast at yellow'],
    ],
    ['a navy that is lost in the dark', bars('color: {value: navy}'), ['chart-contrast at navy']],
    ['on a background of its own', `background: '#ffffff'\n${bars('color: {value: navy}')}`, []],
    ['on a dark background', `background: black\n${bars('color: {value: navy}')}`, ['chart-contrast at navy']],
    ['a red that is seen on both', bars("color: {value: '#c8442e'}"), []],
    ['a grey that stands back', two('#c8442e', '#b9bfc6'), []],
    ['a grey that is not seen', two('#c8442e', '#eeeeee'), ["chart-contrast at '#eeeeee'"]],
    ['black, which is lost in the dark', bars('color: {value: black}'), ['chart-contrast at black']],
    ['the theme’s own', two('#56b4e9', '#17191c'), []],
    [
      'words in grey',
      "mark: {type: text, color: '#b9bfc6', text: A}\nencoding: {x: {field: n, type: quantitative}}",
      ["chart-contrast at '#b9bfc6'"],
    ],
    [
      'white words on cells',
      `layer:\n  - {mark: rect, encoding: {${XY}}}\n  - {mark: {type: text, color: '#ffffff', text: A}, encoding: {${XY}}}`,
      [],
    ],
    [
      'white words on the page',
      `layer:\n  - {mark: line, encoding: {${XY}}}\n  - {mark: {type: text, color: '#ffffff', text: A}, encoding: {${XY}}}`,
      ["chart-contrast at '#ffffff'"],
    ],
    ['a border', 'mark: {type: bar, stroke: white}\nencoding: {x: {field: n, type: quantitative}}', []],
    ['a band behind', "mark: {type: rect, color: '#ffeecc'}\nencoding: {x: {field: n, type: quantitative}}", []],
    ['a name that nobody knows', bars('color: {value: papayawhip}'), []],
    [
      'three accents',
      `layer:\n${['#c8442e', '#00639c', '#c8442e', '#009e73'].map((colour) => `  - {mark: {type: bar, color: '${colour}'}, encoding: {${XY}}}`).join('\n')}`,
      ["chart-accents at '#009e73'"],
    ],
    [
      'an accent and greys',
      `layer:\n${['#c8442e', '#b9bfc6', '#989fa7', '#7d858d'].map((colour) => `  - {mark: {type: bar, color: '${colour}'}, encoding: {${XY}}}`).join('\n')}`,
      [],
    ],
    ['red and green', range('#d62728', '#2ca02c'), ["chart-colour-blind at ['#d62728', '#2ca02c']"]],
    ['red and blue', range('#c8442e', '#4a8fc2'), []],
    ['one colour twice', range('#c8442e', '#C8442E'), []],
    [
      'a scheme of red and green',
      bars('color: {field: place, legend: null, scale: {scheme: tableau10}}'),
      ['chart-series at {field: place, legend: null, scale: {scheme: tableau10}}', 'chart-colour-blind at tableau10'],
    ],
    [
      'colours from little to much',
      bars("color: {field: n, type: quantitative, scale: {range: ['#ffffff', '#d62728', '#2ca02c']}}"),
      [],
    ],
  ])('%s', (_, spec, expected) => {
    expect(said(spec)).toEqual(expected);
  });
});

const read = (text: string): Colour => readColour(text) ?? [0, 0, 0];
const SIGHTS: readonly Sight[] = ['usual', 'protanopia', 'deuteranopia', 'tritanopia'];

/** How near the nearest two of some colours come to each other. */
function least(colours: readonly string[], sight: Sight): number {
  return Math.min(
    ...colours.flatMap((a, index) => colours.slice(index + 1).map((b) => distance(read(a), read(b), sight))),
  );
}

describe('the theme', () => {
  const light = Object.entries(ROLES).flatMap(([role, hex]) => (/^(?:accent|series)/.test(role) ? [hex] : []));
  const css = readFileSync('templates/styles/theme.css', 'utf8');
  const dark = [...css.matchAll(/--chart-(?:accent|series-\d): (#[0-9a-f]{6})/g)].map(([, hex]) => hex ?? '');

  test.each(SIGHTS)('has seven colours for series that people of %s sight tell apart, in light and dark', (sight) => {
    expect([light.length, dark.length]).toEqual([7, 7]);
    expect(least(light, sight)).toBeGreaterThan(LEAST_DISTANCE);
    expect(least(dark, sight)).toBeGreaterThan(LEAST_DISTANCE);
  });

  test('has an accent and words that stand off the page', () => {
    expect(contrast(read(ROLES.accent), read(PAPER.light))).toBeGreaterThan(4.5);
    expect(contrast(read(ROLES.muted), read(PAPER.light))).toBeGreaterThan(4.5);
    for (const colour of dark) expect(contrast(read(colour), read(PAPER.dark))).toBeGreaterThan(3);
  });

  test('has the colours that a specification may type without a word', () => {
    expect([...OWN_COLOURS].sort()).toEqual(Object.values(ROLES).sort());
    expect(PAPER.light).toBe(ROLES.background);
    expect(css).toContain(`--chart-background: ${PAPER.dark};`);
    // Files for dark pages have the same colours
    const said = [...css.matchAll(/--chart-([\w-]+): (#[0-9a-f]{6});/g)].map(([, role, hex]) => [role, hex]);
    expect(Object.fromEntries(said)).toEqual(DARK);
  });
});

test('the schemes are Vega’s own', () => {
  for (const [name, colours] of SCHEMES) expect(colours).toEqual((scheme(name) as string[]).slice(0, colours.length));
});

test('contrast and distance are as published', () => {
  expect(contrast(read('#000'), read('#fff'))).toBeCloseTo(21, 5);
  expect(contrast(read('#777777'), read('#ffffff'))).toBeCloseTo(4.48, 2);
  expect(distance(read('black'), read('white'))).toBeCloseTo(100, 1);
  // Red is as light as a dark brown to those who see no red
  expect(distance(read('red'), read('#5f5600'), 'protanopia')).toBeLessThan(LEAST_DISTANCE);
});
