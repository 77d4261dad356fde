import { withoutHidden } from '../diagnostic/hidden-character.js';
import type { Numbering } from '../model/draft.js';
import { chainLabels, type Chains } from './chain-labels.js';
import { isRule } from './is-rule.js';
import type { Paste, PastedPost, PastedThread } from './pasted.js';
import { findLabels, type Label } from './post-labels.js';
import { readDay } from './read-day.js';
import { takeChrome } from './take-chrome.js';

/**
 * Reads threads out of a text as people paste it.
 *
 * - Numbers part posts where they count up at the start of lines (`1.` `1)` `1/` `1/n` `(1/n)` `[1/n]`, keycaps) or at
 *   the end of posts; where they fall back, the next thread begins. Numbers that count something else, such as a list
 *   inside a post, are words.
 * - A line of dashes always parts posts. Without numbers and such lines, gaps of more than one empty line do, else
 *   empty lines.
 * - What web pages put around a post (name, handle, time, counts) is left out where a handle and a time stand together.
 */
export function readPaste(pasted: string): Paste {
  const { text, count: hidden } = withoutHidden(pasted.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n'));
  const { lines, dropped, day } = takeChrome(text.split('\n').map((line) => line.trim()));
  const dates: string[] = [];
  const chains = chainLabels(findLabels(lines));
  const parts = chains ? numberedParts(lines, chains) : [plainParts(lines)];
  const wordless: number[] = [];
  const threads = parts.flatMap((drafted): PastedThread[] => {
    const { posts: found, day: dated } = takeDate(drafted, dates);
    const posts = found.filter(({ text: words, number }) => {
      if (words === '' && number !== undefined) wordless.push(number);
      return words !== '';
    });
    if (posts.length === 0) return [];
    return [{ posts, numbering: numberingOf(posts, chains?.shape), day: dated ?? day }];
  });
  return { threads, dropped: [...dropped, ...dates], wordless, hidden };
}

/** Parts lines without numbers. */
function plainParts(lines: readonly string[]): PastedPost[] {
  const whole = lines.join('\n');
  const byRule = splitAt(lines, isRule);
  const byGap = [/\n\n\n+/, /\n\n+/].map((gap) => whole.split(gap).filter(hasWords)).find(({ length }) => length > 1);
  const parts = lines.some(isRule) ? byRule : (byGap ?? byRule);
  return parts.map((part) => ({ text: tidy(part), number: undefined })).filter(({ text }) => text !== '');
}

function hasWords(text: string): boolean {
  return text.trim() !== '';
}

function splitAt(lines: readonly string[], isBreak: (line: string) => boolean): string[] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (isBreak(line)) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.map((part) => part.join('\n')).filter(hasWords);
}

/** Parts lines at their labels; what a line of dashes parts has no number. */
function numberedParts(lines: readonly string[], { place, threads }: Chains): PastedPost[][] {
  const labels = threads.flatMap((chain, thread) => chain.map((label) => ({ label, thread })));
  const found: PastedPost[][] = threads.map(() => []);
  const put = (thread: number, text: string, number: number | undefined): void => {
    found[Math.min(thread, found.length - 1)]?.push({ text: tidy(text), number });
  };
  let from = 0;
  for (const [index, { label, thread }] of labels.entries()) {
    const before = labels[index - 1];
    if (place === 'end') {
      const [first = '', ...others] = splitAt(lines.slice(from, label.line + 1), isRule).reverse();
      for (const text of others.reverse()) put(thread, text, undefined);
      put(thread, withoutEnd(first, lines, label), label.number);
    } else {
      const parts = splitAt(rest(lines, from, label.line, before?.label), isRule);
      const opens = before?.thread !== thread;
      // What stands right above the first number opens its thread, where a line parts it from the thread before
      const opener = opens && (before === undefined || parts.length > 1) ? parts.pop() : undefined;
      for (const [at, text] of parts.entries())
        put(before?.thread ?? thread, text, at === 0 ? before?.label.number : undefined);
      if (before && parts.length === 0) put(before.thread, '', before.label.number);
      if (opener !== undefined) put(thread, opener, undefined);
    }
    from = place === 'end' ? label.line + 1 : label.line;
  }
  const last = labels.at(-1);
  if (!last) return found;
  const parts = splitAt(rest(lines, from, lines.length, place === 'end' ? undefined : last.label), isRule);
  for (const [at, text] of parts.entries())
    put(last.thread, text, at === 0 && place === 'start' ? last.label.number : undefined);
  if (parts.length === 0 && place === 'start') put(last.thread, '', last.label.number);
  return found.map(joinMark);
}

/** The lines of a post, its label taken off the first. */
function rest(lines: readonly string[], from: number, to: number, label: Label | undefined): string[] {
  const [first = '', ...others] = lines.slice(from, to);
  if (!label) return lines.slice(from, to);
  return [`${first.slice(0, label.start)}${first.slice(label.end).trimStart()}`, ...others];
}

/** The same where the label ends the last line. */
function withoutEnd(text: string, lines: readonly string[], { line, start }: Label): string {
  return text.slice(0, text.length - ((lines[line]?.length ?? 0) - start));
}

/** A lone `🧵` above the first number is no post of its own. */
function joinMark(posts: PastedPost[]): PastedPost[] {
  const [first, second, ...others] = posts;
  if (!first || !second || first.number !== undefined || /[\p{L}\p{N}]/u.test(first.text)) return posts;
  return [{ ...second, text: `${first.text}\n${second.text}` }, ...others];
}

/** Takes a line that says a day and nothing else from the head of a thread. */
function takeDate(
  posts: readonly PastedPost[],
  dates: string[],
): { posts: readonly PastedPost[]; day: string | undefined } {
  const [first, ...others] = posts;
  const [line = '', ...lines] = first?.text.split('\n') ?? [];
  const day = readDay(line);
  if (!first || first.number !== undefined || day === undefined || (others.length === 0 && lines.length === 0))
    return { posts, day: undefined };
  dates.push(line);
  const text = tidy(lines.join('\n'));
  return { posts: text === '' ? others : [{ ...first, text }, ...others], day };
}

function numberingOf(posts: readonly PastedPost[], label: Chains['shape'] | undefined): Numbering {
  const number = posts.find((post) => post.number !== undefined)?.number;
  if (!label || number === undefined) return { style: 'none', place: 'start', first: true, start: 1 };
  const first = posts[0]?.number !== undefined;
  return { ...label, first, start: first ? number : Math.max(0, number - 1) };
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
