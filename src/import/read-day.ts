const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const TIME = '\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?:\\s*[ap]\\.?m\\.?)?(?:\\s*(?:utc|gmt|cet|cest|bst))?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?';
/** What stands around the day on the pages of platforms. */
const BEFORE = `^(?:·\\s*)?(?:(?:posted|published|date)(?:\\s+on)?:?\\s+)?(?:${TIME}(?:\\s*[·,]\\s*|\\s+))?${WEEKDAY}`;
const AFTER = `(?:(?:,|\\s+at|\\s*·)?\\s*${TIME})?(?:\\s*·.{0,60})?$`;

const FORMS = [
  `(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+(?<year>\\d{4})`,
  `${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})`,
  '(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})',
].map((form) => new RegExp(`${BEFORE}${form}${AFTER}`, 'iu'));

/** Reads a line that says a day and nothing else: `12 Sept 2021`, `10:15 AM · Sep 12, 2021 · 1,204 Views`; else `undefined`. */
export function readDay(line: string): string | undefined {
  for (const form of FORMS) {
    const { year, month, day } = form.exec(line)?.groups ?? {};
    if (year === undefined || month === undefined || day === undefined) continue;
    const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    const text = `${year}-${named > 0 ? String(named).padStart(2, '0') : month}-${day.padStart(2, '0')}`;
    const date = new Date(`${text}T00:00:00Z`);
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
  }
  return undefined;
}
