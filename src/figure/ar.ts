import { arabicCharts } from './arabic/charts.js';
import { ARABIC_MONTHS, arabicDates, LEVANT_MONTHS } from './arabic/dates.js';
import type { Digits } from './arabic/digits.js';
import { arabicDurations } from './arabic/durations.js';
import { arabicLists } from './arabic/lists.js';
import { arabicNumbers } from './arabic/numbers.js';
import { arabicPhrases } from './arabic/phrases.js';
import { arabicReading } from './arabic/reading.js';
import type { LocalePack } from './locale.js';

/** Arabic: `19 سبتمبر`; numbers in digits, and in words where a call says what they follow. */
export const AR: LocalePack = { ...arabic('ar', ARABIC_MONTHS, 'latn'), arab: arabic('ar', ARABIC_MONTHS, 'arab') };

/** Arabic with the months of Iraq and the Levant: `19 أيلول`. */
export const AR_LEVANT: readonly LocalePack[] = ['ar-IQ', 'ar-JO', 'ar-LB', 'ar-PS', 'ar-SY'].map((lang) => ({
  ...arabic(lang, LEVANT_MONTHS, 'latn'),
  arab: arabic(lang, LEVANT_MONTHS, 'arab'),
}));

function arabic(lang: string, months: readonly string[], digits: Digits): LocalePack {
  return {
    lang,
    numbers: arabicNumbers(digits),
    // Plurals are broken more often than not, so the writer gives them
    nouns: { plural: () => ({ doubt: 'compound' }) },
    phrases: arabicPhrases(digits),
    dates: arabicDates(months, digits),
    durations: arabicDurations,
    lists: arabicLists,
    reading: arabicReading,
    charts: arabicCharts(months, digits),
    nounForms: ['two', 'few'],
    agrees: true,
  };
}
