import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine } from '../../src/engine/open-engine.js';
import type { DataSource } from '../../src/model/draft.js';
import type { Cell } from '../../src/model/value.js';
import { dataSource } from '../query/draft.js';
import { fence, run, said } from '../query/run.js';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'threadwright-formats-'));
});

afterAll(async () => {
  await rm(root, { recursive: true });
});

test('TSV and NDJSON are tables', async () => {
  await put('a.tsv', 'day\tname\tn\r\n2021-09-22\t"x\ty"\t1\r\n2021-09-23\ta, b; c\t\r\n');
  await put('a.ndjson', '\uFEFF{"day": "2021-09-22", "name": "x", "n": 1}\n\n{"day": "2021-09-23", "n": 2.5}\n');
  expect(await table({ file: 'a.tsv', datedBy: 'day' })).toEqual([
    ['2021-09-22', 'x\ty', '1'],
    ['2021-09-23', 'a, b; c', null],
  ]);
  expect(await table({ file: 'a.ndjson', datedBy: 'day' })).toEqual([
    ['2021-09-22', 'x', '1'],
    ['2021-09-23', null, '2.5'],
  ]);
});

test('a decimal comma is read as one, and a point then is not', async () => {
  await put('comma.csv', 'a;b;c\n1,5;1.5;"x, y"\n-0,25;2;z\n');
  await put('comma.tsv', 'a\tb\tc\n1,5\t1.5\tx, y\n-0,25\t2\tz\n');
  const expected = [
    ['1.5', '1.5', 'x, y'],
    ['-0.25', '2', 'z'],
  ];
  expect(await table({ file: 'comma.csv', decimal: ',' })).toEqual(expected);
  expect(await table({ file: 'comma.tsv', decimal: ',' })).toEqual(expected);
  expect(await types({ file: 'comma.csv', decimal: ',' })).toEqual(['DOUBLE', 'VARCHAR', 'VARCHAR']);
});

test('the delimiter that is declared is the delimiter', async () => {
  await put('colon.txt', 'a:b;c\n1:2;3\n');
  expect(await table({ file: 'colon.txt', delimiter: ':' })).toEqual([['1', '2;3']]);
  expect(await table({ file: 'colon.txt' })).toEqual([['1:2', '3']]);
});

test('signs and delimiters that do not fit the file are told', async () => {
  await put('c.csv', 'a,b\n1,2\n');
  await put('s.csv', 'a;b\n1;2\n');
  expect(
    await Promise.all([
      problem({ file: 'c.csv', decimal: ',' }),
      problem({ file: 'c.csv', delimiter: ',', decimal: ',' }),
      problem({ file: 's.csv', delimiter: ',' }),
      problem({ file: 'c.csv', format: 'tsv' }),
    ]),
  ).toEqual([
    'data-unreadable: Unexpected `,` between the names in `c.csv`, expected another delimiter where it is the decimal sign (Leave `decimal` out, if numbers have a point)',
    'data-unreadable: Unexpected `,` as decimal sign and as delimiter of `c.csv`, expected two signs (Leave `delimiter` or `decimal` out)',
    "data-unreadable: Unexpected `;` and no delimiter in the first line of `s.csv`, expected `,` between two names (Write `delimiter: ';'`, or leave it out)",
    'data-unreadable: Unexpected `,` and no tab in the first line of `c.csv`, expected a tab between two names (Write `format: csv`)',
  ]);
});

test('a first line that has no names, or one too few, is told', async () => {
  const cases: readonly (readonly [content: string, expected: string | undefined])[] = [
    [
      '1,2021-09-22,0.5\n2,2021-09-23,1\n',
      'data-unreadable: The first line of `FILE` holds values, expected the names of the columns (Write a first line with a name for each column)',
    ],
    [
      '\na,b\n1,2\n',
      'data-unreadable: The first line of `FILE` is empty, expected the names of the columns (Write a first line with a name for each column)',
    ],
    [
      'a,b,\n1,2,\n',
      'data-unreadable: Column 3 of `FILE` has no name in the first line (Is there a delimiter too many at the end of the line?)',
    ],
    [',a\n1,2\n', 'data-unreadable: Column 1 of `FILE` has no name in the first line (Write one)'],
    [
      'Aldmouth,2021-09-22,7\nPort Ellery,2021-09-23,3\n',
      'data-header: The first line of `FILE` may hold values: `2021-09-22`, `7` are names of columns (The first line has the names of the columns; write one above the values, if it is missing)',
    ],
    ['country,2019,2020\nKenya,5,6\n', undefined],
    ['a,1\nx,y\n', undefined],
  ];
  for (const [index, [content, expected]] of cases.entries()) {
    const file = await put(`head${index}.csv`, content);
    expect(await problem({ file })).toBe(expected?.replace('FILE', file));
  }
});

