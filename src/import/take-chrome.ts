import { readDay } from './read-day.js';

/** A pasted text without what a web page put around its posts. */
export interface WithoutChrome {
  /** A line of dashes stands where the head of a post stood. */
  readonly lines: readonly string[];
  readonly dropped: readonly string[];
  /** The day of the first post, where its page says it in full. */
  readonly day: string | undefined;
}

/** `@desk`, `@desk@example.social`, `@desk.example.org`. */
const HANDLE = /^@[\w.-]+(?:@[\w.-]+\.[a-z]+)?$/i;
const HANDLE_AND_TIME = /^(?<handle>@[\w.-]+(?:@[\w.-]+\.[a-z]+)?)\s*·\s*(?<time>.+)$/i;
const DOT = /^·$/;
/** `2h`, `3 d`, `12 min ago`, `Sep 12`, `12 Sept`. */
const SHORT_TIME =
  /^(?:·\s*)?(?:\d{1,2}\s?(?:s|m|min|h|hr|d|w|mo|y)(?:\s+ago)?|(?:\d{1,2}\s+[a-z]{3,9}|[a-z]{3,9}\s+\d{1,2})\.?)$/i;
const COUNT = /^\d{1,3}(?:[.,]?\d{1,3})*\s?[KMkm]?$/;
const BUTTON =
  /^(?:show (?:this thread|more|less)|translate (?:post|tweet)|repl(?:y|ies)|reposts?|quotes?|likes?|boosts?|favou?rites?|bookmarks?|views|share|author|edited|last edited.{0,40}|read \d+ replies)$/i;

/**
 * Leaves out name, handle and time above a post, and counts and buttons below it. It is sure only of a handle that
 * stands alone with a time after it; in a text without such a pair nothing is touched.
 */
export function takeChrome(lines: readonly string[]): WithoutChrome {
  const heads = findHeads(lines);
  if (heads.length === 0) return { lines, dropped: [], day: undefined };
  const dropped = new Set<number>();
  for (const head of heads) {
    for (let line = head.name ?? head.handle; line <= head.end; line += 1) dropped.add(line);
    takeCounts(lines, (head.name ?? head.handle) - 1, dropped);
  }
  takeCounts(lines, lines.length - 1, dropped);
  const starts = new Set(heads.map(({ name, handle }) => name ?? handle));
  return {
    lines: lines.flatMap((line, index) => (starts.has(index) ? ['---'] : dropped.has(index) ? [] : [line])),
    dropped: [...dropped].sort((a, b) => a - b).flatMap((index) => lines[index] || []),
    day: heads.map(({ day }) => day).find((day) => day !== undefined),
  };
}

interface Head {
  readonly handle: number;
  /** Where the writer's name stands, above the handle. */
  readonly name: number | undefined;
  readonly end: number;
  readonly day: string | undefined;
}

function findHeads(lines: readonly string[]): Head[] {
  const found = lines.flatMap((line, index) => headAt(lines, line, index));
  const names = found.map(({ handle }) => lines[handle - 1] ?? '');
  const [name = ''] = names;
  // One name above every handle, or above the only one at the very start, is the writer's
  const isName = name !== '' && names.every((one) => one === name) && (names.length > 1 || found[0]?.handle === 1);
  return found.map((head) => (isName ? { ...head, name: head.handle - 1 } : head));
}

function headAt(lines: readonly string[], line: string, handle: number): Head[] {
  const joined = HANDLE_AND_TIME.exec(line)?.groups?.['time'];
  if (joined !== undefined)
    return isTime(joined) ? [{ handle, name: undefined, end: handle, day: readDay(joined) }] : [];
  if (!HANDLE.test(line)) return [];
  let at = handle + 1;
  while (lines[at] === '' && at < handle + 4) at += 1;
  if (DOT.test(lines[at] ?? '')) at += 1;
  while (lines[at] === '' && at < handle + 5) at += 1;
  const time = lines[at] ?? '';
  return isTime(time) ? [{ handle, name: undefined, end: at, day: readDay(time) }] : [];
}

function isTime(text: string): boolean {
  return SHORT_TIME.test(text) || readDay(text) !== undefined;
}

/** Marks the counts and buttons that end above a line; a single number may be a word of the post. */
function takeCounts(lines: readonly string[], from: number, dropped: Set<number>): void {
  const found: number[] = [];
  for (let line = from; line >= 0; line -= 1) {
    const text = lines[line] ?? '';
    if (text === '') continue;
    if (!COUNT.test(text) && !BUTTON.test(text) && !DOT.test(text)) break;
    found.push(line);
  }
  if (found.length > 1 || found.some((line) => BUTTON.test(lines[line] ?? '')))
    for (const line of found) dropped.add(line);
}
