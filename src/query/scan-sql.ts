/** A half-open range of an SQL text. */
export interface SqlRange {
  readonly start: number;
  readonly end: number;
}

/** The range of the word, number, quoted name or sign at an offset; at the end of the text, of the last one. */
export function tokenAt(sql: string, offset: number): SqlRange {
  TOKEN.lastIndex = offset;
  const match = TOKEN.exec(sql);
  if (match) return { start: offset, end: TOKEN.lastIndex };
  const last = [...tokens(sql)].filter(({ start }) => start < offset).at(-1);
  return last ?? { start: 0, end: 0 };
}

/** The first token of each statement; none for a text of blanks and comments. */
export function statementStarts(sql: string): readonly SqlRange[] {
  const starts: SqlRange[] = [];
  let fresh = true;
  for (const token of tokens(sql)) {
    const isEnd = sql.slice(token.start, token.end) === ';';
    if (fresh && !isEnd) starts.push(token);
    fresh = isEnd;
  }
  return starts;
}

/** The first place of a bare word, case folded, outside quotes and comments. */
export function findWord(sql: string, word: RegExp): SqlRange | undefined {
  for (const token of tokens(sql)) if (word.test(sql.slice(token.start, token.end))) return token;
  return undefined;
}

const BLANK = /\s+|--[^\n]*|\/\*[^]*?(?:\*\/|$)/y;
const TOKEN = /'(?:[^']|'')*'?|"(?:[^"]|"")*"?|(\$[\p{L}_]*\$)[^]*?(?:\1|$)|\$?[\p{L}\p{N}_]+|\S/uy;

function* tokens(sql: string): Generator<SqlRange> {
  let at = 0;
  while (at < sql.length) {
    BLANK.lastIndex = at;
    if (BLANK.test(sql)) {
      at = BLANK.lastIndex;
      continue;
    }
    TOKEN.lastIndex = at;
    const start = at;
    at = TOKEN.test(sql) ? TOKEN.lastIndex : at + 1;
    yield { start, end: at };
  }
}