test('a line of NDJSON that is no object is told with its number', async () => {
  const note = '(If it is one list or spans lines, write `format: json`)';
  const cases: readonly (readonly [content: string, line: number])[] = [
    ['{"a": 1}\n\n{"a": 2\n', 3],
    ['{"a": 1}\n[2]\n', 2],
    ['[{"a": 1}, {"a": 2}]', 1],
    ['1\n2\n', 1],
    ['{"a": 1}\n{\n"a": 2}\n', 2],
  ];
  for (const [index, [content, line]] of cases.entries()) {
    const file = await put(`bad${index}.ndjson`, content);
    expect(await problem({ file })).toBe(
      `data-unreadable: Line ${line} of \`${file}\` is no JSON object, expected one on each line ${note}`,
    );
  }
});

test('a path is read as it is written: signs of patterns and folders that look like columns mean nothing', async () => {
  const files = ['p/a[1].csv', 'p/a1.csv', 'p/[b]/k=3/a.csv', 'p/a{x,y}.csv', "p/it's.csv"];
  for (const file of files) await put(file, `n,at\n1,${file.includes("'") ? 'x' : `"${file}"`}\n`);
  for (const file of files) {
    expect(await table({ file })).toEqual([['1', file.includes("'") ? 'x' : file]]);
  }
  await put('p/[b]/k=3/a.json', '[{"n": 1}]');
  expect(await table({ file: 'p/[b]/k=3/a.json' })).toEqual([['1']]);
  await using engine = await openEngine();
  await engine.execute(`COPY (SELECT 7 AS n) TO '${join(root, 'p/[b]/k=3/a[1].parquet')}' (FORMAT parquet)`);
  expect(await table({ file: 'p/[b]/k=3/a[1].parquet' })).toEqual([['7']]);
});

test('rows without a date are dropped, kept or refused, as the draft says', async () => {
  await put('undated.csv', 'day,n\n2021-09-22,1\n,2\n2021-09-24,4\n,8\n');
  const given = { file: 'undated.csv', datedBy: 'day' };
  const sum = 'select sum(n) as n from t';
  expect(await table(given, sum)).toEqual([['1']]);
  expect(await table({ ...given, undated: 'keep' }, sum)).toEqual([['11']]);
  expect(await problem({ ...given, undated: 'drop' })).toBe(
    'data-undated: 2 rows of `undated.csv` without a `day` are left out of `t`',
  );
  expect(await problem({ ...given, undated: 'keep' })).toBeUndefined();
  expect(await problem({ ...given, undated: 'error' })).toBe(
    'data-no-date: 2 rows of `undated.csv` have no `day`, expected a date in every row (Complete the data, or write `undated: drop` or `undated: keep`)',
  );
  await put('dated.csv', 'day,n\n2021-09-22,1\n');
  expect(await problem({ file: 'dated.csv', datedBy: 'day', undated: 'error' })).toBeUndefined();
});

test('undated rows of text dates and of Parquet are kept, and what comes after the last day is not', async () => {
  await put('undated.json', '[{"day": "2021-09-22"}, {"day": null}, {"day": "2021-09-24"}]');
  await using engine = await openEngine();
  const rows = "VALUES (DATE '2021-09-22'), (NULL), (DATE '2021-09-24')";
  await engine.execute(`COPY (SELECT * FROM (${rows}) t(day)) TO '${join(root, 'undated.parquet')}' (FORMAT parquet)`);
  for (const file of ['undated.json', 'undated.parquet']) {
    expect(await table({ file, datedBy: 'day', undated: 'keep' }, 'from t order by day')).toEqual([
      ['2021-09-22'],
      [null],
    ]);
  }
});

