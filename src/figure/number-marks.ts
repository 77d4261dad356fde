import type { Style } from '../model/style.js';
import type { NumberForms } from './locale.js';

/** What stands between thousands and before decimals. */
export interface NumberMarks {
  readonly group: string;
  readonly decimal: string;
}

/**
 * The marks of a number in house style. One sign is never both, or `12.345` could be twelve and a bit: where house
 * style puts the decimal sign between thousands, as in `1.234`, decimals stand behind the other of comma and point.
 * Digits that have marks of their own keep them.
 */
export function numberMarks(
  { group }: Pick<Style['numbers'], 'group'>,
  { decimalMark, written }: Pick<NumberForms, 'decimalMark' | 'written'>,
): NumberMarks {
  const other = decimalMark === '.' ? ',' : '.';
  if (group !== decimalMark) return { group, decimal: decimalMark };
  return written ? { group: other, decimal: decimalMark } : { group, decimal: other };
}
