/** A day in the words of a language, e.g. `24 September 2021`; calendar and digits do not depend on the machine. */
export function formatDay(day: string, lang: string): string {
  const format = new Intl.DateTimeFormat(lang, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  // Invisible marks and thin spaces differ between ICU versions.
  return format
    .format(new Date(`${day}T00:00:00Z`))
    .replace(/[\u2009\u202f]/g, '\u00a0')
    .replace(/[\u200e\u200f]/g, '');
}
