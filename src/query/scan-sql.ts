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

const SPACE = /\s+|--[^\r\n]*/y;
const COMMENT_EDGE = /\/\*|\*\//g;

/** Escaped text `E'…'`, text, a quoted name, text between `$tag$`s, a parameter, a number, a word, any other sign. */
const TOKEN =
  /[eE]'(?:[^'\\]|''|\\[^])*(?:'|\\?$)|'(?:[^']|'')*'?|"(?:[^"]|"")*"?|(\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$)[^]*?(?:\1|$)|\$[\p{L}\p{N}_]+|\p{N}[\p{L}\p{N}_]*|[\p{L}_][\p{L}\p{M}\p{N}_$]*|\S/uy;

function* tokens(sql: string): Generator<SqlRange> {
  let at = 0;
  while (at < sql.length) {
    const blank = blankEnd(sql, at);
    if (blank > at) {
      at = blank;
      continue;
    }
    TOKEN.lastIndex = at;
    const start = at;
    at = TOKEN.test(sql) ? TOKEN.lastIndex : at + 1;
    yield { start, end: at };
  }
}

function blankEnd(sql: string, at: number): number {
  if (sql.startsWith('/*', at)) return commentEnd(sql, at);
  SPACE.lastIndex = at;
  return SPACE.test(sql) ? SPACE.lastIndex : at;
}

/** Comments stand within each other, as the SQL standard has it. */
function commentEnd(sql: string, at: number): number {
  let depth = 0;
  COMMENT_EDGE.lastIndex = at;
  for (let edge = COMMENT_EDGE.exec(sql); edge; edge = COMMENT_EDGE.exec(sql)) {
    depth += edge[0] === '/*' ? 1 : -1;
    if (depth === 0) return COMMENT_EDGE.lastIndex;
  }
  return sql.length;
}
