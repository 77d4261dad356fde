/** How much is escaped: what could mean something, or every sign there is. */
export type Care = 'some' | 'all';

/**
 * Writes words as Markdown that prints them: what the draft language would read as markup gets a backslash.
 * With `some` care, addresses and `• ` lists become Markdown's own; with `all`, every sign is escaped and every
 * address is words, which is ugly and leaves nothing to chance.
 */
export function escapeWords(text: string, care: Care = 'some'): string {
  const blocks = text.split('\n\n').map((block) => block.split('\n'));
  return blocks
    .map((lines, index) => {
      if (care === 'all') return lines.map((line) => escapeAll(line)).join('\n');
      const from = itemsFrom(lines);
      // Lists that only an empty line parts would become one
      const isBeside = (from === 0 && isItem(blocks[index - 1]?.at(-1))) || isItem(blocks[index + 1]?.[0]);
      const items = isBeside ? lines.length : from;
      const paired = pairedSigns(lines.join('\n'));
      return lines.map((line, at) => (at < items ? escapeLine(line, paired) : escapeItem(line, paired))).join('\n');
    })
    .join('\n\n');
}

const ITEM = /^(?:•|(?<number>\d{1,2})[.)])[ \t]+(?=\S)/;

function isItem(line: string | undefined): boolean {
  return line !== undefined && ITEM.test(line);
}

/** Where the lines of the list begin that ends a block: bullets, or numbers that count from 1. */
function itemsFrom(lines: readonly string[]): number {
  let from = lines.length;
  while (from > 0 && ITEM.test(lines[from - 1] ?? '')) from -= 1;
  const numbers = lines.slice(from).map((line) => ITEM.exec(line)?.groups?.['number']);
  const isBullets = numbers.every((number) => number === undefined);
  const isCount = numbers.length > 1 && numbers.every((number, index) => Number(number) === index + 1);
  return isBullets || isCount ? from : lines.length;
}

function escapeItem(line: string, paired: ReadonlySet<string>): string {
  const [mark = ''] = ITEM.exec(line) ?? [];
  return `${mark.replace('•', '-').trimEnd()} ${escapeLine(line.slice(mark.length), paired)}`;
}

const PAIRING = ['*', '_', '`', '~'] as const;

/** The signs that stand more than once in a block, since one alone makes nothing. */
function pairedSigns(block: string): ReadonlySet<string> {
  return new Set(PAIRING.filter((sign) => block.split(sign).length > 2));
}

/** An address in characters that every platform takes whole; it stands between spaces or plain punctuation. */
const ADDRESS =
  /(?<=^|[\s("“‘«„])https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:[/?#](?:[\w./~%+&=?#:@!$,;*'-]*[\w/=-])?)?(?=[.,;:!?…)\]}”’»"']*(?:\s|$))/gi;

function escapeLine(line: string, paired: ReadonlySet<string>): string {
  const parts: string[] = [];
  let at = 0;
  for (const { 0: url, index } of line.matchAll(ADDRESS)) {
    parts.push(escapeInline(line.slice(at, index), paired), /[*_~&'!$]/.test(url) ? `<${url}>` : url);
    at = index + url.length;
  }
  const whole = [...parts, escapeInline(line.slice(at), paired)].join('');
  return escapeStart(whole);
}

/** What a backslash would make of the next sign, or of the line's end. */
const BACKSLASH = /\\(?=[!-/:-@[-`{-~]|$)/g;

function escapeInline(text: string, paired: ReadonlySet<string>): string {
  return text
    .replace(BACKSLASH, '\\\\')
    .replace(/[*`~]/g, (sign) => (paired.has(sign) ? `\\${sign}` : sign))
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (sign) => (paired.has(sign) ? '\\_' : sign))
    .replace(/\[/g, '\\[')
    .replace(/\](?=\(<?(?:check|chart|table):)/gi, ']\\')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#|[a-z])/gi, '\\&')
    .replace(/\{\{/g, '\\{{');
}

/** What makes a heading, a quotation, a list, a line, a fence or a table at the start of a line. */
function escapeStart(line: string): string {
  const number = /^(\d{1,9})([.)])(?=\s|$)/.exec(line);
  if (number) return `${number[1] ?? ''}\\${line.slice(number[1]?.length)}`;
  const isMark =
    /^(?:#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|=+\s*$|(?:[-_*]\s*){3,}$|`{3}|~{3})/.test(line) ||
    /^[|:\s-]*-[|:\s-]*$/.test(line);
  return isMark ? `\\${line}` : line;
}

/** An empty comment, which parts what would become an address by itself. */
const APART = '{{!}}';

function escapeAll(line: string): string {
  return (
    line
      .replace(/\{\{|[!-/:-@[-`{-~]/g, '\\$&')
      .replace(/(?<=https?\\:)(?=\\\/)|(?<=www)(?=\\\.)|(?=\\@)/gi, APART)
      // A brace before the comment would be taken for its first
      .replace(/\\\{(?=\{\{!\}\})/g, '&#123;')
  );
}
