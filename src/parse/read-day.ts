import { readText } from './read-text.js';
import { quote, report, type ReadContext } from './read-context.js';
import type { YamlValue } from './yaml-value.js';

/** Reads a day, `YYYY-MM-DD`. */
export function readDay(context: ReadContext, value: YamlValue, key: string): string | undefined {
  const text = readText(context, value, key)?.trim();
  if (text === undefined) return undefined;
  const parts = DAY.exec(text);
  if (parts && isDay(text)) return text;
  if (parts) {
    const most = daysInMonth(Number(parts[1]), Number(parts[2]));
    const why = most ? `a month of ${most} days` : 'a month from 01 to 12';
    report(
      context,
      context.rules.value,
      value.span,
      `Unexpected day ${quote(text)}, expected ${most ? 'one within ' : ''}${why}`,
    );
    return undefined;
  }
  if (/^Y+-M+-D+$/i.test(text)) {
    const reason = `Unexpected ${quote(text)}, expected the day in place of these letters`;
    report(context, context.rules.value, value.span, reason, 'A day is written as in `2021-09-24`');
    return undefined;
  }
  const meant = guessDay(text);
  const note = meant ? `Write \`${key}: ${meant}\`` : 'A day is written as in `2021-09-24`';
  report(context, context.rules.value, value.span, `Unexpected ${quote(text)}, expected a day as \`YYYY-MM-DD\``, note);
  return undefined;
}

/** Whether text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text) ?? [];
  return Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month)) && Number(year) > 0;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** Days of a month of the Gregorian calendar; 0 for a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The day that other notations can only mean: `24/09/2021`, not `03/04/2021`. */
function guessDay(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ].*)?$/u.exec(text) ?? [];
  if (year) return day2iso(year, month, day);
  const [, first = '', second = '', last = ''] = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})$/u.exec(text) ?? [];
  const [dayFirst, monthFirst] = [day2iso(last, second, first), day2iso(last, first, second)];
  return dayFirst && monthFirst && dayFirst !== monthFirst ? undefined : (dayFirst ?? monthFirst);
}

function day2iso(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}
