/** A range of the words' source, and what is put there. */
export interface SourceEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The ways to write new words into the source of old ones, the likeliest first: only the words that differ are replaced,
 * so that Markdown around them and the writer's own spaces stay. None where it cannot be told what stands where.
 *
 * @param source As it is written, Markdown and all.
 */
export function sourceEdits(source: string, from: string, to: string): readonly SourceEdit[] {
  if (source.includes('{{')) return [];
  const { before, old, now } = difference(from, to);
  return [
    placeOf(source, old, source === from ? before : undefined),
    placeOf(source, from),
    wholeOf(source, from),
  ].flatMap((place, index) => (place ? writings(index === 0 ? now : to).map((text) => ({ ...place, text })) : []));
}

/** What differs between two phrases, whole words. */
function difference(from: string, to: string): { readonly before: number; readonly old: string; readonly now: string } {
  const [olds, news] = [from.split(/(?<=\s)/u), to.split(/(?<=\s)/u)];
  let head = 0;
  while (head < Math.min(olds.length, news.length) - 1 && olds[head]?.trimEnd() === news[head]?.trimEnd()) head += 1;
  let tail = 0;
  while (
    tail < Math.min(olds.length, news.length) - head - 1 &&
    olds.at(-1 - tail)?.trimEnd() === news.at(-1 - tail)?.trimEnd()
  )
    tail += 1;
  const middle = (words: readonly string[]): string => words.slice(head, words.length - tail).join('');
  const [old, now] = [middle(olds), middle(news)];
  const gap = /\s*$/u.exec(old)?.[0].length ?? 0;
  return {
    before: olds.slice(0, head).join('').length,
    old: old.slice(0, old.length - gap),
    now: now.slice(0, now.length - (/\s*$/u.exec(now)?.[0].length ?? 0)),
  };
}

type Range = Pick<SourceEdit, 'start' | 'end'>;

/** The only place of some words in the source. */
function placeOf(source: string, words: string, known?: number): Range | undefined {
  const start = known ?? source.indexOf(words);
  const isOnly = known !== undefined || (start >= 0 && source.indexOf(words, start + 1) < 0);
  return words !== '' && isOnly ? { start, end: start + words.length } : undefined;
}

/** Words that run over a line, or in which quotes and marks are escaped, are replaced as a whole. */
function wholeOf(source: string, from: string): Range | undefined {
  const flat = (text: string): string => text.replace(/\s+/gu, ' ');
  const meant = [source, source.replaceAll("''", "'"), source.replace(/\\(.)/gu, '$1')];
  return meant.some((text) => flat(text) === flat(from)) ? { start: 0, end: source.length } : undefined;
}

/** Escaped as Markdown needs it, then also as a string between YAML's single or double quotes does. */
function writings(words: string): readonly string[] {
  const escaped = words.replace(/[\\`*_~[\]<>|{}]/gu, '\\$&').replace(/&(?=[#\p{L}])/gu, '\\&');
  return [...new Set([escaped, escaped.replaceAll("'", "''"), escaped.replace(/["\\]/gu, '\\$&')])];
}
