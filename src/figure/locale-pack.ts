import { EN_GB } from './en-gb.js';
import { EN_US } from './en-us.js';
import type { LocalePack } from './locale.js';

const PACKS: readonly LocalePack[] = [EN_GB, EN_US];

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
