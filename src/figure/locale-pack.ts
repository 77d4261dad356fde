import { AR, AR_LEVANT } from './ar.js';
import { EN_GB } from './en-gb.js';
import { EN_US } from './en-us.js';
import type { Style } from '../model/style.js';
import type { LocalePack } from './locale.js';

const PACKS: readonly LocalePack[] = [EN_GB, EN_US, AR, ...AR_LEVANT];

/**
 * The pack for a language tag: the tag's own, else the first of its language (`en-AU` reads as `en-GB`),
 * else `en-GB`. The pack's `lang` says which one it is, so that a caller can warn about a language that has none.
 */
export function localePack(lang: string): LocalePack {
  const language = lang.split('-')[0]?.toLowerCase();
  return (
    PACKS.find((pack) => pack.lang.toLowerCase() === lang.toLowerCase()) ??
    PACKS.find((pack) => pack.lang.split('-')[0] === language) ??
    EN_GB
  );
}

/** The pack with the digits of a house style, where the language has others. */
export function inHouse(pack: LocalePack, { numbers }: Style): LocalePack {
  return numbers.digits === 'arab' ? (pack.arab ?? pack) : pack;
}
