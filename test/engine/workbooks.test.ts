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
  await writeFile(join(root, 'text.xlsx'), 'a,b\n1,2\n');
  await writeFile(join(root, 'cut.xlsx'), good.subarray(0, 700));
  const note = '(If it opens elsewhere, save the sheet as CSV)';
  expect(await problems([{ file: 'good.xlsx', sheet: 'data' }, { file: 'text.xlsx' }, { file: 'cut.xlsx' }])).toEqual([
    'data-unreadable: `good.xlsx` has no sheet `data` (Its sheets are `Data & more`, `Empty`)',
    `data-unreadable: The data file \`text.xlsx\` cannot be read as XLSX ${note}`,
    `data-unreadable: The data file \`cut.xlsx\` cannot be read as XLSX ${note}`,
  ]);
});

test('workbooks of one pattern are one table, whose types are found over all of them', async () => {
  const write = (name: string, rows: Parameters<typeof sheetRows>[0]) =>
    writeFile(join(root, name), workbookFile(sheetRows(rows)));
  await write('year-1.xlsx', [
    ['place', 'n', 'x'],
    ['Northgate', 1, null],
  ]);
  await write('year-2.xlsx', [
    ['N', 'place', 'x'],
    [2, 'Southgate', 0.5],
  ]);
  await write('odd-1.xlsx', [
    ['a', 'b'],
    [1, 2],
  ]);
  await write('odd-2.xlsx', [['a'], [1]]);
  await write('days-1.xlsx', [['a'], [day(44461)]]);
  await write('days-2.xlsx', [['a'], ['soon']]);
  const { answers, messages } = await run(fence('FROM t ORDER BY n'), {
    root,
    data: [
      dataSource({ name: 't', file: 'year-*.xlsx' }),
      dataSource({ name: 'u', file: 'odd-*.xlsx' }),
      dataSource({ name: 'v', file: 'days-*.xlsx' }),
    ],
  });
  expect(messages.map(said)).toEqual([
    '1:1 data-columns-differ: `odd-2.xlsx` has no column `b`, which `odd-1.xlsx` has (Files that one pattern fits are one table, with the same columns)',
    '1:1 data-columns-differ: The column `a` holds days in some of the workbooks and other values in others (Make them days in each)',
  ]);
  const table = answers.tables.get('q');
  expect(table?.columns.map(({ name, type }) => `${name} ${type}`)).toEqual(['place VARCHAR', 'n BIGINT', 'x DOUBLE']);
  expect(table?.rows.map((row) => row.map((cell) => ('value' in cell ? cell.value : null)))).toEqual([
    ['Northgate', 1, null],
    ['Southgate', 2, 0.5],
  ]);
  expect(answers.sources[0]?.files?.map(({ file }) => file)).toEqual(['year-1.xlsx', 'year-2.xlsx']);
});

test('a hidden sheet is passed over unless it is named, days count from 1904 where the workbook says so, and a formula is its value', async () => {
  const rows = sheetRows([
    ['day', 'n'],
    [day(44461 - 1462), { raw: '><f>[1]Other!A1*2</f><v>7</v>' }],
  ]);
  const changed = workbookFile(rows, '', (files) => ({
    ...files,
    'xl/workbook.xml': (files['xl/workbook.xml'] ?? '')
      .replace('<sheets>', '<workbookPr date1904="1"/><sheets>')
      .replace('<sheet name="Data', '<sheet name="Notes" sheetId="9" state="hidden" r:id="rId2"/><sheet name="Data')
      .replace('<sheet name="Empty"', '<sheet name="Empty" state="veryHidden"'),
    'xl/externalLinks/externalLink1.xml': '<externalLink/>',
  }));
  await writeFile(join(root, 'hidden.xlsx'), changed);
  const { answers, messages } = await run(fence('FROM t'), {
    root,
    data: [
      dataSource({ name: 't', file: 'hidden.xlsx' }),
      dataSource({ name: 'u', file: 'hidden.xlsx', sheet: 'Notes' }),
    ],
  });
  expect(messages.map(said).filter((text) => !text.includes('data-not-dated'))).toEqual([
    '1:1 data-unreadable: The first row of the sheet `Notes` in `hidden.xlsx` is empty (Write the names of the columns)',
  ]);
  expect(answers.tables.get('q')?.rows.map((row) => row.map((cell) => ('value' in cell ? cell.value : null)))).toEqual([
    ['2021-09-22', 7],
  ]);
});

