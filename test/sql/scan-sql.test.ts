import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWord, statementStarts, tokenAt } from '../../src/sql/scan-sql.js';

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
