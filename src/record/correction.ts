import { textOf } from './compare-locks.js';
import { describeChange } from './describe-change.js';
import type { PlacedChange } from './difference.js';
import { togetherBySentence, toldWords, type Together } from './together.js';

export interface CorrectionOptions {
  /** Day of the correction. */
  readonly date?: string | undefined;
  /** Language of the draft. Default: `en`, as for every language without words of ours. */
  readonly lang?: string | undefined;
}

/**
 * The lines for `corrections:` in the front matter, should what was published have been wrong; empty for none. Where
 * nobody knows what a sentence said, a comment says what changed in it.
 */
export function formatCorrections(
  changes: readonly PlacedChange[],
  { date = '', lang = 'en' }: CorrectionOptions,
): string {
  const tell = lang.split('-')[0]?.toLowerCase() === 'ar' ? tellInArabic : tellInEnglish;
  const together = togetherBySentence(changes);
  const texts = new Set(
    together.flatMap(([first]) => {
      const words = toldWords(first);
      return words ? [tell(words)] : [];
    }),
  );
  const items = [...texts].map((text) => `  - {date: ${date}, text: '${onOneLine(text).replaceAll("'", "''")}'}\n`);
  const comments = together.flatMap(commentOn);
  return `${items.length > 0 ? 'corrections:\n' : ''}${[...items, ...comments].join('')}`;
}

function commentOn(together: Together): string[] {
  const [first] = together;
  const { sentence, place } = first;
  const reworded = together.filter(
    ({ change }) => change.kind === 'changed' && textOf(change.before) !== textOf(change.after),
  );
  if (sentence?.before !== undefined || !place || reworded.length === 0) return [];
  const words = reworded.map(({ change }) => describeChange(change)).join(', ');
  return [
    onOneLine(
      `  # ${place.line}:${place.column}: ${words}; the words around follow the data too, write both sentences yourself`,
    ) + '\n',
  ];
}

/** YAML takes no control character, and a comment ends with its line. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

interface Told {
  readonly before: string;
  readonly after: string;
}

function tellInEnglish({ before, after }: Told): string {
  return `An earlier version said: “${before}” It should have said: “${after}”`;
}

function tellInArabic({ before, after }: Told): string {
  return `ورد في نسخة سابقة: «${before}» والصواب: «${after}»`;
}
