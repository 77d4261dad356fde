import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine } from '../../src/engine/open-engine.js';
import type { DataSource, DeclaredColumn } from '../../src/model/draft.js';
import { dataSource } from '../query/draft.js';
import { fence, run, said } from '../query/run.js';
import { sheetRows, workbookFile } from './workbook-file.js';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'threadwright-columns-'));
});

afterAll(async () => {
  await rm(root, { recursive: true });
});

/** Columns as `columns` declares them, each with a place of its own to be told apart by. */
function columns(declared: Record<string, Pick<DeclaredColumn, 'type'> | string>): DeclaredColumn[] {
  return Object.entries(declared).map(([name, value], at) => ({
    name,
    span: { start: at + 1, end: at + 2 },
    rename: typeof value === 'string' ? value : undefined,
    type: typeof value === 'string' ? undefined : value.type,
  }));
}

const ROWS = 'code,Total killed,day,ok,x\n007,3,2021-09-20,true,1\n012,,2021-09-21,no,2.5\n,1.0,2021-09-25,,\n';

async function load(sources: readonly DataSource[], sql = 'FROM t') {
  const { answers, messages } = await run(`\n\n\n\n\n${fence(sql)}`, { root, data: sources });
  const table = answers.tables.get('q');
  return {
    said: messages.map(said),
    types: table?.columns.map(({ name, type }) => `${name} ${type}`),
    rows: table?.rows.map((row) => row.map((cell) => ('value' in cell ? cell.value : null))),
  };
}

const SHAPE: DeclaredColumn[] = [
  ...columns({ CODE: { type: 'text' }, day: { type: 'date' }, ok: { type: 'boolean' }, x: { type: 'number' } }),
  { name: 'Total killed', span: { start: 9, end: 10 }, rename: 'killed', type: 'integer' },
];

test('types and names are as declared, in every format, before the data is cut', async () => {
  await writeFile(join(root, 'a.csv'), ROWS);
  await writeFile(join(root, 'a.tsv'), ROWS.replaceAll(',', '\t'));
  const json = [
    { code: '007', 'Total killed': 3, day: '2021-09-20', ok: true, x: 1 },
    { code: '012', 'Total killed': null, day: '2021-09-21', ok: false, x: 2.5 },
    { code: null, 'Total killed': 1, day: '2021-09-25', ok: null, x: null },
  ];
  await writeFile(join(root, 'a.json'), JSON.stringify(json));
  await writeFile(join(root, 'a.ndjson'), json.map((row) => JSON.stringify(row)).join('\n'));
  const sheet = [['code', 'Total killed', 'day', 'ok', 'x'], ...json.map((row) => Object.values(row))];
  await writeFile(join(root, 'a.xlsx'), workbookFile(sheetRows(sheet)));
  const engine = await openEngine();
  await engine.execute(
    `COPY (FROM read_csv('${join(root, 'a.csv')}', all_varchar = true)) TO '${join(root, 'a.parquet')}'`,
  );
  await engine[Symbol.asyncDispose]();
  for (const ending of ['csv', 'tsv', 'json', 'ndjson', 'parquet', 'xlsx']) {
    const source = dataSource({ name: 't', file: `a.${ending}`, columns: SHAPE, datedBy: 'day' });
    expect([ending, await load([source])]).toEqual([
      ending,
      {
        said: [],
        types: ['code VARCHAR', 'killed BIGINT', 'day DATE', 'ok BOOLEAN', 'x DOUBLE'],
        rows: [
          ['007', 3, '2021-09-20', true, 1],
          ['012', null, '2021-09-21', false, 2.5],
        ],
      },
    ]);
  }
});