test('rows outside of what the data covers are told', async () => {
  await put('covers.csv', 'day,n\n2021-08-30,1\n2021-09-01,2\n2021-09-20,3\n2021-09-23,4\n2021-09-30,5\n');
  const given = { file: 'covers.csv', datedBy: 'day' };
  const note = '(Correct `covers`, or the dates of the rows)';
  expect(await problem({ ...given, covers: ['2021-09-01', '2021-09-20'] })).toBe(
    `data-outside-coverage: 2 rows of \`covers.csv\` lie outside \`covers: [2021-09-01, 2021-09-20]\`, from 2021-08-30 to 2021-09-23 ${note}`,
  );
  expect(await problem({ ...given, covers: ['2021-09-01', '2021-09-23'] })).toBe(
    `data-outside-coverage: 1 row of \`covers.csv\` lies outside \`covers: [2021-09-01, 2021-09-23]\`, on 2021-08-30 ${note}`,
  );
  expect(await problem({ ...given, covers: ['2021-08-30', '2021-09-23'] })).toBeUndefined();
});

test('coverage that ends before the last day of data, or begins after it, is told where it is declared', async () => {
  await put('watched.csv', 'day,n\n2021-09-01,2\n');
  const given = { file: 'watched.csv', datedBy: 'day', coversSpan: { start: 1, end: 2 } };
  const told = async (covers: DataSource['covers']): Promise<readonly string[]> =>
    (await run('\n\n', { root, data: [dataSource({ name: 't', ...given, covers })] })).messages.map(said);
  expect(await told(['2021-09-01', '2021-09-22'])).toEqual([
    '2:1 coverage-ends: Unexpected end of `covers: [2021-09-01, 2021-09-22]` of `t` before the last day of data, 2021-09-23 (Write `as_of: 2021-09-22`, or say in `covers` until when someone watched: of the days between nothing is known)',
  ]);
  expect((await told(['2021-09-24', '2021-09-30'])).at(-1)).toBe(
    '2:1 data-not-covered: Unexpected `covers: [2021-09-24, 2021-09-30]` of `t`, which begins after the last day of data, 2021-09-23 (Correct `covers`, or `as_of`: what was not watched cannot be counted)',
  );
  expect(await told(['2021-09-01', '2021-09-23'])).toEqual([]);
  expect(await told(['2021-09-01', '2021-12-31'])).toEqual([]);
});

test('keys of JSON that are the same when case is folded are told, and columns that only look so are kept', async () => {
  await put('twins.json', '[{"Name":"x","name":"y"},{"name":"z"}]');
  await put('apart.ndjson', '{"Name":"x"}\n{"name":"z"}\n');
  await put('twice.json', '[{"name":"x","name":"y"}]');
  await put('numbered.json', '[{"name":"x","name_1":"y"}]');
  const twins = (file: string): string =>
    `data-unreadable: Unexpected keys \`Name\` and \`name\` in \`${file}\`, expected names that differ by more than case (Case makes no difference in SQL; rename one of them)`;
  expect(await problem({ file: 'twins.json' })).toBe(twins('twins.json'));
  expect(await problem({ file: 'apart.ndjson' })).toBe(twins('apart.ndjson'));
  expect(await problem({ file: 'twice.json' })).toBe(
    'data-unreadable: Unexpected second key `name` in one object of `twice.json`, expected each once (Rename or delete one of them)',
  );
  expect(await table({ file: 'numbered.json' })).toEqual([['x', 'y']]);
});

