import type { Decimal } from '../decimal.js';

const IRREGULAR: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};
const SUFFIXES: Readonly<Record<string, string>> = { '1': 'st', '2': 'nd', '3': 'rd' };

/** Makes the last word of a number its ordinal: `twenty-one`, `twenty-first`. */
export function ordinalWords(words: string | undefined): string | undefined {
  return words?.replace(/[a-z]+$/, (last) => IRREGULAR[last] ?? `${last.replace(/y$/, 'ie')}th`);
}

/** Puts the letters behind the digits of a whole number: `21st`, but `111th`. */
export function ordinalDigits(number: Decimal, digits: string): string {
  return digits + ordinalSuffix(number.digits.toString());
}

/** The letters that belong behind digits. */
export function ordinalSuffix(digits: string): string {
  const [, tens, unit = ''] = /(\d?)(\d)$/.exec(digits) ?? [];
  return tens === '1' ? 'th' : (SUFFIXES[unit] ?? 'th');
}
