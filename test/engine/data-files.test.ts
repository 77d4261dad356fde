import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine } from '../../src/engine/open-engine.js';
import type { DataSource } from '../../src/model/draft.js';
import { dataSource } from '../query/draft.js';
import { fence, run, said, type Run } from '../query/run.js';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'threadwright-files-'));
});

afterAll(async () => {
  await rm(root, { recursive: true });
});

test('a text in its declared encoding reads like one in UTF-8, and leaves no copy behind', async () => {
  const text = 'name,n\n“naïve” café – €,1\nŠtěrba,2\n';
  const latin = 'name,n\nnaïve café - £,1\n';
  const windows = Buffer.from(
    Array.from(text.replace('ě', 'e')).map((sign) => WINDOWS.get(sign) ?? sign.charCodeAt(0)),
  );
  const wide = Buffer.from(`\uFEFF${text}`, 'utf16le');
  const turned = Buffer.from(wide).swap16();
  await put('utf8.csv', text);
  await put('w.csv', windows);
  await put('l.csv', Buffer.from(latin, 'latin1'));
  await put('le.csv', wide);
  await put('be.csv', turned);
  await put('bare.csv', wide.subarray(2));
  const utf8 = [
    ['“naïve” café – €', '1'],
    ['Štěrba', '2'],
  ];
  const before = await scratchFolders();
  const result = await load([
    { file: 'utf8.csv' },
    { file: 'utf8.csv', encoding: 'utf-8' },
    { file: 'w.csv', encoding: 'windows-1252' },
    { file: 'l.csv', encoding: 'latin-1' },
    { file: 'le.csv', encoding: 'utf-16' },
    { file: 'be.csv', encoding: 'utf-16' },
    { file: 'bare.csv', encoding: 'utf-16le' },
  ]);
  expect(result.said).toEqual([]);
  expect(result.tables).toEqual([
    utf8,
    utf8,
    [
      ['“naïve” café – €', '1'],
      ['Šterba', '2'],
    ],
    [['naïve café - £', '1']],
    utf8,
    utf8,
    utf8,
  ]);
  expect(await scratchFolders()).toEqual(before);
  expect(result.sources[2]?.hash).toBe(createHash('sha256').update(windows).digest('hex'));
});

test('a text that is not in its declared encoding is told, with its line and what to write', async () => {
  await put('cafe.csv', Buffer.from('a,b\n1,x\n2,caf\xe9\n', 'latin1'));
  await put('quotes.csv', Buffer.from('a,b\n1,\x93x\x94\n', 'latin1'));
  await put('hole.csv', Buffer.from('a,b\n1,2\n1,\x81\n', 'latin1'));
  await put('wide.csv', Buffer.from('\uFEFFa,b\n1,é\n', 'utf16le'));
  await put('bare16.csv', Buffer.from('a,b\n1,2\n', 'utf16le'));
  await put('half.csv', Buffer.concat([Buffer.from('\uFEFFa,b\n1,', 'utf16le'), Buffer.from([0x3d, 0xd8])]));
  await put('é.csv', 'a,b\n1,é\n');
  await put('marked.csv', '\uFEFFa,b\n1,2\n');
  const { said: messages } = await load([
    { file: 'cafe.csv' },
    { file: 'quotes.csv', encoding: 'latin-1' },
    { file: 'hole.csv', encoding: 'windows-1252' },
    { file: 'wide.csv' },
    { file: 'bare16.csv', encoding: 'utf-16' },
    { file: 'half.csv', encoding: 'utf-16' },
    { file: 'é.csv', encoding: 'windows-1252' },
    { file: 'marked.csv', encoding: 'windows-1252' },
    { file: 'wide.csv', encoding: 'utf-16be' },
  ]);
  expect(messages).toEqual([
    'data-unreadable: Line 3 of `cafe.csv` is not UTF-8, the encoding that is expected (Save it as UTF-8, or name its encoding: most often it is `encoding: windows-1252`)',
    'data-unreadable: Unexpected byte `0x93` in line 2 of `quotes.csv`, expected text in latin-1 (Write `encoding: windows-1252`, if that is what it is)',
    'data-unreadable: Unexpected byte `0x81` in line 3 of `hole.csv`, expected text in windows-1252',
    'data-unreadable: `wide.csv` begins with the mark of UTF-16, expected UTF-8 (Write `encoding: utf-16`)',
    'data-unreadable: `bare16.csv` does not begin with the mark of UTF-16, which tells the order of its bytes (Write `encoding: utf-16le` or `encoding: utf-16be`, if it is UTF-16)',
    'data-unreadable: Unexpected half a character in line 2 of `half.csv`, expected text in utf-16le',
    'data-encoding: `é.csv` seems to be UTF-8, and is read as windows-1252 (Leave `encoding` out)',
    'data-unreadable: `marked.csv` begins with the mark of UTF-8, expected windows-1252 (Leave `encoding` out)',
    'data-unreadable: `wide.csv` begins with the mark of UTF-16, expected utf-16be (Write `encoding: utf-16`)',
  ]);
});

