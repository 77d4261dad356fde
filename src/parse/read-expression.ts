import type { Expression, LiteralExpression, Pair, PathExpression, PathSegment } from '../model/expression.js';
import { refuseCharacter } from './refuse-tag.js';
import { NAME, type TagReader } from './tag-reader.js';

const DIGITS = /\d+/y;
const NUMBER = /-?\d+(?:\.\d+)?(?![\p{L}\d_])/uy;

/** More is a query's business; without a bound a draft could exhaust the stack. */
const MOST_BRACKETS = 20;

/** Reads a call when something follows the head, else the head itself. */
export function readCallOrPath(reader: TagReader, depth = 0): Expression {
  const start = reader.at;
  const head = readArgument(reader, depth);
  const headEnd = reader.at;
  let end = headEnd;
  const args: Expression[] = [];
  const pairs: Pair[] = [];
  reader.space();
  while (!reader.atEnd && reader.character !== ')') {
    expectSpace(reader, end);
    const pair = readPair(reader, pairs, depth);
    if (pair) pairs.push(pair);
    else args.push(readArgument(reader, depth));
    end = reader.at;
    reader.space();
  }
  if (args.length === 0 && pairs.length === 0) return head;
  const name = head.type === 'path' && !head.at && head.segments.length === 1 ? head.segments[0] : undefined;
  if (!name) refuseHead(reader, head, start, headEnd);
  return { type: 'call', name: name.text, nameSpan: name.span, args, pairs, span: reader.span(start, end) };
}

