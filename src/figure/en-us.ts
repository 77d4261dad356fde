import { EN_GB } from './en-gb.js';
import { englishDates } from './english/dates.js';
import { englishNumbers } from './english/numbers.js';
import { englishPhrases } from './english/phrases.js';
import type { LocalePack } from './locale.js';

/** American English where it differs: `one hundred one`, `September 19`, `percent`. */
export const EN_US: LocalePack = {
  ...EN_GB,
  lang: 'en-US',
  numbers: englishNumbers({ and: false }),
  phrases: englishPhrases('percent'),
  dates: englishDates('month-day'),
};
