import type { Cell } from './value.js';

/**
 * A key as a path names it: `Arabic`, `2020`, `2021-09-01`. A number is the same key however many zeros its decimals
 * have; NULL and lists name no row.
 */
export function keyText(cell: Cell): string | undefined {
  switch (cell.kind) {
    case 'null':
    case 'list':
      return undefined;
    case 'number':
      return cell.exact.replace(/^(-?\d+)\.0+$/, '$1').replace(/^(-?\d+\.\d*?[1-9])0+$/, '$1');
    default:
      return String(cell.value);
  }
}

/** A key as it is written in a path, in brackets where it has to be. */
export function writtenKey(key: string): string {
  return /^(?:[\p{L}_][\p{L}\p{N}_]*|\d+)$/u.test(key) ? key : `[${key}]`;
}
