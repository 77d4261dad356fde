import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { Expression, Tag } from '../model/expression.js';
import type { Embedded, SourceFile, Span } from '../model/position.js';
import { isBlockName, readCloseTag, readElseTag, readOpenTag } from './read-block-tag.js';
import { readCallOrPath } from './read-expression.js';
import { expectEnd, refuseForeignForms } from './refuse-tag.js';
import { TagError, TagReader } from './tag-reader.js';

/**
 * Parses what stands between `{{` and `}}`: a strict subset of Handlebars' grammar. A block tag that cannot be read
 * still comes out as one, without arguments, so that its partner is not blamed too.
 *
 * @param inner The text between the braces, with its place in the source.
 * @param span The whole tag in the source, braces included.
 */
export function parseTag(
  source: SourceFile,
  inner: Embedded,
  span: Span,
): { tag: Tag | undefined; messages: readonly Message[] } {
  const { value, messages } = attempt(source, () => readTag(new TagReader(inner, span)));
  return { tag: value ?? unreadTag(inner.text, span), messages };
}

/** Parses an expression that stands alone, as after `check:`. */
export function parseExpression(
  source: SourceFile,
  text: Embedded,
  span: Span,
): { expression: Expression | undefined; messages: readonly Message[] } {
  const { value, messages } = attempt(source, () => readExpression(new TagReader(text, span)));
  return { expression: value, messages };
}

function attempt<T>(source: SourceFile, read: () => T): { value: T | undefined; messages: readonly Message[] } {
  try {
    return { value: read(), messages: [] };
  } catch (error) {
    if (!(error instanceof TagError)) throw error;
    return { value: undefined, messages: [messageAt(source, error.span, 'tag-syntax', error.message, error.note)] };
  }
}

function readTag(reader: TagReader): Tag {
  const span = reader.whole;
  if (reader.text.startsWith('!')) return { kind: 'comment', span };
  refuseForeignForms(reader);
  reader.space();
  if (reader.character === '#') return readOpenTag(reader);
  if (reader.character === '/') return readCloseTag(reader);
  if (/^else(?![\p{L}\p{N}_.])/u.test(reader.text.slice(reader.at))) return readElseTag(reader);
  return { kind: 'output', expression: readExpression(reader), source: reader.source, span };
}

function readExpression(reader: TagReader): Expression {
  reader.space();
  if (reader.atEnd)
    reader.fail('Unexpected empty tag, expected a name or a helper', 'Write `{{query.column}}`', 0, reader.text.length);
  const expression = readCallOrPath(reader);
  expectEnd(reader, 'Unexpected text after the expression');
  return expression;
}

function unreadTag(text: string, span: Span): Tag | undefined {
  const name = /^\s*#([\p{L}_][\p{L}\p{N}_]*)/u.exec(text)?.[1];
  const open = { kind: 'open', args: [], pairs: [], local: undefined, span } as const;
  if (name !== undefined) return isBlockName(name) ? { ...open, name } : { ...open, name: 'if', unknown: name };
  return /^\s*else\s/.test(text) ? { kind: 'else', name: undefined, args: [], span } : undefined;
}
