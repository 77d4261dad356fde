import { decimalDigits, type Decimal } from '../decimal.js';

/** The article before a number as it is read out: `an` before eight, eleven, eighteen, 80, 800, 8,000 and so on. */
export function articleFor(number: Decimal): 'a' | 'an' {
  const { whole } = decimalDigits(number);
  const first = whole.slice(0, whole.length % 3 || 3);
  return /^8|^1[18]$/.test(first) ? 'an' : 'a';
}
