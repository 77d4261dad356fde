import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadData } from '../../src/engine/load-data.js';
import { openEngine } from '../../src/engine/open-engine.js';
import type { DataSource } from '../../src/model/draft.js';
import { dataSource, draftOf } from '../query/draft.js';
import { fence, run, said, type Run } from '../query/run.js';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'threadwright é '));
  await mkdir(join(root, 'data/.cache'), { recursive: true });
  await writeFile(join(root, 'data/events.csv'), EVENTS);
});

afterAll(async () => {
  await rm(root, { recursive: true });
});

const EVENTS = 'date,actor,n\n2021-09-22,a,1\n2021-09-23,"b, c",2\n2021-09-24,d,4\n,e,8\n';

test('rows up to and including the last day are kept, and rows without a date are counted', async () => {
  const { answers, messages } = await load(
    { file: 'data/events.csv', datedBy: 'DATE' },
    'select sum(n) as n, max(date) as d from t',
  );
  expect(messages.map(said)).toEqual([
    '1:1 data-undated: 1 row of `data/events.csv` without a `date` is left out of `t`',
  ]);
  expect(cells(answers)).toEqual([['3', '2021-09-23']]);
  expect(answers.sources).toEqual([
    {
      name: 't',
      file: 'data/events.csv',
      bytes: Buffer.byteLength(EVENTS),
      hash: createHash('sha256').update(EVENTS).digest('hex'),
      rows: 2,
      source: undefined,
      licence: undefined,
      illustrative: false,
    },
  ]);
});

test('the last day is whole, whatever the time of day and the format', async () => {
  await writeFile(
    join(root, 'cut.csv'),
    'at,n\n2021-09-23 00:00:00,1\n2021-09-23 23:59:59.999,2\n2021-09-24 00:00:00,4\n',
  );
  const rows = ['2021-09-23', '2021-09-23', '2021-09-24'].map((at, index) => JSON.stringify({ at, n: 2 ** index }));
  await writeFile(join(root, 'list.json'), `[${rows.join(', ')}]`);
  await writeFile(join(root, 'lines.json'), `\uFEFF${rows.join('\n')}\n`);
  const names = ['cut', 'list', 'lines'];
  const files = ['cut.csv', 'list.json', 'lines.json'];
  const data = names.map((name, index) => dataSource({ name, file: files[index] ?? '', datedBy: 'at' }));
  const sql = names.map((name) => `(select sum(n) from ${name}) as ${name}`).join(', ');
  const { answers, messages } = await run(fence(`select ${sql}`), { root, data });
  expect(messages.map(said)).toEqual([]);
  expect(cells(answers)).toEqual([['3', '3', '3']]);
});

test('a Parquet file is read where it lies, cut, and nothing beside it can be', async () => {
  await writeParquet('events.parquet', "select date '2021-09-22' + i::int as day, i as n from range(4) t(i)");
  await writeParquet('secret.parquet', 'select 42 as n');
  const { answers, messages } = await load(
    { file: 'events.parquet', datedBy: 'day' },
    'select sum(n) as n, count(*) as c from t',
  );
  expect(messages.map(said)).toEqual([]);
  expect(cells(answers)).toEqual([['1', '2']]);
  expect(answers.sources[0]?.rows).toBe(2);
});

test('after loading, the engine itself refuses files, settings and a second lock', async () => {
  await writeParquet('open.parquet', 'select 1 as n');
  await using engine = await openEngine();
  const draft = draftOf('', { data: [dataSource({ name: 't', file: 'open.parquet' })] });
  await loadData(draft, engine, { root, folder: root });
  const attacks = [
    `from '${root}/data/events.csv'`,
    "from read_text('/etc/hostname')",
    "from glob('/etc/*')",
    "from read_csv('/dev/stdin')",
    "from 'https://example.com/x.csv'",
    "from sniff_csv('/etc/passwd')",
  ];
  for (const sql of attacks) expect([sql, (await engine.read(sql)).kind]).toEqual([sql, 'problem']);
  for (const sql of ['set threads = 4', "attach 'x.db'", 'install httpfs', "copy (select 1) to 'x.csv'"]) {
    expect([sql, (await engine.read(sql)).kind]).toEqual([sql, 'problem']);
  }
  expect((await engine.read('from t')).kind).toBe('ok');
  await expect(engine.execute('select 1')).rejects.toThrow('The engine is locked');
});

test('a date column without `dated_by` is told, and the data is not cut', async () => {
  const { answers, messages } = await load({ file: 'data/events.csv' }, 'select count(*) as n from t');
  expect(messages.map(said)).toEqual([
    '1:1 data-not-dated: The data `t` has a date column `date` and no `dated_by`, so it is not cut at 2021-09-23 (Write `dated_by: date`)',
  ]);
  expect(cells(answers)).toEqual([['4']]);
});