test('a workbook that is hostile, locked or cut off is told, and the engine goes on', async () => {
  const good = workbookFile(sheetRows([['a'], [1]]));
  const bomb = workbookFile('', ' '.repeat(300 * 1024 * 1024));
  const far = sheetRows([['a'], [1]]).replace('</row>', '</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
  await writeFile(join(root, 'bomb.xlsx'), bomb);
  await writeFile(join(root, 'far.xlsx'), workbookFile(far));
  await writeFile(
    join(root, 'locked.xlsx'),
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
  );
  await writeFile(join(root, 'half.xlsx'), good.subarray(0, good.length - 40));
  await writeFile(
    join(root, 'doctype.xlsx'),
    workbookFile('', '', (files) => ({
      ...files,
      'xl/worksheets/sheet1.xml': (files['xl/worksheets/sheet1.xml'] ?? '')
        .replace('<worksheet', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet')
        .replace('<sheetData>', `<sheetData>${sheetRows([['a'], ['&a;']]).replaceAll('&amp;', '&')}`),
    })),
  );
  const { answers, messages } = await run(
    fence('SELECT (SELECT count(*) FROM ok) AS n, (SELECT string_agg(a) FROM d) AS a'),
    {
      root,
      data: [
        ...['bomb', 'far', 'locked', 'half'].map((name) => dataSource({ name, file: `${name}.xlsx` })),
        dataSource({ name: 'd', file: 'doctype.xlsx' }),
        dataSource({ name: 'ok', file: 'good.xlsx' }),
      ],
    },
  );
  expect(messages.map(said)).toEqual([
    '1:1 data-unreadable: The data file `bomb.xlsx` unpacks to more than 256 MB (Save the sheet as CSV)',
    '1:1 data-unreadable: The cells of the sheet `Data & more` in `far.xlsx` reach to XFD1048576, expected at most 10,000,000 cells in all (Delete what stands far out, or save the sheet as CSV)',
    '1:1 data-unreadable: The data file `locked.xlsx` has a password, or is a workbook of the old kind, expected XLSX (Save it as XLSX without a password)',
    '1:1 data-unreadable: The data file `half.xlsx` cannot be read as XLSX (If it opens elsewhere, save the sheet as CSV)',
  ]);
  expect(JSON.stringify(answers.tables.get('q')?.rows)).not.toContain('root');
  expect(answers.tables.get('q')?.rows[0]?.[0]).toMatchObject({ value: 1 });
});

test('a sheet of thousands of columns, and one of more rows than a call takes arguments, are read whole', async () => {
  const names = Array.from({ length: 3000 }, (_, at) => at);
  const letters = (at: number): string =>
    (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
  const wide = [1, 2].map(
    (row) =>
      `<row r="${row}">${names.map((at) => (row === 1 ? `<c r="${letters(at)}1" t="inlineStr"><is><t>c${at}</t></is></c>` : `<c r="${letters(at)}2"><v>${at}</v></c>`)).join('')}</row>`,
  );
  await writeFile(join(root, 'wide.xlsx'), workbookFile(wide.join('')));
  const long = Array.from({ length: 200_000 }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}"><v>1</v></c></row>`);
  await writeFile(join(root, 'long.xlsx'), workbookFile(sheetRows([['n']]) + long.join('')));
  const { answers, messages } = await run(fence('SELECT c2999 AS c, (SELECT sum(n) FROM long) AS n FROM wide'), {
    root,
    data: [dataSource({ name: 'wide', file: 'wide.xlsx' }), dataSource({ name: 'long', file: 'long.xlsx' })],
  });
  expect(messages.map(said)).toEqual([]);
  expect(answers.tables.get('q')?.rows[0]).toMatchObject([{ value: 2999 }, { value: 200_000 }]);
});

async function problems(given: readonly (Partial<DataSource> & { file: string })[]): Promise<readonly string[]> {
  const data = given.map((each, index) => dataSource({ name: `t${index}`, ...each }));
  const { messages } = await run('', { root, data });
  return messages.map((message) => said(message).replace(/^1:1 /, ''));
}
