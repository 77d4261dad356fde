import type { Message } from '../../src/diagnostic/message.js';
import { DEFAULTS } from '../../src/model/defaults.js';
import type { Draft } from '../../src/model/draft.js';
import type { SourceFile } from '../../src/model/position.js';
import { parseDraft } from '../../src/parse/parse-draft.js';

/** Four lines, so that a draft's text starts on line 5. */
export const FRONT_MATTER = '---\ntitle: A title\ndate: 2021-09-24\n---\n';

/** The lines before a draft's text. */
const HEAD_LINES = 4;

/** Parses a whole file. */
export function parseFile(text: string): {
  draft: Draft | undefined;
  messages: readonly Message[];
  source: SourceFile;
} {
  const source: SourceFile = { path: 'draft.md', text };
  const { value, messages } = parseDraft(source, { slug: 'draft', defaults: DEFAULTS });
  return { draft: value, messages, source };
}

/** Parses a draft's text below a front matter that is right. */
export function parseText(text: string): { draft: Draft; messages: readonly Message[]; source: SourceFile } {
  const { draft, messages, source } = parseFile(FRONT_MATTER + text);
  if (!draft) throw new Error('A draft with this front matter is parsed');
  return { draft, messages, source };
}

/** Parses a text that has to be right. */
export function parseRight(text: string): Draft {
  const { draft, messages } = parseText(text);
  if (messages.length > 0) throw new Error(messages.map((message) => show(message)).join('\n'));
  return draft;
}

/** A message as one line; its line counts from the first of the draft's text. */
export function show({ place, rule, reason, note }: Message, from: number = HEAD_LINES): string {
  return `${(place?.line ?? 0) - from}:${place?.column ?? 0} ${rule}: ${reason}${note === undefined ? '' : ` (${note})`}`;
}

/** The messages about a text, without their notes. */
export function messagesOf(text: string): string[] {
  return parseText(text).messages.map((message) => show({ ...message, note: undefined }));
}

/** The part of the source that a message points at. */
export function pointedAt({ place }: Message, source: SourceFile): string {
  if (!place) throw new Error('A message about a draft has a place');
  const starts = [0, ...Array.from(source.text.matchAll(/\r\n|\n|\r/g), ({ index, 0: end }) => index + end.length)];
  const offset = (line: number, column: number): number => (starts[line - 1] ?? 0) + column - 1;
  return source.text.slice(offset(place.line, place.column), offset(place.endLine, place.endColumn));
}
