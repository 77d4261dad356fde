import { englishCharts } from './english/charts.js';
import { englishDates } from './english/dates.js';
import { englishDurations } from './english/durations.js';
import { englishLists } from './english/lists.js';
import { englishNouns } from './english/nouns.js';
import { englishNumbers } from './english/numbers.js';
import { englishPhrases } from './english/phrases.js';
import { englishReading } from './english/reading.js';
import type { LocalePack } from './locale.js';

/** British English: `one hundred and one`, `19 September`, `per cent`. */
export const EN_GB: LocalePack = {
  lang: 'en-GB',
  numbers: englishNumbers({ and: true }),
  nouns: englishNouns,
  phrases: englishPhrases('per cent'),
  dates: englishDates('day-month'),
  durations: englishDurations,
  lists: englishLists,
  reading: englishReading,
  charts: englishCharts,
};
