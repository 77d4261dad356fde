import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';
import { proseLines, type Line } from './prose-lines.js';

/** No text of a person has more, and the work of Markdown's parser grows as the square: it would take minutes. */
const MOST = { levels: 50, characters: 20_000, signs: 1000, tables: 500, paragraphs: 5000, prose: 300_000 };

/**
 * Says where a text is past all reason, before Markdown is asked: lists and quotes within each other, a paragraph
 * without an end or full of signs, tables without number, more words than a book has. It looks at lines only, so in doubt it lets a text through.
 */
export function checkSize(source: SourceFile): Message | undefined {
  const levels: number[] = [];
  let paragraph = NOTHING;
  let tables = 0;
  let paragraphs = 0;
  let prose = 0;
  let isTable = false;
  const body = FRONT_MATTER.exec(source.text)?.[0].length ?? 0;
  for (const line of proseLines(source.text)) {
    if (line.start < body) continue;
    const { start, isItem, tooDeep } = enter(line, levels);
    if (tooDeep !== undefined) return levelMessage(source, tooDeep, MOST.levels + 1);
    const text = line.text.slice(start);
    const isBlank = text.trim() === '';
    if (paragraph.characters > 0 && UNDERLINE.test(text)) {
      isTable = true;
      tables += 1;
      if (tables > MOST.tables) return tooMany(source, line, 'table or underlined line', MOST.tables);
    } else if (isBlank || RULE.test(text)) isTable = false;
    const isNew =
      isBlank || paragraph.characters === 0 || isItem || isTable || HEADING.test(text) || HEADING.test(paragraph.text);
    if (isNew && !isBlank) paragraphs += 1;
    if (paragraphs > MOST.paragraphs) return tooMany(source, line, 'paragraph, item or row', MOST.paragraphs);
    if (!isBlank) prose += text.length;
    if (prose > MOST.prose) return tooMuchProse(source, line);
    paragraph = addLine(isNew ? NOTHING : paragraph, text, line.start + start);
    const message = tooLong(source, paragraph);
    if (message) return message;
  }
  return undefined;
}

/** A message that something stands too deep. */
export function levelMessage(source: SourceFile, start: number, level: number): Message {
  return messageAt(
    source,
    { start, end: start + 1 },
    'draft-too-deep',
    `Unexpected level ${level} of quotes, lists or emphasis within each other, expected at most ${MOST.levels}`,
  );
}

const FRONT_MATTER = /^\ufeff?---[ \t]*(?:\r\n|\r|\n)[^]*?[\r\n]---[ \t]*(?:[\r\n]|$)/;

/** `>`, a list's sign or a footnote's label: what holds the rest of its line. */
const HOLDER = /[ \t]*(>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|\[\^[^\]\s]+\]:)/y;
const RULE = /^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const HEADING = /^[ \t]*#{1,6}(?:[ \t]|$)/;
const UNDERLINE = /^[ \t]*(?:=+|[|:]*-[-|: \t]*)$/;
const SIGN = /[*_~`[\]<]/g;

/** Passes what holds a line, and keeps the columns of what is open. */
function enter({ text, start }: Line, levels: number[]): { start: number; isItem: boolean; tooDeep?: number } {
  let isItem = false;
  HOLDER.lastIndex = 0;
  let at = 0;
  if (RULE.test(text)) return { start: at, isItem };
  for (let match = HOLDER.exec(text); match; match = HOLDER.exec(text)) {
    const [whole, sign = ''] = match;
    const column = match.index + whole.length - sign.length;
    while ((levels.at(-1) ?? -1) >= column) levels.pop();
    levels.push(column);
    if (levels.length > MOST.levels) return { start: at, isItem, tooDeep: start + column };
    isItem ||= sign !== '>';
    at = HOLDER.lastIndex;
  }
  return { start: at, isItem };
}

interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly characters: number;
  readonly signs: number;
  /** Its last line. */
  readonly text: string;
}

const NOTHING: Paragraph = { start: 0, end: 0, characters: 0, signs: 0, text: '' };

function addLine(paragraph: Paragraph, text: string, start: number): Paragraph {
  if (text.trim() === '') return NOTHING;
  return {
    start: paragraph.characters === 0 ? start : paragraph.start,
    end: start + text.length,
    characters: paragraph.characters + text.length,
    signs: paragraph.signs + (text.match(SIGN)?.length ?? 0),
    text,
  };
}

function tooLong(source: SourceFile, { start, end, characters, signs }: Paragraph): Message | undefined {
  const problem =
    characters > MOST.characters
      ? `more than ${grouped(MOST.characters)} characters`
      : signs > MOST.signs
        ? `more than ${grouped(MOST.signs)} of the signs \`*\`, \`_\`, \`~\`, \`[\`, \`]\`, \`<\` and \`\`\` \` \`\`\``
        : undefined;
  if (problem === undefined) return undefined;
  const span = { start, end: Math.min(end, start + 1) };
  return messageAt(source, span, 'draft-too-large', `Unexpected paragraph of ${problem}`, 'Part it with empty lines');
}

function tooMuchProse(source: SourceFile, { start, text }: Line): Message {
  return messageAt(
    source,
    { start, end: start + text.length },
    'draft-too-large',
    `Unexpected text of more than ${grouped(MOST.prose)} characters, expected at most that, without queries and charts`,
    'Make drafts of its parts',
  );
}

function tooMany(source: SourceFile, { start, text }: Line, what: string, most: number): Message {
  return messageAt(
    source,
    { start, end: start + text.length },
    'draft-too-large',
    `Unexpected ${what} number ${grouped(most + 1)}, expected at most ${grouped(most)}`,
    'Make drafts of its parts; a list of data is a query’s business',
  );
}

function grouped(count: number): string {
  return count.toLocaleString('en-GB');
}
