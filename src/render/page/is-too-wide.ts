/** Letters of a table's type that fit across a sheet, upright and turned: A4, 148 and 235 mm of text at 9 pt. */
const UPRIGHT = 84;
const TURNED = 134;

/** What parts two columns, in letters. */
const GAP = 2;

/**
 * True when a table cannot be set across a sheet without breaking words. A browser would print the whole report smaller
 * to make room for it.
 *
 * @param rows The texts of each row's cells, its head first.
 */
export function isTooWide(rows: readonly (readonly string[])[], landscape: boolean): boolean {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  let letters = (columns - 1) * GAP;
  for (let index = 0; index < columns; index += 1)
    letters += Math.max(0, ...rows.map((row) => longestWord(row[index] ?? '')));
  return letters > (landscape ? TURNED : UPRIGHT);
}

function longestWord(text: string): number {
  return Math.max(0, ...text.split(/[\s-]+/u).map((word) => Array.from(word).length));
}
