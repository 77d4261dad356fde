/** Words of a sentence in a row that both versions have, or one alone. */
export interface MarkedWords {
  readonly text: string;
  readonly isOther: boolean;
}

type Pair<T> = readonly [before: T, after: T];

/** Tells in two versions of a sentence which words the other has not; white space is of no account. */
export function markWords(before: string, after: string): Pair<readonly MarkedWords[]> {
  const [old, now] = [before, after].map((text) => text.split(/(?<=\s)/).filter((word) => word !== '')) as [
    string[],
    string[],
  ];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && same(old[start], now[start])) start += 1;
  let end = 0;
  while (end < shorter - start && same(old.at(-1 - end), now.at(-1 - end))) end += 1;
  const [ofOld, ofNow] = commonIn(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const mark = (words: readonly string[], common: ReadonlySet<number>): readonly MarkedWords[] =>
    joined(
      words.map((text, at) => ({
        text,
        isOther: at >= start && at < words.length - end && !common.has(at - start),
      })),
    );
  return [mark(old, ofOld), mark(now, ofNow)];
}

/** Longer ones, of which no sentence is made, count as other from the first difference to the last. */
const MOST_PAIRS = 1_000_000;

/** The places of the longest row of words that both have in the same order. */
function commonIn(old: readonly string[], now: readonly string[]): Pair<ReadonlySet<number>> {
  const found: Pair<Set<number>> = [new Set(), new Set()];
  if (old.length * now.length > MOST_PAIRS) return found;
  const width = now.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = now.length - 1; column >= 0; column -= 1)
      longest[row * width + column] = same(old[row], now[column])
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
  for (let row = 0, column = 0; row < old.length && column < now.length;) {
    if (same(old[row], now[column])) {
      found[0].add(row);
      found[1].add(column);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return found;
}

function same(one: string | undefined, other: string | undefined): boolean {
  return one?.trimEnd() === other?.trimEnd();
}

/** Joins words of a kind; the space behind them is not marked. */
function joined(words: readonly MarkedWords[]): readonly MarkedWords[] {
  const parts: MarkedWords[] = [];
  const add = (part: MarkedWords): void => {
    const last = parts.at(-1);
    if (part.text === '') return;
    if (last?.isOther === part.isOther) parts.splice(-1, 1, { ...part, text: last.text + part.text });
    else parts.push(part);
  };
  for (const [index, { text, isOther }] of words.entries()) {
    const isLast = isOther && words[index + 1]?.isOther !== true;
    add({ text: isLast ? text.trimEnd() : text, isOther });
    if (isLast) add({ text: text.slice(text.trimEnd().length), isOther: false });
  }
  return parts;
}
