/** Whole numbers in order, neighbours together: `4, 251–253`. */
export function formatRanges(numbers: readonly number[], comma = ', '): string {
  const ranges: { first: number; last: number }[] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range && number === range.last + 1) range.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges
    .map(({ first, last }) => {
      if (first === last) return String(first);
      return `${first}${last === first + 1 ? comma : '–'}${last}`;
    })
    .join(comma);
}
