import type { Case, DurationForms } from '../locale.js';
import { ARABIC_INDIC } from './digits.js';

/** From Sunday. */
export const ARABIC_WEEKDAYS = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'] as const;

/** Days as seen from another. */
export const arabicDurations: DurationForms = {
  lasting,
  today: 'اليوم',
  yesterday: 'أمس',
  tomorrow: 'غداً',
  onWeekday: (weekday) => `يوم ${ARABIC_WEEKDAYS[weekday] ?? ''}`,
  onDay: (day) => `في ${day}`,
  sameDay: 'في اليوم نفسه',
  dayBefore: 'في اليوم السابق',
  dayAfter: 'في اليوم التالي',
  daysEarlier: (number) => `قبل ذلك ${byDays(number)}`,
  daysLater: (number) => `بعد ذلك ${byDays(number)}`,
  since: (when) => `منذ ${when}`,
  sinceRecordsBegan: (month) => `منذ بدء التسجيل في ${month}`,
};

const UNITS = {
  day: { one: ['يوم واحد', 'يوماً واحداً'], two: 'يوم', few: 'أيام', many: 'يوماً', other: 'يوم' },
  week: { one: ['أسبوع واحد', 'أسبوعاً واحداً'], two: 'أسبوع', few: 'أسابيع', many: 'أسبوعاً', other: 'أسبوع' },
  year: { one: ['سنة واحدة', 'سنة واحدة'], two: 'سنت', few: 'سنوات', many: 'سنة', other: 'سنة' },
} as const;

function lasting(...[unit, number, category, kase]: Parameters<DurationForms['lasting']>): string {
  const forms = UNITS[unit];
  switch (category) {
    case 'one':
      return forms.one[kase === 'acc' ? 1 : 0];
    case 'two':
      return `${forms.two}${ending(kase)}`;
    case 'few':
    case 'many':
      return `${number} ${forms[category]}`;
    case 'zero':
    case 'other':
      return `${number} ${forms.other}`;
    default:
      return category satisfies never;
  }
}

/** Of the dual. */
function ending(kase: Case | undefined): string {
  return kase === 'nom' ? 'ان' : 'ين';
}

function byDays(number: string): string {
  const latin = number.replace(/[٠-٩]/g, (digit) => String(ARABIC_INDIC.findIndex((one) => one === digit)));
  const days = Number(latin.replace(/\D/g, ''));
  const rest = days % 100;
  if (days === 2) return 'بيومين';
  if (rest >= 3 && rest <= 10) return `بـ${number} أيام`;
  return `بـ${number} ${rest >= 11 ? 'يوماً' : 'يوم'}`;
}