test('only true and false are true and false: other words for them stay words', async () => {
  await put('words.csv', 'a,b,c,d\nt,NO,true,yes\nT,no,FALSE,yes\n,,,\n');
  const declared = (name: string, rename: string | undefined, type?: 'boolean') => ({
    name,
    rename,
    type,
    span: { start: 0, end: 1 },
  });
  const columns = [declared('b', 'country'), declared('d', undefined, 'boolean')];
  expect(await types({ file: 'words.csv' })).toEqual(['VARCHAR', 'VARCHAR', 'BOOLEAN', 'VARCHAR']);
  expect(await types({ file: 'words.csv', columns })).toEqual(['VARCHAR', 'VARCHAR', 'BOOLEAN', 'BOOLEAN']);
  expect(await table({ file: 'words.csv', columns }, 'SELECT a, country FROM t WHERE a IS NOT NULL')).toEqual([
    ['t', 'NO'],
    ['T', 'no'],
  ]);
});

test('a table that is written in any of the forms reads back the same', async () => {
  const cell = fc.oneof(
    // A bare `t`, which the engine would take for true, among them
    fc.constantFrom('', ' x', 'a"b', "it's", 'a,b', 'a;b', 'a\tb', 'two\nlines', '{{x}}', '1,5', '#', '\\'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((text) => !/[\r\0]/.test(text)),
  );
  const row = fc.record({ text: cell.map((text) => `t${text}`), n: fc.integer({ min: -9_999_999, max: 9_999_999 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
      const expected = rows.map(({ text, n }) => [text, String(n / 4)]);
      const forms: readonly (Partial<DataSource> & { file: string; content: string | Buffer })[] = [
        { file: 'r.csv', content: delimited(rows, ',', '.') },
        { file: 'r.tsv', content: delimited(rows, '\t', '.') },
        { file: 'w.tsv', encoding: 'utf-16', content: Buffer.from(`\uFEFF${delimited(rows, '\t', '.')}`, 'utf16le') },
        { file: 'c.csv', decimal: ',', content: delimited(rows, ';', ',') },
        { file: 'd.csv', delimiter: '|', decimal: ',', content: delimited(rows, '|', ',') },
        { file: 'r.ndjson', content: rows.map(({ text, n }) => JSON.stringify({ text, n: n / 4 })).join('\n') },
      ];
      await Promise.all(forms.map(({ file, content }) => put(file, content)));
      expect(await tables(forms, 'select text, n::double as n from')).toEqual(forms.map(() => expected));
    }),
    { numRuns: 8 },
  );
});

interface Row {
  readonly text: string;
  readonly n: number;
}

function delimited(rows: readonly Row[], delimiter: string, decimal: string): string {
  const lines = rows.map(
    ({ text, n }) => `"${text.replaceAll('"', '""')}"${delimiter}"${String(n / 4).replace('.', decimal)}"`,
  );
  return [`text${delimiter}n`, ...lines, ''].join('\n');
}

async function put(file: string, content: string | Buffer): Promise<string> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), content);
  return file;
}

type Given = Partial<DataSource> & { readonly file: string };

async function table(given: Given, sql = 'from t'): Promise<(string | null)[][]> {
  const { answers } = await run(fence(sql), { root, data: [dataSource({ name: 't', ...given })] });
  return textsOf(answers.tables.get('q')?.rows ?? []);
}

function textsOf(rows: readonly (readonly Cell[])[]): (string | null)[][] {
  return rows.map((row) =>
    row.map((cell) => {
      if (cell.kind === 'number') return cell.exact;
      return 'value' in cell ? String(cell.value) : null;
    }),
  );
}

/** The rows of several sources, through one engine. */
async function tables(given: readonly Given[], sql: string): Promise<(string | null)[][][]> {
  const data = given.map((each, index) => dataSource({ name: `t${index}`, ...each }));
  const queries = given.map((_, index) => fence(`${sql} t${index}`, `q${index}`));
  const { answers } = await run(queries.join(''), { root, data });
  return given.map((_, index) => textsOf(answers.tables.get(`q${index}`)?.rows ?? []));
}

async function types(given: Given): Promise<readonly string[]> {
  const { answers } = await run(fence('from t'), { root, data: [dataSource({ name: 't', ...given })] });
  return answers.tables.get('q')?.columns.map(({ type }) => type) ?? [];
}

/** What is said of a source, without its place. */
async function problem(given: Given): Promise<string | undefined> {
  const { messages } = await run('', { root, data: [dataSource({ name: 't', ...given })] });
  return messages[0] && said(messages[0]).replace(/^1:1 /, '');
}
