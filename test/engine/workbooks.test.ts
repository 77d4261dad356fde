import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DataSource } from '../../src/model/draft.js';
import { dataSource } from '../query/draft.js';
import { fence, run, said } from '../query/run.js';
import { sheetRows, workbookFile } from './workbook-file.js';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'threadwright-workbooks-'));
});

afterAll(async () => {
  await rm(root, { recursive: true });
});

const day = (serial: number) => ({ raw: `s="1"><v>${serial}</v>` });
const time = (serial: number) => ({ raw: `s="2"><v>${serial}</v>` });

test('a sheet is a table with numbers, texts, booleans, days and times', async () => {
  const rows = [
    ['day', 'n', 'x', 'yes', ' a b ', 'at', 'mixed', 'none'],
    [day(44461), 1, 0.1, true, ' <&> ', time(44461.5), 1, null],
    [],
    [day(44462), -2, 3, false, null, null, 'x', null],
    [day(44463), 4, 5, true, 'later', time(44463.25), 'y', null],
  ];
  await writeFile(join(root, 'a[1].xlsx'), workbookFile(sheetRows(rows)));
  const { answers, messages } = await run(fence('from t'), {
    root,
    data: [dataSource({ name: 't', file: 'a[1].xlsx', datedBy: 'day', sheet: 'Data & more' })],
  });
  expect(messages.map(said)).toEqual([]);
  const table = answers.tables.get('q');
  expect(table?.columns.map(({ name, type }) => [name, type])).toEqual([
    ['day', 'DATE'],
    ['n', 'BIGINT'],
    ['x', 'DOUBLE'],
    ['yes', 'BOOLEAN'],
    ['a b', 'VARCHAR'],
    ['at', 'TIMESTAMP'],
    ['mixed', 'VARCHAR'],
    ['none', 'VARCHAR'],
  ]);
  expect(table?.rows.map((row) => row.map((cell) => ('value' in cell ? cell.value : null)))).toEqual([
    ['2021-09-22', 1, 0.1, true, ' <&> ', '2021-09-22 12:00:00', '1', null],
    ['2021-09-23', -2, 3, false, null, null, 'x', null],
  ]);
  expect(answers.sources[0]?.rows).toBe(2);
});

test('what is wrong in a sheet is told with its cell', async () => {
  const of = 'of the sheet `Data & more` in `FILE`';
  const merge = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>';
  const cases: readonly (readonly [rows: Parameters<typeof sheetRows>[0], expected: string, more?: string])[] = [
    [
      [
        ['a', 'b'],
        [1, { raw: 't="e"><f>1/0</f><v>#DIV/0!</v>' }],
      ],
      `The cell B2 ${of} holds the error \`#DIV/0!\` (Correct or empty it)`,
    ],
    [
      [
        ['a', 'b'],
        [1, { raw: '><f>A2*2</f>' }],
      ],
      `The formula in the cell B2 ${of} has no value (Open the workbook, let it compute and save it)`,
    ],
    [
      [['a'], ['x'], [null]],
      `The cells A2:A3 ${of} are merged, expected a value in each (Split them, or save a plain sheet)`,
      merge,
    ],
    [
      [
        ['a', 'A'],
        [1, 2],
      ],
      `Unexpected second column \`A\` in the cell B1 ${of}, expected every name once (Case makes no difference in SQL; rename one of them)`,
    ],
    [
      [
        ['a', null, 'c'],
        [1, 2, 3],
      ],
      `The cell B1 ${of} is empty, expected the name of its column (Write one)`,
    ],
    [[['a'], [1], [1, 2]], `The cell B1 ${of} is empty, expected the name of its column (Write one)`],
    [
      [
        ['a', 2020],
        [1, 2],
      ],
      `The cell B1 ${of} holds a value, expected the name of its column (The first row has the names; write a name as text)`,
    ],
    [[['day'], [day(44461)], ['soon']], `The cell A3 ${of} is no day, and A2 is one (Make it a day, or empty it)`],
    [[], `The first row ${of} is empty (Write the names of the columns)`],
  ];
  for (const [index, [rows, , more]] of cases.entries()) {
    await writeFile(join(root, `${index}.xlsx`), workbookFile(sheetRows(rows), more));
  }
  const expected = cases.map(([, text], index) => `data-unreadable: ${text.replace('FILE', `${index}.xlsx`)}`);
  expect(await problems(cases.map((_, index) => ({ file: `${index}.xlsx` })))).toEqual(expected);
});

test('a sheet that is not there and a file that is no workbook are told', async () => {
  const good = workbookFile(sheetRows([['a'], [1]]));
  await writeFile(join(root, 'good.xlsx'), good);
  await writeFile(join(root, 'good2.xlsx'), good);
  await writeFile(join(root, 'text.xlsx'), 'a,b\n1,2\n');
  await writeFile(join(root, 'cut.xlsx'), good.subarray(0, 700));
  const note = '(If it opens elsewhere, save the sheet as CSV)';
  expect(
    await problems([
      { file: 'good.xlsx', sheet: 'data' },
      { file: 'text.xlsx' },
      { file: 'cut.xlsx' },
      { file: 'good*.xlsx' },
    ]),
  ).toEqual([
    'data-unreadable: `good.xlsx` has no sheet `data` (Its sheets are `Data & more`, `Empty`)',
    `data-unreadable: The data file \`text.xlsx\` cannot be read as XLSX ${note}`,
    `data-unreadable: The data file \`cut.xlsx\` cannot be read as XLSX ${note}`,
    'data-path: Unexpected 2 workbooks for `good*.xlsx`, expected one (Name one workbook, or save the sheets as CSV)',
  ]);
});

async function problems(given: readonly (Partial<DataSource> & { file: string })[]): Promise<readonly string[]> {
  const data = given.map((each, index) => dataSource({ name: `t${index}`, ...each }));
  const { messages } = await run('', { root, data });
  return messages.map((message) => said(message).replace(/^1:1 /, ''));
}