test('a value that is not of its type is told with its row, how many there are, and what to do about it', async () => {
  const unknown =
    '(A value that is not known is an empty one in the file; or declare `text`, and say in a query what it means)';
  const cases: readonly (readonly [values: string, type: DeclaredColumn['type'], said: string])[] = [
    [
      '1\nNA\n2\nNA',
      'integer',
      `\`NA\` in the column \`a\` of \`F\` in row 2, and 1 more like it, expected a whole number ${unknown}`,
    ],
    ['n/a', 'number', `\`n/a\` in the column \`a\` of \`F\` in row 1, expected a number ${unknown}`],
    ['-', 'number', `\`-\` in the column \`a\` of \`F\` in row 1, expected a number ${unknown}`],
    ['nan', 'number', `\`nan\` in the column \`a\` of \`F\` in row 1, expected a number ${unknown}`],
    [
      '"1,500"',
      'integer',
      "`1,500` in the column `a` of `F` in row 1, expected a whole number (Write `1500` in the file, without signs between thousands; or write `decimal: ','`, if it is the decimal sign)",
    ],
    [
      "1'234'567",
      'number',
      "`1'234'567` in the column `a` of `F` in row 1, expected a number (Write `1234567` in the file, without signs between thousands)",
    ],
    [
      '"2,5"',
      'number',
      "`2,5` in the column `a` of `F` in row 1, expected a number (Write `decimal: ','` beside `file`)",
    ],
    [
      '2.5',
      'integer',
      '`2.5` in the column `a` of `F` in row 1, expected a whole number (Declare `number`, if it has decimals)',
    ],
    [
      '99999999999999999999',
      'integer',
      '`99999999999999999999` in the column `a` of `F` in row 1, expected a whole number (Correct the value in the file, or declare `text`)',
    ],
    [
      '12%',
      'number',
      '`12%` in the column `a` of `F` in row 1, expected a number (Correct the value in the file, or declare `text`)',
    ],
    [
      '23/09/2021',
      'date',
      '`23/09/2021` in the column `a` of `F` in row 1, expected a date (Write dates as `2021-09-23`, in the file)',
    ],
    [
      'Ja',
      'boolean',
      "`Ja` in the column `a` of `F` in row 1, expected `true` or `false` (Declare `text`, and compare it in a query: `answer = 'Yes'`)",
    ],
  ];
  for (const [index, [values]] of cases.entries())
    await writeFile(join(root, `bad${index}.csv`), `z,a\n${values.replace(/^/gm, ',')}\n`);
  const data = cases.map(([, type], index) =>
    dataSource({ name: `t${index}`, file: `bad${index}.csv`, columns: columns({ a: { type } }) }),
  );
  expect((await load(data, 'SELECT 1 AS n')).said).toEqual(
    cases.map(([, , text], index) => `2:1 data-type: Unexpected ${text.replace('`F`', `\`bad${index}.csv\``)}`),
  );
});

test('with a decimal comma numbers are read with it, and several files are one table', async () => {
  await writeFile(join(root, 'd1.csv'), 'a;b\n1,5;"x"\n');
  await writeFile(join(root, 'd2.csv'), 'b;a\ny;2\n');
  const source = dataSource({
    name: 't',
    file: 'd*.csv',
    decimal: ',',
    columns: columns({ a: { type: 'number' }, b: 'label' }),
  });
  expect(await load([source])).toEqual({
    said: [],
    types: ['a DOUBLE', 'label VARCHAR'],
    rows: [
      [1.5, 'x'],
      [2, 'y'],
    ],
  });
  await writeFile(join(root, 'd2.csv'), 'b;a\ny;zwei\n');
  expect((await load([source])).said[0]).toBe(
    '2:1 data-type: Unexpected `zwei` in the column `a` of `d*.csv`, expected a number (Correct the value in the file, or declare `text`)',
  );
});

test('a column that is not there, and a name that is there already, are told where they are declared', async () => {
  await writeFile(join(root, 'n.csv'), 'killed,wounded\n1,2\n');
  const file = (name: string, declared: DeclaredColumn[]) => dataSource({ name, file: 'n.csv', columns: declared });
  const { said: found } = await load(
    [
      file('t', columns({ killed: { type: 'integer' }, wouned: { type: 'integer' } })),
      file('u', columns({ killed: 'Wounded' })),
      file('v', columns({ killed: 'wounded', wounded: 'killed' })),
      { ...file('w', columns({ wounded: 'day' })), datedBy: 'wounded' },
    ],
    'FROM v',
  );
  expect(found).toEqual([
    '3:1 data-column: Unexpected `wouned` in `columns`, expected a column of `t` (Did you mean `wounded`?)',
    '2:1 data-column: Unexpected name `Wounded` for the column `killed` of `u`, which `wounded` has too (Case makes no difference in SQL; choose another name)',
    '1:1 data-column: Unexpected `dated_by: wounded`, expected a column of `w` (Did you mean `day`?)',
  ]);
});