test('the files that a pattern fits are one table, in the order of their paths, each on record', async () => {
  const contents = { 'g/e-10.csv': 'n,s\n1,\n', 'g/e-2.csv': 's,n\nx,2.5\n', 'g/e-[1].csv': 'n,s\n3,7\n' };
  for (const [file, content] of Object.entries(contents)) await put(file, content);
  await put('g/.e-9.csv', 'n,s\n9,9\n');
  await put('g/other.csv', 'x\n9\n');
  const { tables, sources, said: messages } = await load([{ file: 'g/e-*.csv' }, { file: '/g/e-[?].csv' }]);
  expect(messages).toEqual([]);
  expect(tables).toEqual([
    [
      ['1', null],
      ['2.5', 'x'],
      ['3', '7'],
    ],
    [['3', '7']],
  ]);
  const files = Object.entries(contents).map(([file, content]) => ({
    file,
    bytes: content.length,
    hash: createHash('sha256').update(content).digest('hex'),
  }));
  const list = files.map(({ hash, file }) => `${hash}  ${file}\n`).join('');
  expect(sources[0]).toMatchObject({
    file: 'g/e-*.csv',
    bytes: 25,
    rows: 3,
    hash: createHash('sha256').update(list).digest('hex'),
    files,
  });
  expect(sources[1]).toMatchObject({ file: 'g/e-[1].csv', files: undefined });
});

test('a pattern works in folders and for every format, and a file of its very name goes first', async () => {
  for (const year of [2020, 2021]) {
    await put(`y/year=${year}/a.ndjson`, `{"n": ${year}}\n`);
    await put(`y/year=${year}/a.tsv`, `n\tm\n${year}\t1\n`);
    await mkdir(join(root, `y/year=${year}`), { recursive: true });
    await using engine = await openEngine();
    await engine.execute(`COPY (SELECT ${year} AS n) TO '${join(root, `y/year=${year}/a.parquet`)}' (FORMAT parquet)`);
  }
  await put('x/a*.csv', 'n\n1\n');
  await put('x/ab.csv', 'n\n2\n');
  const { tables, said: messages } = await load([
    { file: 'y/*/a.ndjson' },
    { file: 'y/year=202?/a.tsv' },
    { file: 'y/*/*.parquet' },
    { file: 'x/a*.csv' },
  ]);
  expect(messages).toEqual([]);
  expect(tables).toEqual([
    [['2020'], ['2021']],
    [
      ['2020', '1'],
      ['2021', '1'],
    ],
    [['2020'], ['2021']],
    [['1']],
  ]);
});

test('a type that only the last of many files shows is the type of the column', async () => {
  for (let index = 10; index < 40; index++) await put(`m/${index}.csv`, `n\n${index === 39 ? '0.5' : index}\n`);
  const { tables } = await load([{ file: 'm/*.csv' }], 'select count(*) as c, sum(n) as s, typeof(max(n)) as t from');
  expect(tables).toEqual([[['30', '696.5', 'DOUBLE']]]);
});

