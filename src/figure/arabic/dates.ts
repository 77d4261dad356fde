import type { DateForms, Day } from '../locale.js';
import { inDigits, type Digits } from './digits.js';

/** Gregorian months as most of the region names them. */
export const ARABIC_MONTHS = words(
  'يناير، فبراير، مارس، أبريل، مايو، يونيو، يوليو، أغسطس، سبتمبر، أكتوبر، نوفمبر، ديسمبر',
);
/** In Iraq and the Levant. */
export const LEVANT_MONTHS = words(
  'كانون الثاني، شباط، آذار، نيسان، أيار، حزيران، تموز، آب، أيلول، تشرين الأول، تشرين الثاني، كانون الأول',
);

/** Arabic days and months; there are no short names. */
export function arabicDates(months: readonly string[], digits: Digits): DateForms {
  const name = ({ month }: Day): string => months[month - 1] ?? '';
  const number = (value: number): string => inDigits(String(value), digits);
  const long = (day: Day, withYear: boolean): string =>
    `${number(day.day)} ${name(day)}${withYear ? ` ${number(day.year)}` : ''}`;
  const monthAndYear = (day: Day): string => `${name(day)} ${number(day.year)}`;
  return {
    long,
    short: long,
    thisMonth: 'هذا الشهر',
    lastMonth: 'الشهر الماضي',
    thisWeek: 'هذا الأسبوع',
    lastWeek: 'الأسبوع الماضي',
    weekOf: (first) => `أسبوع ${first}`,
    monthName: name,
    monthLastYear: (day) => `${name(day)} من العام الماضي`,
    monthAndYear,
    monthShort: monthAndYear,
    daySpan: (first, last, withYear) => {
      if (first.year !== last.year) return `${long(first, true)} إلى ${long(last, true)}`;
      if (first.month !== last.month) return `${long(first, false)} إلى ${long(last, withYear)}`;
      return `${number(first.day)}–${long(last, withYear)}`;
    },
    monthSpan: (first, last, withYear) => {
      const isOneYear = first.year === last.year;
      const apart = (last.year - first.year) * 12 + last.month - first.month;
      const begin = isOneYear ? name(first) : monthAndYear(first);
      const end = withYear || !isOneYear ? monthAndYear(last) : name(last);
      return apart === 1 ? `${begin}/${end}` : `${begin} إلى ${end}`;
    },
  };
}

function words(list: string): readonly string[] {
  return list.split('، ');
}
