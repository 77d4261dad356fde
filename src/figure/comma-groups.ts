/**
 * Words with every group of three digits parted by a comma, whatever mark of a house style parts them: `1.234`, `1’234`
 * and `1 234` read as `1,234`. A fraction stays as it is: `0.125`, `1.5`. Where a point parts thousands and nothing else
 * in the draft does by a comma, a comma is the decimal sign: `1.234,5` reads as `1,234.5`.
 */
export function commaGroups(words: string, groups: Iterable<string>): string {
  const marks = new Set(groups);
  let read = marks.has('.') && !marks.has(',') ? pointGroups(words) : words;
  for (const group of marks) {
    if (group === '' || group === ',') continue;
    const mark = Array.from(group, markPattern).join('');
    const number = new RegExp(`(?<![\\d.,])[1-9]\\d{0,2}(?:${mark}\\d{3})+(?!\\d)`, 'gu');
    read = read.replace(number, (digits) => digits.replace(new RegExp(mark, 'gu'), ','));
  }
  return read;
}

function pointGroups(words: string): string {
  const number = /(?<![\d.,])([1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(\d+))?(?![.,]?\d)/gu;
  return words.replace(number, (_, whole: string, fraction?: string) => {
    const grouped = whole.replaceAll('.', ',');
    return fraction === undefined ? grouped : `${grouped}.${fraction}`;
  });
}

/** What people type for a mark: any apostrophe for an apostrophe, any space for a narrow one. */
const ALIKE = ["'’ʼ‘", ' \u00A0\u2009\u202F'];

function markPattern(character: string): string {
  const alike = ALIKE.find((marks) => marks.includes(character));
  return alike === undefined ? character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&') : `[${alike}]`;
}