test('files of one pattern that are not one table are told, and so is a pattern that fits none', async () => {
  await put('d/1.csv', 'a,b\n1,2\n');
  await put('d/2.csv', 'a,c\n1,2\n');
  await put('f/1.ndjson', '{"a": 1, "b": 2}\n');
  await put('f/2.ndjson', '{"a": 1}\n');
  await put('s/1.csv', 'a,b\n1,2\n');
  await put('s/2.csv', 'a;b\n1;2\n');
  await put('r/1.csv', 'a,b\n1,2\n');
  await put('r/2.csv', 'a,b\n1,2\n1,2,3\n');
  await put('l/1.csv', 'a,b\n1,2\n');
  await symlink('1.csv', join(root, 'l/2.csv'));
  await mkdir(join(root, 'o'), { recursive: true });
  await symlink('/etc/hostname', join(root, 'o/1.csv'));
  await symlink('/etc', join(root, 'o/etc'));
  await mkdir(join(root, 'k/1.csv'), { recursive: true });
  const { said: messages } = await load([
    { file: 'd/*.csv' },
    { file: 'f/*.ndjson' },
    { file: 's/*.csv' },
    { file: 'r/*.csv' },
    { file: 'l/*.csv' },
    { file: 'o/*.csv' },
    { file: 'o/etc/*.csv' },
    { file: '../*.csv' },
    { file: 'k/*.csv' },
    { file: 'nowhere/*.csv' },
    { file: '**/*.csv' },
  ]);
  const same = '(Files that one pattern fits are one table, with the same columns)';
  expect(messages).toEqual([
    `data-columns-differ: \`d/2.csv\` has the column \`c\`, which \`d/1.csv\` has not ${same}`,
    `data-columns-differ: \`f/2.ndjson\` has no column \`b\`, which \`f/1.ndjson\` has ${same}`,
    'data-columns-differ: The values in `s/2.csv` are parted by another sign than those in `s/1.csv` (Save both with the same delimiter)',
    'data-unreadable: Unexpected 3 values in line 3 of `r/2.csv`, expected 2 as in the header (A value that contains the delimiter stands in double quotes)',
    'data-path: `l/1.csv` and `l/2.csv`, which fit `l/*.csv`, are one file (One is a link to the other: its rows would count twice)',
    'data-path: Unexpected path `o/1.csv`, expected one inside the project (It is a link that leads out of the project)',
    'data-missing: No file fits `o/etc/*.csv`',
    'data-path: Unexpected path `../*.csv`, expected one inside the project (A draft reads files of its project; a leading `/` is the project’s folder)',
    'data-unreadable: Unexpected folder `k/1.csv`, expected a file',
    'data-missing: No file fits `nowhere/*.csv`',
    'data-path: Unexpected `**` in `**/*.csv`, expected `*` for a part of one name (Write a `*` for each folder)',
  ]);
});

const WINDOWS = new Map([
  ['“', 0x93],
  ['”', 0x94],
  ['–', 0x96],
  ['€', 0x80],
  ['Š', 0x8a],
]);

async function scratchFolders(): Promise<readonly string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('threadwright-data-'));
}

async function put(file: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), content);
}

type Given = Partial<DataSource> & { readonly file: string };

interface Loaded {
  readonly tables: readonly (readonly (readonly (string | null)[])[])[];
  /** Without their places. */
  readonly said: readonly string[];
  readonly sources: Run['answers']['sources'];
}

/** Loads several sources into one engine. */
async function load(given: readonly Given[], sql = 'from'): Promise<Loaded> {
  const data = given.map((each, index) => dataSource({ name: `t${index}`, ...each }));
  const queries = given.map((_, index) => fence(`${sql} t${index}`, `q${index}`));
  const { answers, messages } = await run(queries.join(''), { root, data });
  return {
    tables: given.map((_, index) =>
      (answers.tables.get(`q${index}`)?.rows ?? []).map((row) =>
        row.map((cell) => {
          if (cell.kind === 'number') return cell.exact;
          return 'value' in cell ? String(cell.value) : null;
        }),
      ),
    ),
    said: messages.map(said).flatMap((text) => (text.includes('query-skipped') ? [] : [text.replace(/^1:1 /, '')])),
    sources: answers.sources,
  };
}