test('`dated_by` must name a column of dates', async () => {
  await writeFile(join(root, 'words.csv'), 'd,n\n2021-01-01,1\nunknown,2\n');
  const said = await problems(
    { file: 'words.csv', datedBy: 'd' },
    { file: 'words.csv', datedBy: 'n' },
    { file: 'data/events.csv', datedBy: 'dat' },
    { file: 'words.csv', datedBy: 'when_it_happened' },
  );
  expect(said).toEqual([
    'data-column: Unexpected `unknown` in column `d` of `t0`, expected a date (Write dates as `2021-09-23`; leave the value empty where there is none)',
    'data-column: Unexpected type `BIGINT` of column `n` of `t1`, expected dates',
    'data-column: Unexpected `dated_by: dat`, expected a column of `t2` (Did you mean `date`?)',
    'data-column: Unexpected `dated_by: when_it_happened`, expected a column of `t3` (Its columns are `d`, `n`)',
  ]);
});

test('a file of a header alone has no rows, and its dates are dates', async () => {
  await writeFile(join(root, 'header.csv'), 'date,n\n');
  const { answers, messages } = await load(
    { file: 'header.csv', datedBy: 'date' },
    'select count(*) as n from t where date > as_of() - 7',
  );
  expect(messages.map(said)).toEqual([]);
  expect(cells(answers)).toEqual([['0']]);
});

test('values and names that look like something else stay what they are', async () => {
  const content = '\uFEFFa.b,"say ""x""",#c\n"=cmd()","<b>{{x}}</b>",#tag\n@name,https://x.org/?a=1,"two\nlines"\n';
  await writeFile(join(root, 'odd.csv'), content);
  const { answers, messages } = await load({ file: 'odd.csv' }, 'from t');
  expect(messages.map(said)).toEqual([]);
  expect(answers.tables.get('q')?.columns.map(({ name }) => name)).toEqual(['a.b', 'say "x"', '#c']);
  expect(cells(answers)).toEqual([
    ['=cmd()', '<b>{{x}}</b>', '#tag'],
    ['@name', 'https://x.org/?a=1', 'two\nlines'],
  ]);
});

test('the delimiter is the one of the header', async () => {
  await writeFile(join(root, 'comma.csv'), 'a,b\n1,x;y\n');
  await writeFile(join(root, 'semicolon.csv'), 'a;b\n1;"x;y"\n');
  await writeFile(join(root, 'tab.csv'), 'a\tb\r\n1\tx;y\r\n');
  await writeFile(join(root, 'quoted.csv'), '"a;b;c",b\n1,x;y\n');
  const files = ['comma', 'semicolon', 'tab', 'quoted'];
  const data = files.map((name) => dataSource({ name, file: `${name}.csv` }));
  const { answers } = await run(fence(files.map((name) => `from ${name}`).join(' union all ')), { root, data });
  expect(cells(answers)).toEqual(files.map(() => ['1', 'x;y']));
});

test.each<[content: string, rows: string[][]]>([
  [
    'a,b\r\n1,2\n3,4\r\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    'a,b\n1,2\r\n3,4\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    'a,b\r\n1,2\r3,4',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    'a,b\r\n"x\r\ny",5" pipe\n3,"""\n"\r\n',
    [
      ['x\r\ny', '5" pipe'],
      ['3', '"\n'],
    ],
  ],
])('lines of a CSV file may end in several ways: %j', async (content, expected) => {
  await writeFile(join(root, 'lines.csv'), content);
  const { answers } = await run(fence('SELECT * FROM lines'), {
    root,
    data: [dataSource({ name: 'lines', file: 'lines.csv' })],
  });
  expect(cells(answers)).toEqual(expected);
});

test('a line end that two reads of a large file part is one', async () => {
  await writeFile(join(root, 'long.csv'), `a\n${`${'x'.repeat(1021)}\r\n`.repeat(3000)}`);
  const { answers } = await run(fence('SELECT count(*) AS n, min(length(a)) AS s, max(length(a)) AS l FROM long'), {
    root,
    data: [dataSource({ name: 'long', file: 'long.csv' })],
  });
  expect(cells(answers)).toEqual([['3000', '1021', '1021']]);
});

