import type { NumberReading, ReadingForms } from '../locale.js';
import type { NumberHedge } from '../number-range.js';
import { rational } from '../rational.js';
import { ARABIC_INDIC } from './digits.js';
import { readWords } from './read-words.js';

const HEDGES: readonly (readonly [string, NumberHedge])[] = [
  ['نحو', 'about'],
  ['حوالي', 'about'],
  ['قرابة', 'almost'],
  ['أكثر من', 'more-than'],
  ['أقل من', 'fewer-than'],
  ['ما لا يقل عن', 'at-least'],
  ['ما لا يزيد على', 'at-most'],
];

/** Behind the phrase. */
const AT_LEAST = ' على الأقل';

/** Reads Arabic phrases of a number, in digits of either kind or, up to 999, in words; behind a hedge or none. */
export const arabicReading: ReadingForms = {
  number: readPhrase,
  slant: () => undefined,
  isUnclear: (rest) => /(?:^| )(?:أو|إلى|لا)(?: |$)/.test(rest),
};

function readPhrase(comparable: string): NumberReading {
  const latin = comparable
    .replace(/[٠-٩]/g, (digit) => String(ARABIC_INDIC.findIndex((one) => one === digit)))
    .replace(/(?<=\d)٬(?=\d)/g, ',')
    .replace(/(?<=\d)٫(?=\d)/g, '.')
    .replaceAll('٪', '%');
  const front = HEDGES.find(([words]) => latin.startsWith(`${words} `));
  const isLeast = !front && latin.endsWith(AT_LEAST);
  const rest = latin.slice(front ? front[0].length + 1 : 0, isLeast ? -AT_LEAST.length : undefined);
  const hedge: NumberHedge = isLeast ? 'at-least' : (front?.[1] ?? 'none');
  const words = readWords(rest);
  if (words) {
    const behind = rest.slice(words.length).trim();
    if (/\d/.test(behind)) return { problem: 'many' };
    return {
      stated: { number: rational(words.value), step: undefined },
      hedge,
      front: front?.[0] ?? '',
      number: rest.slice(0, words.length),
      behind: isLeast ? AT_LEAST.trim() : '',
      rest: behind,
      isRatio: false,
    };
  }
  const [number, sign = '', whole = '', fraction = '', percent = ''] = NUMBER.exec(rest) ?? [];
  if (number === undefined) return { problem: /\d/.test(latin) ? 'before' : 'none' };
  const behind = rest.slice(number.length).trim();
  if (/\d/.test(behind)) return { problem: 'many' };
  const places = 10n ** BigInt(fraction.length + (percent === '' ? 0 : 2));
  const value = BigInt(whole.replaceAll(',', '') + fraction) * (sign === '' ? 1n : -1n);
  // 0% and 100% say none and all, which what rounds to them is not
  const isBare = percent === '' || (value !== 0n && value !== places);
  const isRounded = (percent !== '' || fraction !== '') && isBare;
  return {
    stated: { number: rational(value, places), step: isRounded ? rational(1n, places) : undefined },
    hedge,
    front: front?.[0] ?? '',
    number: number.trim(),
    behind: isLeast ? AT_LEAST.trim() : '',
    rest: behind,
    isRatio: percent !== '',
  };
}

const NUMBER = /^\u200e?([-−])?(\d[\d,]*)(?:\.(\d+))?(%)?(?= |$)/;
