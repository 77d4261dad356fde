import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locate } from '../../src/diagnostic/locate.js';
import { parseSqlFile } from '../../src/parse/parse-sql-file.js';

function parse(text: string) {
  const source = { path: 'shared.sql', text };
  const { value, messages } = parseSqlFile({ source, record: { file: 'shared.sql', bytes: 0, hash: '' } });
  return {
    source,
    queries: value,
    short: value.map(({ name, key, expectNone, sql }) => [name, key, expectNone, sql.text]),
    said: messages.map(
      ({ place, rule, reason, note }) => `${place?.line}:${place?.column} ${rule}: ${reason} (${note})`,
    ),
  };
}

test('each statement below a name is a query, with its key or what it expects', () => {
  const { short, said } = parse(
    [
      '/* shared by all drafts */',
      '-- name: reach key=lang',
      '-- Posts by language',
      'SELECT lang, n',
      'FROM posts; -- done',
      '',
      '  --NAME : no_future expect-none',
      'SELECT * FROM posts WHERE day > as_of()',
      '-- a last word',
    ].join('\n'),
  );
  expect(said).toEqual([]);
  expect(short).toEqual([
    ['reach', 'lang', false, '-- Posts by language\nSELECT lang, n\nFROM posts'],
    ['no_future', undefined, true, 'SELECT * FROM posts WHERE day > as_of()'],
  ]);
});

test('semicolons and names in quotes, comments and dollar quotes part nothing', () => {
  const body = [
    'SELECT \';\' AS "a;b", $$; -- name: x',
    "-- name: y$$ AS c, $t$;$t$ AS d, E'it\\'s;' AS e -- name: z",
    '/* ;',
    '-- name: w',
    "*/ WHERE 'it''s;' <> ''",
  ].join('\n');
  const { short, said } = parse(`-- name: q\n${body};\n;`);
  expect([said, short]).toEqual([[], [['q', undefined, false, body]]]);
});

test('the SQL stands where it is, whatever ends its lines', () => {
  const { queries, source } = parse('-- name: q\r\n\r\n   SELECT 1 AS a,\r\n  2 AS b;\r\n');
  const [query] = queries;
  expect(query?.sql.text).toBe('SELECT 1 AS a,\n  2 AS b');
  const at = (offset: number) => locate(source, { start: offset, end: offset });
  expect(query?.sql.lineOffsets.map(at).map(({ line, column }) => [line, column])).toEqual([
    [3, 4],
    [4, 1],
  ]);
  expect(query && source.text.slice(query.nameSpan.start, query.nameSpan.end)).toBe('q');
});

describe('what is wrong in a file is told at its place', () => {
  const above = '(Write `-- name: NAME` on the line above it)';
  test.each([
    ['SELECT 1', `1:1 import-syntax: Unexpected statement \`SELECT\` without a name ${above}`],
    ['\n-- name daily\nFROM t', `3:1 import-syntax: Unexpected statement \`FROM\` without a name ${above}`],
    ['-- name: a\nFROM t;\nFROM u;', `3:1 import-syntax: Unexpected second statement \`FROM\` of \`a\` ${above}`],
    [
      '-- name: a\n-- name: b\nFROM t',
      '1:1 import-syntax: Unexpected name `a` without a query (Write one SELECT below it)',
    ],
    ['-- name: a\n;', '1:1 import-syntax: Unexpected name `a` without a query (Write one SELECT below it)'],
    [
      '-- name:\nFROM t',
      '1:1 block-name: Unexpected `-- name:` without a name (Write the name right after it: -- name: daily)',
    ],
    [
      '-- name: top-10\nFROM t',
      '1:10 block-name: Unexpected name `top-10`, expected letters, digits and `_`, a letter first (For example `top_10`)',
    ],
    [
      '-- name: a :one\nFROM t',
      '1:12 block-name: Unexpected `:one` after the name `a` (A query takes `key=COLUMN` or `expect-none`)',
    ],
    [
      '-- name: a expect_none\nFROM t',
      '1:12 block-name: Unexpected `expect_none` after the name `a` (Did you mean `expect-none`?)',
    ],
    [
      "-- name: a\nSELECT 'x;\n-- name: b\nFROM t",
      '2:8 import-syntax: This text, quoted name or comment is not closed, and takes in all that follows (Add what closes it)',
    ],
    [
      '-- name: a\nFROM t /* x',
      '2:8 import-syntax: This text, quoted name or comment is not closed, and takes in all that follows (Add what closes it)',
    ],
    [
      '-- name: a\nSELECT {{b.n}}',
      '2:8 tag-place: Unexpected tag inside SQL (Read the other query as a table: `WHERE name = (SELECT name FROM other)`)',
    ],
  ])('%j', (text, message) => {
    expect(parse(text).said).toEqual([message]);
  });
});

test('a file of tens of thousands of statements is read like one of a few', () => {
  const text = Array.from({ length: 30_000 }, (_, at) => `-- name: q${at}\nSELECT ${at} AS n;`).join('\n');
  const { queries, said } = parse(text);
  expect([queries.length, queries.at(-1)?.sql.text, said]).toEqual([30_000, 'SELECT 29999 AS n', []]);
});

test('any text is taken apart without a fault, and nothing of it is in two queries', () => {
  const pieces = [
    '-- name: a\n',
    '--name:b key=x\n',
    "'",
    "E'",
    '"',
    '--',
    '/*',
    '*/',
    '$$',
    ';',
    '\n',
    '\r\n',
    ' ',
    'FROM t',
    '🦆',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces)), (list) => {
      const { queries, source } = parse(list.join(''));
      let last = 0;
      for (const { span, sql } of queries) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        last = span.end;
        const line = sql.text.split('\n')[0] ?? '';
        expect(source.text.slice(sql.lineOffsets[0], (sql.lineOffsets[0] ?? 0) + line.length)).toBe(line);
      }
    }),
  );
});