test('whole numbers that are too long to be kept as numbers are text, with all their digits', async () => {
  await writeFile(join(root, 'ids.csv'), 'id,n,e\n12345678901234567890,9223372036854775807,1e30\n7,2,2.5\n');
  const { answers } = await run(fence('SELECT * FROM ids ORDER BY n DESC'), {
    root,
    data: [dataSource({ name: 'ids', file: 'ids.csv' })],
  });
  expect(cells(answers)).toEqual([
    ['12345678901234567890', '9223372036854775807', '1e+30'],
    ['7', '2', '2.5'],
  ]);
  const types = await run(fence('SELECT typeof(id) AS id, typeof(n) AS n, typeof(e) AS e FROM ids LIMIT 1'), {
    root,
    data: [dataSource({ name: 'ids', file: 'ids.csv' })],
  });
  expect(cells(types.answers)).toEqual([['VARCHAR', 'BIGINT', 'DOUBLE']]);
});

test('a CSV file that is not whole is refused, at its line', async () => {
  const quotes = '(A value that contains the delimiter stands in double quotes)';
  const cases: readonly (readonly [content: string | Buffer, expected: string])[] = [
    ['a,b\n1,2\n1,2,3\n', `Unexpected 3 values in line 3 of \`0.csv\`, expected 2 as in the header ${quotes}`],
    ['a,b,c\n1,2,3\n1\n', `Unexpected 1 value in line 3 of \`1.csv\`, expected 3 as in the header ${quotes}`],
    ['a,b,c\n1,2\n1,2\n', `Unexpected 2 values in line 2 of \`2.csv\`, expected 3 as in the header ${quotes}`],
    ['Title\n\na,b\n1,2\n', `Unexpected 2 values in line 3 of \`3.csv\`, expected 1 as in the header ${quotes}`],
    ['a,b\n1,"2\n1,2\n', 'A quoted value that begins in line 2 of `4.csv` is not closed'],
    [
      'a,b,A\n1,2,3\n',
      'Unexpected second column `A` in `5.csv`, expected every name once (Case makes no difference in SQL; rename one of them)',
    ],
    ['', 'The data file `6.csv` is empty'],
    [
      Buffer.from('a,b\n1,x\n2,caf\xe9\n', 'latin1'),
      'Line 3 of `7.csv` is not UTF-8, the encoding that is expected (Save it as UTF-8, or name its encoding: most often it is `encoding: windows-1252`)',
    ],
    [
      Buffer.from('a,b\n1,2\n', 'utf16le'),
      'Unexpected zero byte in `8.csv`, expected text in UTF-8 (Save it as UTF-8; if it is UTF-16, write `encoding: utf-16le`)',
    ],
    [
      `a,b\n${'1,2\n'.repeat(50_000)}1,2,3\n`,
      `Unexpected 3 values in line 50002 of \`9.csv\`, expected 2 as in the header ${quotes}`,
    ],
  ];
  for (const [index, [content]] of cases.entries()) await writeFile(join(root, `${index}.csv`), content);
  const said = await problems(...cases.map((_, index) => ({ file: `${index}.csv` })));
  expect(said).toEqual(cases.map(([, expected]) => `data-unreadable: ${expected}`));
});

test('JSON and Parquet that are none, or not whole, are refused without a word of this machine', async () => {
  await writeFile(join(root, 'cut.json'), '[{"a": 1},');
  await writeFile(join(root, 'broken.json'), '[{"a": 1}, {"a" 2}]');
  await writeFile(join(root, 'bad.parquet'), 'not parquet at all');
  const said = await problems({ file: 'cut.json' }, { file: 'broken.json' }, { file: 'bad.parquet' });
  expect(said).toMatchInlineSnapshot(`
    [
      "data-unreadable: The list in \`cut.json\` has no end (Was the file cut off?)",
      "data-unreadable: The data file \`broken.json\` cannot be read as JSON (The engine says: Malformed JSON, at byte 6 in record/value 3: unexpected character)",
      "data-unreadable: The data file \`bad.parquet\` cannot be read as Parquet (The engine says: No magic bytes found at end of file 'bad.parquet')",
    ]
  `);
  expect(said.join('')).not.toContain(root);
});

test('a missing file is told with the nearest name', async () => {
  const said = await problems({ file: 'data/evnts.csv' }, { file: 'nowhere/x.csv' }, { file: 'data', format: 'csv' });
  expect(said).toEqual([
    'data-missing: The data file `data/evnts.csv` does not exist (Did you mean `data/events.csv`?)',
    'data-missing: The data file `nowhere/x.csv` does not exist',
    'data-unreadable: Unexpected folder `data`, expected a file',
  ]);
});

