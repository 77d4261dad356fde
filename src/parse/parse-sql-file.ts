import { messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { ImportedFile, QueryBlock } from '../model/draft.js';
import type { Span } from '../model/position.js';
import { lineComments, statementStarts, tokensIn, unclosedStart, type SqlRange } from '../sql/scan-sql.js';
import { embeddedPart } from './embedded-lines.js';
import { readHead, wordsIn } from './read-head.js';
import { reportTag } from './report-tag.js';

/**
 * Parses an SQL file whose statements have names: `-- name: reach key=lang` stands on the line above each. What a line
 * like it says inside of quotes or of a comment is no name.
 */
export function parseSqlFile({ source, record }: ImportedFile): Outcome<readonly QueryBlock[]> {
  const { text } = source;
  const messages: Message[] = [];
  const complain = (span: Span, reason: string, note: string): void => {
    messages.push(messageAt(source, span, 'import-syntax', reason, note));
  };
  const open = unclosedStart(text);
  if (open !== undefined) {
    const reason = 'This text, quoted name or comment is not closed, and takes in all that follows';
    complain({ start: open, end: open + 1 }, reason, 'Add what closes it');
    return { value: [], messages };
  }
  const names = nameLines(text);
  for (const { start, end } of statementStarts(text.slice(0, names[0]?.start))) {
    const reason = `Unexpected statement \`${text.slice(start, end)}\` without a name`;
    complain({ start, end }, reason, 'Write `-- name: NAME` on the line above it');
  }
  const queries = names.flatMap((line, index): QueryBlock[] => {
    const words = wordsIn(text, { start: line.words, end: line.end });
    const head = readHead(words, { source, lang: 'sql', line, ...NAMES });
    messages.push(...head.messages);
    const section = { start: line.end, end: names[index + 1]?.start ?? text.length };
    const { first, others } = statements(text, section);
    if (!first) {
      const reason = `Unexpected name${head.value ? ` \`${head.value.name}\`` : ''} without a query`;
      complain({ start: line.start, end: line.end }, reason, 'Write one SELECT below it');
      return [];
    }
    for (const { start, end } of others) {
      const reason = `Unexpected second statement \`${text.slice(start, end)}\`${head.value ? ` of \`${head.value.name}\`` : ''}`;
      complain({ start, end }, reason, 'Write `-- name: NAME` on the line above it');
    }
    if (!head.value) return [];
    const start = line.end + (/^\s*/.exec(text.slice(line.end))?.[0].length ?? 0);
    const sql = embeddedPart(
      { start, end: first.end, text: text.slice(start, first.end) },
      { text, toSource: (offset) => offset },
    );
    messages.push(...reportTag(sql, source));
    const span = { start: line.start, end: first.end };
    return [{ ...head.value, sql, span, source, importedFrom: record }];
  });
  return { value: queries, messages };
}

/** What messages about a name's line call its place. */
const NAMES = { missing: 'Unexpected `-- name:` without a name', example: '-- name: daily' } as const;

interface NameLine extends SqlRange {
  /** Where the words begin that stand behind `name:`. */
  readonly words: number;
}

/** The comments that give a name; each is the first thing on its line. */
function nameLines(text: string): readonly NameLine[] {
  return lineComments(text).flatMap(({ start, end }) => {
    const opening = /^--\s*name\s*:/i.exec(text.slice(start, end))?.[0];
    const isFirst = /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, start - 200), start));
    return opening !== undefined && isFirst ? [{ start, end, words: start + opening.length }] : [];
  });
}

/** The first statement of a section, and the first words of those behind it. */
function statements(
  text: string,
  section: SqlRange,
): { readonly first: SqlRange | undefined; readonly others: readonly SqlRange[] } {
  let first: SqlRange | undefined;
  const others: SqlRange[] = [];
  let isFresh = true;
  for (const token of tokensIn(text, section)) {
    const isEnd = text.slice(token.start, token.end) === ';';
    if (!isEnd && isFresh && first) others.push(token);
    if (!isEnd && others.length === 0) first = { start: first?.start ?? token.start, end: token.end };
    isFresh = isEnd;
  }
  return { first, others };
}