/** Refuses two values without a space between them: `q-1` is no call of `q`. */
export function expectSpace(reader: TagReader, end: number): void {
  if (reader.at > end || reader.atEnd) return;
  if (!/[\p{L}\d_@"'(]/u.test(reader.character)) refuseCharacter(reader);
  reader.fail(`Unexpected \`${reader.character}\`, expected a space before it`, 'Arguments are parted by spaces');
}

/** Reads a string, a number, a call in brackets or a path. */
export function readArgument(reader: TagReader, depth = 0): Expression {
  reader.space();
  const start = reader.at;
  const { character } = reader;
  if (character === '"' || character === "'") return readString(reader, character);
  if (character === '(') return readBrackets(reader, depth + 1);
  const number = reader.take(NUMBER);
  if (number !== undefined) return { type: 'literal', value: Number(number), span: reader.span(start) };
  refuseCharacter(reader);
  return literalWord(readPath(reader));
}

/** Reads `name=value`; `undefined` where there is none. */
export function readPair(reader: TagReader, earlier: readonly Pair[], depth = 0): Pair | undefined {
  const start = reader.at;
  const name = reader.take(NAME);
  if (name === undefined) return undefined;
  const nameSpan = reader.span(start);
  if (reader.character !== '=' || reader.characterAt(reader.at + 1) === '=') {
    reader.at = start;
    return undefined;
  }
  if (earlier.some((pair) => pair.name === name))
    reader.fail(`Unexpected second \`${name}=\``, undefined, start, reader.at + 1);
  reader.at += 1;
  const value = readArgument(reader, depth);
  return { name, nameSpan, value, span: reader.span(start) };
}

function readBrackets(reader: TagReader, depth: number): Expression {
  const start = reader.at;
  if (depth > MOST_BRACKETS)
    reader.fail(`Unexpected \`(\`, expected at most ${MOST_BRACKETS} within each other`, 'Let the query compute it');
  reader.at += 1;
  const call = readCallOrPath(reader, depth);
  reader.space();
  if (reader.character !== ')') reader.fail('Unexpected end of the tag, expected `)`', undefined, start, start + 1);
  reader.at += 1;
  if (call.type === 'call') return { ...call, span: reader.span(start) };
  return reader.fail(
    'Unexpected brackets around a value, expected a helper with its arguments',
    'Leave the brackets out',
    start,
    reader.at,
  );
}

function readString(reader: TagReader, quote: string): LiteralExpression {
  const start = reader.at;
  let value = '';
  reader.at += 1;
  for (;;) {
    const character = reader.text[reader.at];
    if (character === undefined)
      reader.fail(`Unexpected end of the tag, expected a closing \`${quote}\``, undefined, start, reader.text.length);
    reader.at += 1;
    if (character === quote) break;
    const next = reader.text[reader.at];
    if (character === '\\' && next === '\\' && isClosing(reader, quote)) refuseLastBackslash(reader, start);
    if (character === '\\' && (next === quote || next === '\\' || next === '|')) {
      value += next;
      reader.at += 1;
    } else value += character === '\n' ? ' ' : character;
  }
  return { type: 'literal', value, span: reader.span(start) };
}

/** Whether the backslash here is the last character before a closing quote. */
function isClosing({ text, at }: TagReader, quote: string): boolean {
  return text[at + 1] === quote;
}

/** To Handlebars the second backslash would make the quote a part of the text. */
function refuseLastBackslash(reader: TagReader, start: number): never {
  const note =
    'A backslash stands before a quote, a bar or a backslash that is meant; the text has to end in another way';
  return reader.fail('Unexpected backslash at the end of a text', note, start, reader.at + 2);
}

function readPath(reader: TagReader): PathExpression {
  const start = reader.at;
  const at = reader.character === '@';
  if (at) reader.at += 1;
  const segments = [readHead(reader)];
  while (reader.character === '.') {
    reader.at += 1;
    segments.push(readSegment(reader));
  }
  if (reader.character === '[')
    reader.fail(
      'Unexpected `[`, expected a dot before it',
      `Write \`${reader.text.slice(start, reader.at)}.[…]\``,
      reader.at,
    );
  return { type: 'path', at, segments, span: reader.span(start) };
}

function readHead(reader: TagReader): PathSegment {
  const start = reader.at;
  const name = reader.take(NAME);
  if (name !== undefined) return { text: name, kind: 'name', span: reader.span(start) };
  const found = reader.atEnd ? 'end of the tag' : `\`${reader.character}\``;
  return reader.fail(`Unexpected ${found}, expected a name after \`@\``, undefined, reader.atEnd ? start - 1 : start);
}

function readSegment(reader: TagReader): PathSegment {
  const start = reader.at;
  const name = reader.take(NAME);
  if (name !== undefined) return { text: name, kind: 'name', span: reader.span(start) };
  const digits = reader.take(DIGITS);
  if (digits !== undefined) return { text: digits, kind: 'digits', span: reader.span(start) };
  if (reader.character !== '[')
    reader.fail('Unexpected end of the path, expected a column after the dot', undefined, start - 1, start);
  const end = reader.text.indexOf(']', start);
  if (end < 0) reader.fail('Unexpected end of the tag, expected `]`', undefined, start, reader.text.length);
  if (end === start + 1) reader.fail('Unexpected `[]`, expected a name in it', undefined, start, end + 1);
  reader.at = end + 1;
  return { text: reader.text.slice(start + 1, end), kind: 'bracketed', span: reader.span(start) };
}

/** `true`, `false` and `null` are no names. */
function literalWord(path: PathExpression): PathExpression | LiteralExpression {
  const word = path.segments.length === 1 && !path.at ? path.segments[0]?.text : undefined;
  if (word === 'true' || word === 'false') return { type: 'literal', value: word === 'true', span: path.span };
  return word === 'null' ? { type: 'literal', value: null, span: path.span } : path;
}

function refuseHead(reader: TagReader, head: Expression, start: number, headEnd: number): never {
  const written = reader.text.slice(start, headEnd).trim();
  const rest = reader.text.slice(headEnd).trim();
  const restStart = reader.text.indexOf(rest, headEnd);
  if (head.type !== 'path' || head.at)
    reader.fail(
      `Unexpected \`${rest}\` after \`${written}\`, expected a helper’s name first`,
      undefined,
      restStart,
      restStart + rest.length,
    );
  const last = head.segments.at(-1)?.text ?? '';
  const column = `${written.slice(0, written.length - last.length)}[${last} ${rest}]`;
  return reader.fail(
    `Unexpected \`${rest}\` after \`${written}\`, which is no helper`,
    `A column with a space in its name is written \`${column}\``,
    restStart,
    restStart + rest.length,
  );
}
