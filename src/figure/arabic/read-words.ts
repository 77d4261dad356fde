import type { Case, Gender } from '../locale.js';
import { numberWords } from './number-words.js';

const LARGEST = 999;
const GENDERS: readonly Gender[] = ['m', 'f'];
const CASES: readonly Case[] = ['nom', 'acc', 'gen'];

let known: ReadonlyMap<string, number> | undefined;

/** Finds the longest number from 0 to 999 in words that a phrase begins with, in any gender and case. */
export function readWords(phrase: string): { readonly value: number; readonly length: number } | undefined {
  known ??= allWords();
  const ends = [...phrase.matchAll(/(?= |$)/g)].map(({ index }) => index).reverse();
  for (const length of ends) {
    const value = known.get(bare(phrase.slice(0, length)));
    if (value !== undefined) return { value, length };
  }
  return undefined;
}

function allWords(): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (let number = 0; number <= LARGEST; number += 1) {
    for (const gender of GENDERS) {
      for (const kase of CASES) {
        for (const isCounting of [false, true]) {
          const word = numberWords(BigInt(number), { gender, case: kase, isCounting });
          if (word !== undefined) words.set(bare(word), number);
        }
      }
    }
  }
  return words;
}

/** Without the signs that many leave out, and with a hundred as it is mostly written. */
function bare(words: string): string {
  return words.replace(/[\u064b-\u0652]/g, '').replaceAll('مائة', 'مئة');
}