test('nothing outside the project is read, by path or by link, nor in a hidden folder', async () => {
  await symlink('/etc/hostname', join(root, 'link.csv'));
  await symlink('/etc', join(root, 'etc'));
  await writeFile(join(root, 'data/.cache/x.csv'), EVENTS);
  const said = await problems(
    { file: '../x.csv' },
    { file: '/../../etc/passwd' },
    { file: 'link.csv' },
    { file: 'etc/hostname' },
    { file: 'data/.cache/x.csv' },
    { file: 'https://example.com/x.csv' },
  );
  const inside = '(A draft reads files of its project; a leading `/` is the project’s folder)';
  const link = '(It is a link that leads out of the project)';
  expect(said).toEqual([
    `data-path: Unexpected path \`../x.csv\`, expected one inside the project ${inside}`,
    `data-path: Unexpected path \`/../../etc/passwd\`, expected one inside the project ${inside}`,
    `data-path: Unexpected path \`link.csv\`, expected one inside the project ${link}`,
    `data-path: Unexpected path \`etc/hostname\`, expected one inside the project ${link}`,
    'data-path: Unexpected hidden file or folder `.cache` in the path `data/.cache/x.csv`',
    'data-path: Unexpected address `https://example.com/x.csv`, expected a file of the project (Download the file into the project and name it here)',
  ]);
});

test('a link inside the project and a path from its root are read', async () => {
  await symlink(join(root, 'data/events.csv'), join(root, 'inside.csv'));
  const said = await problems({ file: 'inside.csv', datedBy: 'date' }, { file: '/data/events.csv', datedBy: 'date' });
  expect(said.map((each) => each?.split(':')[0])).toEqual(['data-undated', 'data-undated']);
});

test('data of the configuration is found from the root, and messages point into that file', async () => {
  const config = { path: 'threadwright.config.yaml', text: 'data:\n  t: data/gone.csv\n' };
  const data = [dataSource({ name: 't', file: 'data/gone.csv', declaredIn: 'config', span: { start: 11, end: 24 } })];
  await using engine = await openEngine();
  const { messages } = await loadData(draftOf('', { data }), engine, { root, folder: join(root, 'data'), config });
  expect(messages.map(({ place }) => [place?.file, place?.line, place?.column])).toEqual([[config.path, 2, 6]]);
});

test('queries over data that could not be loaded are skipped, the others run', async () => {
  const data = [
    dataSource({ name: 'gone', file: 'gone.csv' }),
    dataSource({ name: 'events', file: 'data/events.csv', datedBy: 'date' }),
  ];
  const { messages, answers } = await run(
    [fence('from Gone', 'a'), fence('from a', 'b'), fence('select count(*) as n from events', 'c')].join(''),
    { root, data },
  );
  expect(messages.map(said)).toEqual([
    '1:1 data-missing: The data file `gone.csv` does not exist',
    '1:1 data-undated: 1 row of `data/events.csv` without a `date` is left out of `events`',
    '1:8 query-skipped: `a` and `b` were not run, because the data `gone` could not be loaded',
  ]);
  expect([...answers.tables.keys()]).toEqual(['c']);
});

test('data needs a name that SQL can read, and no query may have it', async () => {
  const data = ['select', 'order', 'events'].map((name) =>
    dataSource({ name, file: 'data/events.csv', datedBy: 'date' }),
  );
  const { messages } = await run(fence('select 1 as n', 'Events'), { root, data });
  expect(messages.map(said).filter((text) => !text.includes('data-undated'))).toEqual([
    '1:1 front-matter-value: Unexpected data name `select`, expected a name that is no reserved word of SQL (Write `select_data`, for example)',
    '1:1 front-matter-value: Unexpected data name `order`, expected a name that is no reserved word of SQL (Write `order_data`, for example)',
    '1:8 block-duplicate: The query `Events` has the name of the data `events` (Give the query another name)',
  ]);
});

async function load(given: Partial<DataSource> & { file: string }, sql: string): Promise<Run> {
  return run(fence(sql), { root, data: [dataSource({ name: 't', ...given })] });
}

/** What is said about each source, without its place; `undefined` where nothing is. */
async function problems(
  ...given: readonly (Partial<DataSource> & { file: string })[]
): Promise<readonly (string | undefined)[]> {
  const text = given.map((_, index) => `${index}\n`).join('');
  const data = given.map((each, index) =>
    dataSource({ name: `t${index}`, span: { start: text.indexOf(`${index}\n`), end: text.length }, ...each }),
  );
  const { messages } = await run(text, { root, data });
  return given.map((_, index) => {
    const message = messages.find(({ place }) => place?.line === index + 1);
    return message && said(message).replace(/^\d+:1 /, '');
  });
}

async function writeParquet(file: string, sql: string): Promise<void> {
  const engine = await openEngine();
  await engine.execute(`COPY (${sql}) TO '${join(root, file)}' (FORMAT parquet)`);
  await engine[Symbol.asyncDispose]();
}

function cells(answers: Run['answers']): unknown[][] {
  const rows = answers.tables.get('q')?.rows ?? [];
  return rows.map((row) =>
    row.map((cell) => (cell.kind === 'number' ? cell.exact : 'value' in cell ? cell.value : cell)),
  );
}
