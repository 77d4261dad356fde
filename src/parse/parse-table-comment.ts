import type { Html } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import { embeddedOffset, embeddedSpan } from '../diagnostic/locate.js';
import type { Message } from '../diagnostic/message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { Template } from '../model/draft.js';
import type { Embedded, Span } from '../model/position.js';
import { embeddedPart } from './embedded-lines.js';
import { mapSpan, spanOf, type InlineContext } from './inline-context.js';

/** `<!-- table: caption="…" id=ports landscape -->`, which stands above a table. */
export interface TableComment {
  readonly id: string | undefined;
  readonly idSpan: Span;
  readonly caption: Template | undefined;
  readonly landscape: boolean;
  readonly span: Span;
}

/** A key with its value, in quotes where it has spaces; a tag's own quotes end nothing. */
const ATTRIBUTE =
  /(?<key>[^\s=]+)(?:=(?:"(?<double>(?:\{\{[^]*?\}\}|[^"])*)"|'(?<single>(?:\{\{[^]*?\}\}|[^'])*)'|(?<bare>[^\s"']+)))?/g;

const KEYS = ['caption', 'id', 'landscape'];

/** True for a comment that means a table, whole or not. */
export function isTableComment(html: string): boolean {
  return /^<!--\s*table\s*:/.test(html);
}

/** Reads a table's comment; `undefined` for any other HTML. What cannot be read in it is a message. */
export function parseTableComment(node: Html, context: InlineContext): TableComment | undefined {
  const match = /^(<!--\s*table\s*:)((?:(?!-->)[^])*)-->\s*$/.exec(node.value);
  if (!match) return undefined;
  const span = spanOf(node, context);
  const text = commentText(node, (match[1] ?? '').length, (match[2] ?? '').length, context);
  let comment: TableComment = { id: undefined, idSpan: span, caption: undefined, landscape: false, span };
  for (const found of text.text.matchAll(ATTRIBUTE)) {
    const { key = '', double, single, bare } = found.groups ?? {};
    const quoted = double ?? single;
    const value = quoted ?? bare;
    const at = embeddedSpan(text, found.index, found.index + found[0].length);
    if (key === 'landscape' && value === undefined) comment = { ...comment, landscape: true };
    else if (key === 'id' && value !== undefined && /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(value))
      comment = { ...comment, id: value, idSpan: at };
    else if (key === 'caption' && quoted !== undefined && quoted.trim() !== '')
      comment = { ...comment, caption: caption(text, found.index + key.length + 2, quoted, context) };
    else context.messages.push(unexpected(found[0], key, at, context));
  }
  return comment;
}

/** What stands between the colon and the comment's end, each line with its place. */
function commentText(node: Html, skipped: number, length: number, context: InlineContext): Embedded {
  const start = (node.position?.start.offset ?? 0) + skipped;
  const end = start + length;
  const written = context.text.slice(start, end);
  return embeddedPart({ start, end, text: written }, context);
}

function caption(text: Embedded, start: number, words: string, context: InlineContext): Template {
  const lines = words.split('\n');
  let at = start;
  const lineOffsets = lines.map((line) => {
    const offset = embeddedOffset(text, at);
    at += line.length + 1;
    return offset;
  });
  const { value, messages } = context.parsePart(context.source, { text: words, lineOffsets });
  context.messages.push(...messages);
  return value;
}

function unexpected(written: string, key: string, at: Span, { source }: InlineContext): Message {
  return messageAt(
    source,
    at,
    'table-attributes',
    `Unexpected \`${written.replace(/\s+/g, ' ')}\` in a table’s comment`,
    attributeHint(key),
  );
}

function attributeHint(key: string): string {
  if (key === 'id') return 'Write `id=NAME`: letters, digits, `_` and `-`, a letter first';
  if (key === 'caption') return 'Write the caption in straight quotes: `caption="Boats by harbour"`';
  if (key === 'landscape') return 'Write `landscape` alone';
  const near = nearestName(key, KEYS);
  return near ? `Did you mean \`${near}\`?` : 'A table takes `caption="…"`, `id=NAME` and `landscape`';
}

/** Says that a table's comment has no table, or stands where it cannot be. */
export function strayTableComment(node: Html, why: string, context: InlineContext): Message {
  const { position } = node;
  const span = mapSpan({ start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }, context);
  return messageAt(
    context.source,
    span,
    'table-attributes',
    `Unexpected table comment ${why}`,
    'It stands alone on its line at the left margin, directly above the table',
  );
}
