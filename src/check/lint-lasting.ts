import { LASTING_DATE, RELATIVE_DATE } from './english.js';
import type { Finding } from './finding.js';
import type { Passage, Unit } from './passage.js';

/** Finds words that count from the day of publication in an output that is read long after it. */
export function lintLasting({ text, units }: Passage, page: 'brief' | 'report'): Finding[] {
  const typed = [...text.matchAll(RELATIVE_DATE)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    // Said already, as words that follow no data
    .filter(({ start, end }) => units.slice(start, end).every(({ kind }) => kind === 'typed'));
  return [...text.matchAll(LASTING_DATE)]
    .map((match) => ({ words: match[0], start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => !typed.some((one) => start < one.end && one.start < end))
    .filter(({ start, end }) => units.slice(start, end).every((unit) => unit.kind !== 'other' && !isData(unit)))
    .map(({ words, start, end }) => ({
      rule: 'lasting-date',
      start,
      end,
      reason: `Unexpected \`${words}\` in a ${page}, which is read on other days too`,
      note: 'Print the day there, with `{{date …}}` or `{{month … "long"}}`, and keep the words for `{{#only "thread"}}…{{else}}…{{/only}}`',
    }));
}

/** A name in the data, such as that of a weekday, says no day. */
function isData({ figure }: Unit): boolean {
  return figure?.origin === 'data' && figure.machine.kind === 'words';
}
