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

/** The comments that begin with `--`, each to the end of its line; what looks like one in quotes is none. */
export function lineComments(sql: string): readonly SqlRange[] {
  return [...parts(sql)].filter(({ start, isToken }) => !isToken && sql.startsWith('--', start));
}

/** An SQL text without its comments, and without the lines that held nothing else; what looks like one in quotes stays. */
export function withoutComments(sql: string): string {
  let bare = '';
  let isAfterComment = false;
  for (const { start, end, isToken } of parts(sql)) {
    const text = sql.slice(start, end);
    if (!isToken && text.trim() !== '') {
      isAfterComment = true;
      continue;
    }
    // A line that was nothing but a comment goes, and a space before one at the end of its line
    if (isAfterComment && /^[^\S\n]*\r?\n/.test(text)) {
      const line = bare.replace(/[^\S\n]+$/, '');
      bare = line + (line === '' || line.endsWith('\n') ? text.replace(/^[^\S\n]*\r?\n/, '') : text);
    } else bare += isAfterComment && isToken && /\S$/.test(bare) ? ` ${text}` : text;
    isAfterComment = false;
  }
  return isAfterComment ? bare.trimEnd() : bare;
}

/** The tokens of a part of the text that begins and ends outside of quotes and comments. */
export function tokensIn(sql: string, { start, end }: SqlRange): readonly SqlRange[] {
  return Array.from(tokens(sql.slice(start, end)), (token) => ({ start: start + token.start, end: start + token.end }));
}

/** The start of a text, a quoted name or a comment that is never closed, and so goes on to the end. */
export function unclosedStart(sql: string): number | undefined {
  const last = [...parts(sql)].at(-1);
  if (!last) return undefined;
  const text = sql.slice(last.start, last.end);
  const opening = /^(?:[eE]?'|"|\/\*|\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$)/u.exec(text)?.[0];
  // What is open takes in whatever follows
  if (opening === undefined) return undefined;
  return [...parts(`${sql}\n;`)].at(-1)?.start === last.start ? last.start : undefined;
}

const SPACE = /\s+|--[^\r\n]*/y;
const COMMENT_EDGE = /\/\*|\*\//g;

/** Escaped text `E'…'`, text, a quoted name, text between `$tag$`s, a parameter, a number, a word, any other sign. */
const TOKEN =
  /[eE]'(?:[^'\\]|''|\\[^])*(?:'|\\?$)|'(?:[^']|'')*'?|"(?:[^"]|"")*"?|(\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$)[^]*?(?:\1|$)|\$[\p{L}\p{N}_]+|\p{N}[\p{L}\p{N}_]*|[\p{L}_][\p{L}\p{M}\p{N}_$]*|\S/uy;

function* tokens(sql: string): Generator<SqlRange> {
  for (const { start, end, isToken } of parts(sql)) if (isToken) yield { start, end };
}

/** Tokens, and what stands between them: blanks and comments. */
function* parts(sql: string): Generator<SqlRange & { readonly isToken: boolean }> {
  let start = 0;
  while (start < sql.length) {
    let end = blankEnd(sql, start);
    const isToken = end === start;
    if (isToken) {
      TOKEN.lastIndex = start;
      end = TOKEN.test(sql) ? TOKEN.lastIndex : start + 1;
    }
    yield { start, end, isToken };
    start = end;
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
