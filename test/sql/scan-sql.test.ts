import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWord, statementStarts, tokenAt, tokensIn, withoutComments } from '../../src/sql/scan-sql.js';

test('statements are parted by semicolons outside quotes and comments', () => {
  const sql = '-- a; b\nselect \';\' as ";", $$;$$, $x$;$x$ /* ; */; ;\n/* c */ values (1);';
  expect(statementStarts(sql).map(({ start, end }) => sql.slice(start, end))).toEqual(['select', 'values']);
  for (const blank of ['', '  \n', '-- only this', '/* not closed', ';;']) expect(statementStarts(blank)).toEqual([]);
});

test('escaped text, comments within each other and names with `$` end where the engine ends them', () => {
  const second = (sql: string): string | undefined => {
    const [, range] = statementStarts(sql);
    return range && sql.slice(range.start, range.end);
  };
  expect(second("select E'it\\'s; one' as x")).toBeUndefined();
  expect(second("select e'\\\\'; two")).toBe('two');
  expect(second("select date'\\'; two")).toBe('two');
  expect(second('select 1 /* a /* b */ ; c */ + 1')).toBeUndefined();
  expect(second('select 1 /* a /* b */ */; two')).toBe('two');
  expect(second('select $_1$;$2$;$_1$')).toBeUndefined();
  expect(second('select a$x$; two$x$')).toBe('two$x$');
  expect(second('select 1 -- a\r; two')).toBe('two');
});

test('a token is found whole at its place, and at the end of the text the last one', () => {
  const sql = 'select été, \'it\'\'s\', "a ""b" from';
  const at = (text: string): string => {
    const { start, end } = tokenAt(sql, sql.indexOf(text));
    return sql.slice(start, end);
  };
  expect(at('été')).toBe('été');
  expect(at("'it")).toBe("'it''s'");
  expect(at('"a')).toBe('"a ""b"');
  expect(at(',')).toBe(',');
  expect(tokenAt(sql, sql.length)).toEqual({ start: sql.length - 4, end: sql.length });
});

test('any text is scanned to its end', () => {
  const pieces = fc.constantFrom("'", "E'", '"', '--', '/*', '*/', '$$', '$a$', ';', '\n', ' ', 'a', 'é', '🦆', '\\');
  fc.assert(
    fc.property(fc.array(pieces), (list) => {
      const sql = list.join('');
      for (const { start, end } of statementStarts(sql)) expect(end).toBeGreaterThan(start);
      expect(findWord(sql, /^nothing$/)).toBeUndefined();
    }),
  );
});

test.each([
  [
    '-- a note\nSELECT 1 AS n -- one\n  -- another\n  , 2 AS m /* two */\nFROM t -- the end',
    'SELECT 1 AS n\n  , 2 AS m\nFROM t',
  ],
  ['SELECT/* a */1/* b */AS/* c */n', 'SELECT 1 AS n'],
  ['SELECT \'-- no /* comment */\' AS a, "--b", $$--c$$', 'SELECT \'-- no /* comment */\' AS a, "--b", $$--c$$'],
  ['SELECT 1\n\n/* a\nb /* c */ d */\n\nAS n', 'SELECT 1\n\n\nAS n'],
  ['SELECT 1 -- a\r\nAS n', 'SELECT 1\r\nAS n'],
  ['-- nothing else', ''],
])('%j without its comments', (sql, bare) => {
  expect(withoutComments(sql)).toBe(bare);
});

test('what is left of an SQL text has the tokens it had, and no comment', () => {
  const pieces = fc.constantFrom("'", "E'", '"', '--', '/*', '*/', '$$', ';', '\n', ' ', 'a', '1', '+', 'é');
  const tokens = (sql: string): string[] =>
    tokensIn(sql, { start: 0, end: sql.length }).map(({ start, end }) => sql.slice(start, end));
  fc.assert(
    fc.property(fc.array(pieces), (list) => {
      const sql = list.join('');
      const bare = withoutComments(sql);
      expect(tokens(bare)).toEqual(tokens(sql));
      expect(withoutComments(bare)).toBe(bare);
    }),
    { numRuns: 2000 },
  );
});
