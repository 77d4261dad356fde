import type { HelperContext } from '../figure/helper.js';
import type { Finding } from '../model/claim.js';

/** What words may say, the form of the old ones first: a date stays long or short, with its year or without. */
export function rewordText(
  core: string,
  { texts }: Finding & { kind: 'words' },
  { locale }: Pick<HelperContext, 'locale'>,
): readonly string[] {
  const months = Array.from({ length: 12 }, (_, index) =>
    locale.dates.monthName({ year: 2001, month: index + 1, day: 1 }).toLowerCase(),
  );
  const shape = shapeOf(core, months);
  return [...texts.slice(1).filter((text) => shapeOf(text, months) === shape), ...texts];
}

function shapeOf(text: string, months: readonly string[]): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return 'iso';
  const letters = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const isLong = letters.some((word) => months.includes(word));
  return `${isLong ? 'long' : 'short'} ${/\b\d{4}\b/.test(text) ? 'year' : ''}`;
}
