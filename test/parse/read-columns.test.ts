import { expect, it } from 'vitest';
import { parse, show } from './front-matter-input.js';

const columnsOf = (yaml: string) => {
  const { value, messages } = parse(
    `title: A title\ndate: 2021-09-24\ndata:\n  events:\n    file: events.csv\n    columns: ${yaml}\n`,
  );
  const found = value?.data[0]?.columns.map(({ name, rename, type }) => [name, rename, type]);
  return { found, said: messages.map(show) };
};

it('reads a word for a type as one, in any spelling people have for it, and any other word as a name', () => {
  expect(
    columnsOf('{killed: integer, Total wounded: wounded, code: VARCHAR, "2020": {name: y, type: Float}, day: Day}'),
  ).toEqual({
    found: [
      ['killed', undefined, 'integer'],
      ['Total wounded', 'wounded', undefined],
      ['code', undefined, 'text'],
      ['2020', 'y', 'number'],
      ['day', undefined, 'date'],
    ],
    said: [],
  });
});

const TYPES = '`text`, `integer`, `number`, `boolean`, `date` or `timestamp`';

it.each([
  [
    '[killed]',
    '7:14 front-matter-value: Unexpected list, expected a type or a new name for each column, as in `{killed: integer}`',
  ],
  [
    '{a: total killed}',
    `7:18 front-matter-value: Unexpected name \`total killed\` for a column, expected letters, digits and \`_\`, no digit first (Write \`total_killed\`; types are ${TYPES})`,
  ],
  [
    '{a: {type: integr}}',
    `7:25 front-matter-value: Unexpected \`integr\`, expected ${TYPES} (Did you mean \`integer\`?)`,
  ],
  [
    '{a: {typ: integer}}',
    '7:19 front-matter-key: Unexpected key `typ` in `data.columns`, expected `name` or `type` (Did you mean `type`?)',
  ],
  [
    '{a: [x]}',
    "7:18 front-matter-value: Unexpected list, expected text (If it is meant as text, put single quotes around it: `a: '[x]'`)",
  ],
  [
    '{a: integer, a: text}',
    '7:27 front-matter-key: Unexpected second `a`, expected each key once (The first stands on line 7)',
  ],
])('says what is wrong with %s', (yaml, message) => {
  expect(columnsOf(yaml).said).toEqual([message]);
});
